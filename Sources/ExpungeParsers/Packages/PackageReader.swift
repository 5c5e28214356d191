import ExpungeDocuments
import ExpungeText

/// Reads a zip file: as a Word or an OpenDocument file if it is one, otherwise as an archive of files.
enum PackageReader {
  static func read(_ file: UnsafeBufferPointer<UInt8>, limits: ReaderLimits) -> ReadParts {
    let entries: [PackageEntry]
    do throws(ZipError) {
      entries = try ZipFile.entries(of: file, limits: limits)
    } catch {
      return ReadParts(stops: [error.stop])
    }
    switch PackageKind(entries) {
    case .word:
      return WordReader.read(PackageContents(entries), limits: limits)
    case .openDocument:
      return OpenDocumentReader.read(PackageContents(entries), limits: limits)
    case .otherOffice:
      return ReadParts(stops: [.otherPackage])
    case .archive:
      guard !entries.contains(where: \.isEncrypted) else {
        return ReadParts(stops: [.encryptedPackage])
      }
      var reading = ReadParts()
      reading.format = .archive
      reading.contents = PackageContents(entries.filter { !$0.isFolder }).contents
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
