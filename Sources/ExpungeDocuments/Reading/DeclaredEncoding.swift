package import ExpungeText

/// The encoding that a web page says it is in.
package enum DeclaredEncoding: Hashable {
  case known(TextEncoding)
  case unknown

  /// Looks where browsers look: for a charset in the first 1024 bytes (HTML standard, "prescan a
  /// byte stream to determine its encoding"), or in an XML declaration.
  package init?(inPage bytes: [UInt8]) {
    let head = bytes.prefix(1024).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    guard
      let value = DeclaredEncoding.value(after: "charset", in: head)
        ?? (head.starts(with: Array("<?xml".utf8))
          ? DeclaredEncoding.value(after: "encoding", in: head) : nil)
    else { return nil }
    switch value {
    case "utf-8", "utf8": self = .known(.utf8)
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii",
      "ascii", "l1":
      self = .known(.windows1252)
    default: self = .unknown
    }
  }

  private static func value(after name: String, in head: [UInt8]) -> String? {
    let name = Array(name.utf8)
    var index = 0
    while index + name.count <= head.count {
      guard head[index...].starts(with: name) else {
        index += 1
        continue
      }
      index += name.count
      var rest = head[index...].drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
      let value = rest.prefix { $0 > 0x20 && ![0x22, 0x27, 0x3B, 0x3E, 0x2F, 0x3F].contains($0) }
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
