import ExpungeText

/// Writes JSON as it goes: keys in the order given, nothing but UTF-8 that is safe to show.
///
/// Control, bidirectional, zero-width and other invisible characters are escaped, so that a raw look
/// at the file shows what is in it; and so is a second "#", so that no pipeline that keeps the file
/// as its log takes "##[error]" for a command. What was written is handed out by `take`, so that a large file
/// need never be in memory whole.
package struct JSONWriter {
  package enum Layout: Sendable {
    /// Without white space, but for the line feeds that are asked for.
    case compact
    /// Each key and element on a line of its own, two spaces in for each level.
    case indented
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  /// For each open object or array, whether it already holds a value.
  private var filled: [Bool] = []
  private var followsKey = false

  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// Bytes written since the last `take`.
  package var count: Int { bytes.count }

  /// Hands out what was written and forgets it.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  // MARK: Objects and arrays

  /// - Parameter onNewLine: begins a line, for readers who compare two files by lines.
  package mutating func beginObject(onNewLine: Bool = false) { open("{", onNewLine) }
  package mutating func endObject() { close("}") }
  package mutating func beginArray() { open("[", false) }
  package mutating func endArray() { close("]") }

  /// The next value is its. Begins a line on request.
  package mutating func key(_ name: String, onNewLine: Bool = false) {
    separate(onNewLine)
    quote(name)
    bytes += Array((layout == .indented ? ": " : ":").utf8)
    followsKey = true
  }

  package mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
    if let key { self.key(key) }
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func array<Element>(
    _ key: String, _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements { body(&self, element) }
    endArray()
  }

  /// Ends the file's last line.
  package mutating func endLine() { bytes.append(0x0A) }

  // MARK: Values

  package mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func integer(_ number: Int) {
    separate()
    bytes += Array(String(number).utf8)
  }

  /// A number of hundredths as a decimal fraction: 97 is 0.97. Not below nought.
  package mutating func hundredths(_ number: Int) {
    separate()
    let digits = String(number % 100)
    bytes += Array("\(number / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
  }

  /// The shortest decimal that reads back as the number; null for what is no finite one.
  package mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes += Array("\(number)".utf8)
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    bytes += Array((value ? "true" : "false").utf8)
  }

  package mutating func null() {
    separate()
    bytes += Array("null".utf8)
  }

  // MARK: Keys with their values

  /// Nil is null.
  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    integer(number)
  }

  /// Nil is null.
  package mutating func member(_ key: String, _ number: Double?) {
    self.key(key)
    if let number { self.number(number) } else { null() }
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  // MARK: Pieces

  private mutating func open(_ bracket: Character, _ onNewLine: Bool) {
    separate(onNewLine)
    bytes += Array(bracket.utf8)
    filled.append(false)
  }

  private mutating func close(_ bracket: Character) {
    let isFilled = filled.removeLast()
    if layout == .indented, isFilled { beginLine() }
    bytes += Array(bracket.utf8)
  }

  private mutating func separate(_ onNewLine: Bool = false) {
    if followsKey {
      followsKey = false
      return
    }
    guard let isFilled = filled.last else { return }
    if isFilled { bytes.append(UInt8(ascii: ",")) }
    filled[filled.count - 1] = true
    if layout == .indented {
      beginLine()
    } else if onNewLine {
      bytes.append(0x0A)
    }
  }

  private mutating func beginLine() {
    bytes.append(0x0A)
    bytes += [UInt8](repeating: 0x20, count: 2 * filled.count)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var before: Unicode.Scalar = "\""
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      switch scalar {
      case "#" where before == "#": escape(0x23)
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      case "\n": bytes += Array("\\n".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\t": bytes += Array("\\t".utf8)
      default:
        if scalar.isUnsafeToShow {
          for unit in String(scalar).utf16 { escape(unit) }
        } else if let encoded = UTF8.encode(scalar) {
          bytes += encoded
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes += Array("\\u".utf8)
    bytes += [UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes += Array(digits.utf8)
  }
}
