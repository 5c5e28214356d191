import ExpungeDocuments
import ExpungeParsers
import ExpungeText

/// Bytes as a picture of a Word file: what it says of itself goes by rule, all of it and at once.
enum PictureFeed {
  private static let limits = ReaderLimits(
    parts: 1_000, nesting: 100, textBytes: 1 << 20, packageEntries: 100, packageBytes: 1 << 20)
  private static let name = Array("word/media/image1.jpeg".utf8)
  private static let starts: [[UInt8]] = [
    [], [0xFF, 0xD8], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
    Array("RIFF\0\0\0\0WEBP".utf8),
  ]

  static func test(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let picture = starts[Int(kind & 3)] + bytes.dropFirst()
    let reading = read(picture)
    PartChecks.check(reading, of: [], limits: limits)
    guard let contents = reading.contents,
      let entry = contents.entries.first(where: { $0.name == name })
    else { found("the file around the picture is not read") }
    var copy: [UInt8] = []
    var end = entry.range.start
    for cut in reading.cuts.filter({ entry.range.contains($0.range) }).sorted(by: {
      $0.range < $1.range
    }) {
      require(cut.range.start >= end, "what goes of a picture overlaps")
      copy += contents.bytes[end..<cut.range.start] + cut.replacement
      end = cut.range.end
    }
    copy += contents.bytes[end..<entry.range.end]
    require(
      !read(copy).parts.contains { $0.role == .pictureData },
      "a picture says something still once its rule is kept")
  }

  private static func read(_ picture: [UInt8]) -> ReadParts {
    WordReader.read(
      PackageContents(
        [
          PackageEntry(
            name: Array("word/document.xml".utf8),
            bytes: WordTemplate.opening + WordTemplate.closing),
          PackageEntry(name: name, bytes: picture),
        ]), limits: limits)
  }
}
