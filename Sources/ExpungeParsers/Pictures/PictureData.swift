import ExpungeDocuments
import ExpungeText

/// What a picture's file says beside the picture: who took it, where, when, and what they wrote.
///
/// The picture itself is not read. What is said goes by rule from a redacted copy, as the properties
/// of the file around it do; a picture that says nothing stays byte for byte.
struct PictureData {
  /// A line each.
  private(set) var lines: [MappedText] = []
  private(set) var cuts: [LayerCut] = []

  /// - Parameters:
  ///   - picture: its file.
  ///   - start: where it begins in the contents.
  init(_ picture: ArraySlice<UInt8>, at start: Int, limits: ReaderLimits) {
    let bytes = Array(picture)
    for segment in PictureSegment.all(in: picture) {
      let payload = bytes[segment.payload.start..<segment.payload.end]
      let said = Self.lines(of: payload, segment.kind, limits)
      guard !said.isEmpty else { continue }
      let range = ByteRange(segment.whole.start + start, segment.whole.end + start)
      for line in said {
        var text = MappedText()
        text.append(line, from: range, verbatim: false)
        lines.append(text)
      }
      cuts.append(
        LayerCut(
          kind: .property, range: range,
          replacement: segment.keepsLength ? [UInt8](repeating: 0, count: range.count) : []))
    }
  }

  private static func lines(
    of payload: ArraySlice<UInt8>, _ kind: PictureSegment.Kind, _ limits: ReaderLimits
  ) -> [[UInt8]] {
    let lines =
      switch kind {
      case .camera: CameraData.lines(of: payload)
      case .description: PictureDescription.lines(of: payload, limits: limits)
      case .press: PressData.lines(of: payload)
      case .remark:
        // A keyword and its text are parted by NUL.
        [
          Array(
            String(decoding: payload.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self).utf8)
        ]
      }
    return lines.map { line in line.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 } }
      .filter { $0.contains { !Ascii.isSpace($0) } }
  }
}

extension PackageParts {
  /// Adds what the pictures of a package say about themselves, each under the number by which it is
  /// listed as unread.
  /// - Returns: what a rewriting takes out of them.
  mutating func add(
    picturesOf unread: PackageUnread, in package: PackageContents, limits: ReaderLimits
  ) -> [LayerCut] {
    unread.items.filter { $0.kind == .picture }.flatMap { item -> [LayerCut] in
      guard let entry = item.entry else { return [] }
      let data = PictureData(
        package.bytes(ofEntry: entry), at: package.entries[entry].range.start, limits: limits)
      add(.pictureData, data.lines, number: item.number)
      return data.cuts
    }
  }
}
