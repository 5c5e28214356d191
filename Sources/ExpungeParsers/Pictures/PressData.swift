import ExpungeText

/// The fields of the press in a picture (IPTC Information Interchange Model 4.2, record 2), as they stand
/// among Photoshop's resources.
enum PressData {
  /// Who made it, where, and what it shows, in their numbers' order.
  private static let titles: [UInt8: String] = [
    5: "Title", 25: "Keyword", 80: "By", 85: "Post", 90: "City", 92: "Place", 95: "County",
    105: "Headline", 110: "Credit", 115: "Source", 116: "Copyright", 118: "Contact",
    120: "Caption", 122: "Written by",
  ]

  static func lines(of payload: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var index = payload.startIndex
    // A field begins with 0x1C and its record; what stands between the fields is passed over.
    while index + 5 <= payload.endIndex {
      guard payload[index] == 0x1C, payload[index + 1] == 2, let title = titles[payload[index + 2]]
      else {
        index += 1
        continue
      }
      let count = Int(payload[index + 3]) << 8 | Int(payload[index + 4])
      let start = index + 5
      guard count > 0, count < 0x8000, start + count <= payload.endIndex else {
        index += 1
        continue
      }
      lines.append(
        Array("\(title): ".utf8)
          + String(decoding: payload[start..<start + count], as: UTF8.self).utf8)
      index = start + count
    }
    return lines
  }
}
