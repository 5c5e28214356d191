import ExpungeText

/// A piece of a picture's file that says something about the picture and is no part of what it shows.
struct PictureSegment {
  enum Kind {
    /// Exchangeable image file format (CIPA DC-008): a TIFF file behind six bytes of its own.
    case camera
    /// Extensible metadata platform (ISO 16684-1): XML.
    case description
    /// Photoshop's resources, among which stand the fields of the press (IPTC IIM 4.2).
    case press
    /// Words as they are.
    case remark
  }

  let kind: Kind
  /// What it holds; bytes of the picture.
  let payload: ByteRange
  /// What to take out for it to be gone, and the picture still be whole.
  let whole: ByteRange
  /// Whether as many empty bytes must stand there instead.
  var keepsLength = false

  /// All segments of a JPEG, PNG or WebP file, as far as it is whole. O(segments).
  static func all(in picture: ArraySlice<UInt8>) -> [PictureSegment] {
    let bytes = Array(picture)
    if bytes.starts(with: [0xFF, 0xD8]) { return inJPEG(bytes) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return inPNG(bytes) }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return inWebP(bytes)
    }
    return []
  }

  // MARK: JPEG (ITU-T T.81, annex B)

  private static let exif = Array("Exif\0\0".utf8)
  private static let starts: [(words: [UInt8], kind: Kind)] = [
    (Array("http://ns.adobe.com/xap/1.0/\0".utf8), .description),
    (Array("Photoshop 3.0\0".utf8), .press),
  ]

  private static func inJPEG(_ bytes: [UInt8]) -> [PictureSegment] {
    var found: [PictureSegment] = []
    var index = 2
    // Bytes that fill up before a marker go with its segment: alone they would begin another.
    var start = index
    // Up to the lines themselves, behind which nothing is said.
    while index + 4 <= bytes.count, bytes[index] == 0xFF, bytes[index + 1] != 0xDA {
      let marker = bytes[index + 1]
      guard marker != 0xFF else {
        index += 1
        continue
      }
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      guard length >= 2, index + 2 + length <= bytes.count else { break }
      let payload = ByteRange(index + 4, index + 2 + length)
      let whole = ByteRange(start, payload.end)
      index = whole.end
      start = index
      if marker == 0xFE {
        found.append(PictureSegment(kind: .remark, payload: payload, whole: whole))
      } else if (0xE1...0xEF).contains(marker) {
        let content = bytes[payload.start..<payload.end]
        if content.starts(with: exif) {
          found.append(PictureSegment(kind: .camera, payload: payload, whole: whole))
        } else if let start = starts.first(where: { content.starts(with: $0.words) }) {
          let rest = ByteRange(payload.start + start.words.count, payload.end)
          found.append(PictureSegment(kind: start.kind, payload: rest, whole: whole))
        }
      }
    }
    return found
  }

  // MARK: PNG (ISO/IEC 15948)

  private static let xmpKeyword = Array("XML:com.adobe.xmp\0".utf8)

  private static func inPNG(_ bytes: [UInt8]) -> [PictureSegment] {
    var found: [PictureSegment] = []
    var index = 8
    while index + 12 <= bytes.count {
      let length = (0..<4).reduce(0) { $0 << 8 | Int(bytes[index + $1]) }
      let whole = ByteRange(index, index + 12 + length)
      guard whole.end <= bytes.count else { break }
      index = whole.end
      let payload = ByteRange(whole.start + 8, whole.end - 4)
      switch String(decoding: bytes[whole.start + 4..<whole.start + 8], as: UTF8.self) {
      case "eXIf": found.append(PictureSegment(kind: .camera, payload: payload, whole: whole))
      case "tEXt": found.append(PictureSegment(kind: .remark, payload: payload, whole: whole))
      case "iTXt":
        // Keyword, two flags, language, keyword in that language, text.
        let isDescription = bytes[payload.start..<payload.end].starts(with: xmpKeyword)
        let start = isDescription ? payload.start + xmpKeyword.count + 4 : payload.start
        found.append(
          PictureSegment(
            kind: isDescription ? .description : .remark,
            payload: ByteRange(min(start, payload.end), payload.end), whole: whole))
      default: break
      }
    }
    return found
  }

  // MARK: WebP (RFC 9649)

  private static func inWebP(_ bytes: [UInt8]) -> [PictureSegment] {
    var found: [PictureSegment] = []
    var index = 12
    while index + 8 <= bytes.count {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[index + 4 + $1]) << ($1 * 8) }
      let payload = ByteRange(index + 8, index + 8 + length)
      guard payload.end <= bytes.count else { break }
      let name = String(decoding: bytes[index..<index + 4], as: UTF8.self)
      index = payload.end + length % 2
      // The file counts its bytes at its start.
      func segment(_ kind: Kind) -> PictureSegment {
        PictureSegment(kind: kind, payload: payload, whole: payload, keepsLength: true)
      }
      switch name {
      case "EXIF": found.append(segment(.camera))
      case "XMP ": found.append(segment(.description))
      default: break
      }
    }
    return found
  }
}
