/// Writes JSON as it goes: keys in the order given, nothing but UTF-8 that is safe to show.
///
/// Control, bidirectional, zero-width and other invisible characters are escaped, so that a raw look
/// at the file shows what is in it.
struct JSONWriter {
  private var output: OutputBuffer
  /// For each open object or array, whether it already holds a value.
  private var filled: [Bool] = []
  private var followsKey = false

  init(sink: @escaping ByteSink) { output = OutputBuffer(sink: sink) }

  mutating func flush() throws { try output.flush() }
  mutating func flushWhenFull() throws { try output.flushWhenFull() }

  mutating func beginObject() { open("{") }
  mutating func endObject() { close("}") }
  mutating func beginArray() { open("[") }
  mutating func endArray() { close("]") }

  /// A line feed before the next value, for readers who compare two reports by lines.
  mutating func key(_ name: String, onNewLine: Bool = false) {
    separate(onNewLine: onNewLine)
    output.append("\"\(name)\":")
    followsKey = true
  }

  /// Begins an object on a line of its own.
  mutating func beginObjectOnNewLine() {
    separate(onNewLine: true)
    followsKey = true
    open("{")
  }

  mutating func string(_ text: String) {
    separate()
    output.append(Self.quoted(text))
  }

  mutating func integer(_ number: Int) {
    separate()
    output.append(String(number))
  }

  /// A number of hundredths as a decimal fraction: 97 is 0.97.
  mutating func hundredths(_ number: Int) {
    separate()
    let digits = String(number % 100)
    output.append("\(number / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)")
  }

  mutating func boolean(_ value: Bool) {
    separate()
    output.append(value ? "true" : "false")
  }

  mutating func null() {
    separate()
    output.append("null")
  }

  mutating func endLine() { output.append("\n") }

  private mutating func open(_ bracket: String) {
    separate()
    output.append(bracket)
    filled.append(false)
  }

  private mutating func close(_ bracket: String) {
    filled.removeLast()
    output.append(bracket)
  }

  private mutating func separate(onNewLine: Bool = false) {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = filled.last else { return }
    if last { output.append(",") }
    filled[filled.count - 1] = true
    if onNewLine { output.append("\n") }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if TerminalText.isUnsafe(scalar) {
          for unit in String(scalar).utf16 { quoted += escape(unit) }
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
