import ExpungeDocuments
import ExpungeText

/// Reads a zip file: as a Word or an OpenDocument file if it is one, otherwise as an archive of files.
enum PackageReader {
  static func read(_ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ReadParts {
    let unpacked: ZipFile.Unpacked
    do throws(ZipError) {
      unpacked = try ZipFile.unpack(file, limits: limits)
    } catch {
      return ReadParts(stops: [error.stop])
    }
    switch PackageKind(unpacked.entries) {
    case .word:
      return WordReader.read(PackageContents(unpacked), limits: limits)
    case .openDocument:
      return OpenDocumentReader.read(PackageContents(unpacked), limits: limits)
    case .otherOffice:
      return ReadParts(stops: [.otherPackage])
    case .archive:
      var files = unpacked.entries.filter { !$0.isFolder }
      // A remark is a text like the others, and examined as one.
      let remarks = [unpacked.remark] + unpacked.entryRemarks
      for (number, remark) in remarks.enumerated() where !remark.isEmpty {
        let name = number == 0 ? "zip-remark.txt" : "zip-remark-\(number).txt"
        files.append(PackageEntry(name: Array(name.utf8), bytes: remark))
      }
      var reading = ReadParts()
      reading.format = .archive
      reading.contents = PackageContents(files).contents
      return reading
    }
  }
}

/// What a zip file is, by what it holds.
enum PackageKind {
  case word, openDocument, otherOffice, archive

  init(_ entries: [PackageEntry]) {
    if let first = entries.first, first.path == "mimetype" {
      let type = String(decoding: first.bytes.prefix(100), as: UTF8.self)
      self =
        type.hasPrefix("application/vnd.oasis.opendocument.text") ? .openDocument : .otherOffice
      return
    }
    guard let types = entries.first(where: { $0.path == "[Content_Types].xml" }) else {
      self = .archive
      return
    }
    // Office Open XML says there what its main part is (ISO/IEC 29500-2, 10.1.2).
    let text = String(decoding: MarkupEncoding.utf8(types.bytes) ?? types.bytes, as: UTF8.self)
    self = text.contains("wordprocessingml") || text.contains("ms-word.") ? .word : .otherOffice
  }
}
