import ExpungeText

/// The encodings in which an XML entry may be written (XML 1.0, appendix F).
enum MarkupEncoding {
  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The entry in UTF-8 without a mark; nil where it is in no encoding that processors must know.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE]) { return decode(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return decode(bytes.dropFirst(2), isBigEndian: true) }
    if bytes.starts(with: [0x3C, 0x00]) { return decode(bytes[...], isBigEndian: false) }
    if bytes.starts(with: [0x00, 0x3C]) { return decode(bytes[...], isBigEndian: true) }
    let rest = bytes.starts(with: utf8Mark) ? Array(bytes.dropFirst(3)) : bytes
    return String(validating: rest, as: UTF8.self) == nil ? nil : rest
  }

  /// A changed entry in the encoding that its original was in.
  static func encoded(_ text: [UInt8], as original: [UInt8]) -> [UInt8] {
    if original.starts(with: utf8Mark) { return utf8Mark + text }
    let little = original.starts(with: [0xFF, 0xFE])
    let big = original.starts(with: [0xFE, 0xFF])
    let bare = original.starts(with: [0x3C, 0x00]) || original.starts(with: [0x00, 0x3C])
    guard little || big || bare else { return text }
    let isBigEndian = big || original.starts(with: [0x00, 0x3C])
    let mark: [UInt8] = bare ? [] : Array(original.prefix(2))
    return mark
      + String(decoding: text, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
        let low = UInt8(truncatingIfNeeded: unit)
        let high = UInt8(unit >> 8)
        return isBigEndian ? [high, low] : [low, high]
      }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}
