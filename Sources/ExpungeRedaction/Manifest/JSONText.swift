/// Writes JSON by appending, two spaces deep for each level, keys in the order they are given.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var depth: Int
  private var isFirst = true

  init(depth: Int = 0) { self.depth = depth }

  mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    nest(key, "{", "}", body)
  }

  mutating func array<Element>(
    _ key: String, _ elements: [Element], _ body: (inout JSONText, Element) -> Void
  ) {
    nest(key, "[", "]") { json in
      for element in elements { body(&json, element) }
    }
  }

  mutating func string(_ key: String? = nil, _ value: String) {
    begin(key)
    quote(value)
  }

  mutating func integer(_ key: String? = nil, _ value: Int) {
    begin(key)
    bytes += Array(String(value).utf8)
  }

  mutating func boolean(_ key: String, _ value: Bool) {
    begin(key)
    bytes += Array((value ? "true" : "false").utf8)
  }

  mutating func null(_ key: String) {
    begin(key)
    bytes += Array("null".utf8)
  }

  /// Opens an object or array that is closed by `close`, perhaps in another text.
  mutating func open(_ key: String?, _ mark: String) {
    begin(key)
    bytes += Array(mark.utf8)
    depth += 1
    isFirst = true
  }

  mutating func close(_ mark: String) {
    depth -= 1
    if !isFirst { line() }
    bytes += Array(mark.utf8)
    isFirst = false
  }

  /// Hands out what was written so far and forgets it.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func nest(
    _ key: String?, _ opening: String, _ closing: String, _ body: (inout JSONText) -> Void
  ) {
    open(key, opening)
    body(&self)
    close(closing)
  }

  private mutating func begin(_ key: String?) {
    if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      line()
    }
    isFirst = false
    if let key {
      quote(key)
      bytes += Array(": ".utf8)
    }
  }

  private mutating func line() {
    bytes.append(0x0A)
    bytes += [UInt8](repeating: 0x20, count: 2 * depth)
  }

  /// Controls, line separators, bidirectional marks and what is invisible or has no agreed meaning:
  /// they could deceive whoever prints the file.
  private static func deceives(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case _ where JSONText.deceives(scalar):
        for unit in String(scalar).utf16 {
          let hex = String(unit, radix: 16)
          bytes += Array("\\u\(String(repeating: "0", count: 4 - hex.utf8.count))\(hex)".utf8)
        }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
