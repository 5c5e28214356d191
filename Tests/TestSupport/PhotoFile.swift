/// Makes photographs of no size that say who took them and where, as cameras write it.
package struct PhotoFile {
  /// Exif's field of that name, in ASCII.
  package var artist: String?
  /// Degrees north and west, each as whole degrees, minutes and seconds.
  package var position: (north: [UInt32], west: [UInt32])?
  /// XML of Adobe's.
  package var description: String?
  /// Fields of the press (IPTC IIM), by number.
  package var press: [(number: UInt8, words: String)] = []
  package var remark: String?

  package init() {}

  package var jpeg: [UInt8] {
    var file: [UInt8] = [0xFF, 0xD8]
    if artist != nil || position != nil { file += segment(0xE1, Array("Exif\0\0".utf8) + tiff) }
    if let description {
      file += segment(0xE1, Array(("http://ns.adobe.com/xap/1.0/\0" + description).utf8))
    }
    if !press.isEmpty {
      let fields = press.flatMap { field -> [UInt8] in
        [0x1C, 2, field.number] + big(field.words.utf8.count) + Array(field.words.utf8)
      }
      file += segment(
        0xED, Array("Photoshop 3.0\0008BIM".utf8) + [4, 4, 0, 0, 0, 0] + big(fields.count) + fields)
    }
    if let remark { file += segment(0xFE, Array(remark.utf8)) }
    return file + PhotoFile.lines
  }

  /// The picture itself, without what is said about it.
  package static let lines: [UInt8] = [0xFF, 0xDA, 0, 2, 0x55, 0xAA, 0xFF, 0xD9]

  package var png: [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    if artist != nil || position != nil { file += chunk("eXIf", tiff) }
    if let remark { file += chunk("tEXt", Array("Author\0".utf8) + Array(remark.utf8)) }
    return file + chunk("IEND", [])
  }

  // MARK: Parts

  private func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(payload.count + 2) + payload
  }

  private func chunk(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    [0, 0] + big(payload.count) + Array(name.utf8) + payload + [0, 0, 0, 0]
  }

  private func big(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }

  private func little(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A TIFF file of two directories (TIFF 6.0; CIPA DC-008, 4.6).
  private var tiff: [UInt8] {
    let name = Array((artist ?? "").utf8) + [0, 0, 0, 0]
    let start = 8 + 2 + 2 * 12 + 4
    let places = start + name.count
    let values = places + 2 + 4 * 12 + 4
    var bytes = Array("II*\0".utf8) + little(8) + [2, 0]
    bytes += [0x3B, 0x01, 2, 0] + little(name.count) + little(start)
    bytes += [0x25, 0x88, 4, 0] + little(1) + little(position == nil ? 0 : places)
    bytes += little(0) + name
    guard let position else { return bytes }
    bytes += [4, 0]
    bytes += [1, 0, 2, 0] + little(2) + [UInt8(ascii: "N"), 0, 0, 0]
    bytes += [2, 0, 5, 0] + little(3) + little(values)
    bytes += [3, 0, 2, 0] + little(2) + [UInt8(ascii: "W"), 0, 0, 0]
    bytes += [4, 0, 5, 0] + little(3) + little(values + 24)
    bytes += little(0)
    for number in position.north + position.west { bytes += little(Int(number)) + little(1) }
    return bytes
  }
}
