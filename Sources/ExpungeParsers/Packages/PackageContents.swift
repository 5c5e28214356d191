package import ExpungeText

/// The entries of a package laid out behind one another, as parts map to them.
///
/// Markup is UTF-8 here whatever it is in the package; what is not text stays as it is.
package struct PackageContents {
  package let contents: FileContents
  private let numbers: [String: Int]

  package init(_ entries: [PackageEntry]) {
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
