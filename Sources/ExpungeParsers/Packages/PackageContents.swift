package import ExpungeText

/// The entries of a package laid out behind one another, as parts map to them.
///
/// Markup is UTF-8 here whatever it is in the package; what is not text stays as it is.
package struct PackageContents {
  package let contents: FileContents
  /// The entry that stands for the remark about the whole file, behind all others; nil without one.
  package let remark: Int?
  /// What is said about single entries.
  package let entryRemarks: [[UInt8]]
  private let numbers: [String: Int]

  init(_ unpacked: ZipFile.Unpacked) {
    self.init(unpacked.entries, remark: unpacked.remark, entryRemarks: unpacked.entryRemarks)
  }

  package init(
    _ entries: [PackageEntry], remark: [UInt8] = [], entryRemarks: [[UInt8]] = []
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(0) { $0 + $1.bytes.count })
    var laidOut: [FileContents.Entry] = []
    var numbers: [String: Int] = [:]
    for (number, entry) in entries.enumerated() {
      let language = PackageContents.language(of: entry)
      let start = bytes.count
      bytes += language == .xml ? MarkupEncoding.utf8(entry.bytes) ?? entry.bytes : entry.bytes
      laidOut.append(
        FileContents.Entry(
          name: entry.name, range: ByteRange(start, bytes.count), language: language))
      numbers[entry.path] = number
    }
    let words = String(validating: remark, as: UTF8.self) == nil ? [] : remark
    if words.isEmpty {
      self.remark = nil
    } else {
      self.remark = laidOut.count
      bytes += words
      laidOut.append(
        FileContents.Entry(
          name: [], range: ByteRange(bytes.count - words.count, bytes.count), language: .plain))
    }
    self.entryRemarks = entryRemarks + (words.isEmpty && !remark.isEmpty ? [remark] : [])
    contents = FileContents(bytes: bytes, entries: laidOut)
    self.numbers = numbers
  }

  package var entries: [FileContents.Entry] { contents.entries }

  /// The number of the entry with this path ("word/document.xml"); nil without one.
  package func entry(_ path: String) -> Int? { numbers[path] }

  package func bytes(ofEntry number: Int) -> ArraySlice<UInt8> { contents.bytes(ofEntry: number) }

  private static func language(of entry: PackageEntry) -> FileContents.Language {
    let path = entry.path.lowercased()
    if path.hasSuffix(".xml") || path.hasSuffix(".rels") || path.hasSuffix(".vml")
      || path.hasSuffix(".rdf")
    {
      return .xml
    }
    if path == "mimetype" { return .plain }
    return .binary
  }
}
