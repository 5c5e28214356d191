/// How a file's bytes stand for characters; remembered so that a redacted copy is written the same way.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Also what browsers take ISO 8859-1 and US-ASCII declarations to mean (WHATWG Encoding).
  case windows1252 = "windows-1252"

  /// Bytes of one code unit.
  package var unitWidth: Int {
    switch self {
    case .utf8, .windows1252: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }
}
