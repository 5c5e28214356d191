import CLibExif
import ExpungeText

/// Who took a picture, where, when, and what they wrote about it, as cameras and telephones note it
/// (CIPA DC-008, Exif 2.32), read by libexif.
enum CameraData {
  /// A line for each field that is filled in; what is said of lenses and light is left out.
  /// - Parameter payload: with or without "Exif" at its start.
  static func lines(of payload: ArraySlice<UInt8>) -> [[UInt8]] {
    let start = Array("Exif\0\0".utf8)
    let block = payload.starts(with: start) ? Array(payload) : start + payload
    guard block.count <= Int(UInt16.max) * 16,
      let data = exif_data_new_from_data(block, UInt32(block.count))
    else { return [] }
    defer { exif_data_unref(data) }
    var lines: [[UInt8]] = []
    for (fields, directory) in fieldsByDirectory {
      guard let content = content(of: data, directory) else { continue }
      for (tag, title) in fields {
        guard let entry = exif_content_get_entry(content, ExifTag(rawValue: tag)) else { continue }
        let words = words(of: entry)
        if !words.isEmpty { lines.append(Array("\(title): ".utf8) + words) }
      }
    }
    if let position = position(in: data) { lines.append(Array("Position: \(position)".utf8)) }
    return lines
  }

  private static let fieldsByDirectory: [([(tag: UInt32, title: String)], ExifIfd)] = [
    (
      [
        (0x010E, "Description"), (0x013B, "Artist"), (0x013C, "Computer"), (0x8298, "Copyright"),
        (0x9C9B, "Title"), (0x9C9C, "Comment"), (0x9C9D, "Author"), (0x9C9E, "Keywords"),
        (0x9C9F, "Subject"),
      ], EXIF_IFD_0
    ),
    (
      [
        (0x9003, "Taken"), (0x9286, "Comment"), (0xA430, "Owner of the camera"),
        (0xA431, "Serial number of the camera"),
      ], EXIF_IFD_EXIF
    ),
    ([(0x001C, "Area")], EXIF_IFD_GPS),
  ]

  private static func content(
    of data: UnsafeMutablePointer<ExifData>, _ directory: ExifIfd
  ) -> UnsafeMutablePointer<ExifContent>? {
    withUnsafeBytes(of: data.pointee.ifd) { directories in
      directories.bindMemory(to: UnsafeMutablePointer<ExifContent>?.self)[Int(directory.rawValue)]
    }
  }

  /// In UTF-8, without what cannot be read; empty for a field without words.
  private static func words(of entry: UnsafeMutablePointer<ExifEntry>) -> [UInt8] {
    guard let start = entry.pointee.data else { return [] }
    var bytes = Array(UnsafeBufferPointer(start: start, count: Int(entry.pointee.size)))
    switch entry.pointee.tag.rawValue {
    case 0x9C9B...0x9C9F: bytes = utf8(ofUTF16: bytes)
    case 0x9286, 0x001C:
      // Eight bytes name the character code.
      let isWide = bytes.starts(with: "UNICODE\0".utf8)
      bytes = Array(bytes.dropFirst(8))
      if isWide { bytes = utf8(ofUTF16: bytes) }
    default: break
    }
    let words = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    return MappedText(Array(words.utf8), []).trimmed().bytes
  }

  /// As the systems write that fill these fields in: the lower byte first.
  private static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: Position

  /// "52.486240, -1.890410"; nil without one.
  private static func position(in data: UnsafeMutablePointer<ExifData>) -> String? {
    let order = exif_data_get_byte_order(data)
    guard let content = content(of: data, EXIF_IFD_GPS),
      let latitude = degrees(in: content, tag: 2, sideTag: 1, negative: "S", order),
      let longitude = degrees(in: content, tag: 4, sideTag: 3, negative: "W", order)
    else { return nil }
    return "\(decimal(latitude)), \(decimal(longitude))"
  }

  private static func degrees(
    in content: UnsafeMutablePointer<ExifContent>, tag: UInt32, sideTag: UInt32,
    negative: Unicode.Scalar, _ order: ExifByteOrder
  ) -> Double? {
    guard let entry = exif_content_get_entry(content, ExifTag(rawValue: tag)),
      let bytes = entry.pointee.data, entry.pointee.size >= 24
    else { return nil }
    let parts = (0..<3).map { index in
      let part = exif_get_rational(bytes + index * 8, order)
      return part.denominator == 0 ? 0 : Double(part.numerator) / Double(part.denominator)
    }
    let value = parts[0] + parts[1] / 60 + parts[2] / 3600
    guard value <= 180 else { return nil }
    let side = exif_content_get_entry(content, ExifTag(rawValue: sideTag))?.pointee.data?.pointee
    return side == UInt8(ascii: negative) ? -value : value
  }

  /// With six digits behind the point: a tenth of a metre.
  static func decimal(_ value: Double) -> String {
    let millionths = Int((abs(value) * 1_000_000).rounded())
    let fraction = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    return "\(value < 0 ? "-" : "")\(millionths / 1_000_000).\(fraction)"
  }
}
