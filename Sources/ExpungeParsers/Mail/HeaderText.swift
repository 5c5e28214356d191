import ExpungeDocuments
import ExpungeText

/// A header as a person reads it: a field a line, "Name: value", unfolded and decoded.
struct HeaderText {
  struct Line {
    let field: MailField
    /// In lower case; empty for a line that is no field.
    let name: String
    /// Bytes of the text, without the line feed.
    let range: ByteRange
    let value: ByteRange
    /// Ranges are of the text.
    let parameters: [MediaParameters.Parameter]
  }

  /// Bytes of the message: the fields with their line ends, without the empty line.
  let range: ByteRange
  private(set) var text: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var stops: Set<ReadingStop> = []

  /// The fields whose values have parameters that say how a body is to be read.
  static let mediaFields: Set = ["content-type", "content-disposition"]

  /// O(n).
  init(_ fields: [MailField], _ range: ByteRange, of bytes: [UInt8]) {
    self.range = range
    if bytes[range.start..<range.end].contains(0) { stops.insert(.damagedMessage) }
    for field in fields { add(field, bytes) }
  }

  private mutating func add(_ field: MailField, _ bytes: [UInt8]) {
    let (rawName, rawValue) = field.unfolded(bytes)
    let name = String(decoding: rawName, as: UTF8.self).lowercased()
    let start = text.count
    if field.colon != nil { text += rawName + Array(": ".utf8) }
    let valueStart = text.count
    let readable = MailText.readable(rawValue)
    var parameters: [MediaParameters.Parameter] = []
    if HeaderText.mediaFields.contains(name) {
      let media = MediaParameters(readable)
      text += media.text
      parameters = media.parameters.map { $0.shifted(by: valueStart) }
      if media.hasUnknown { stops.insert(.unknownEncoding) }
    } else {
      let decoded = EncodedWords.decode(readable)
      text += decoded.text
      if decoded.hasUnknown { stops.insert(.unknownEncoding) }
    }
    lines.append(
      Line(
        field: field, name: name, range: ByteRange(start, text.count),
        value: ByteRange(valueStart, text.count), parameters: parameters))
    text.append(Ascii.lineFeed)
  }

  func line(_ name: String) -> Line? { lines.first { $0.name == name } }

  func count(of name: String) -> Int { lines.count { $0.name == name } }

  /// What a field says before its parameters, in lower case: "text/html"; nil without the field.
  func token(of name: String) -> String? {
    guard let line = line(name) else { return nil }
    let value = text[line.value.start..<line.value.end]
    let token = value.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") }
    return String(decoding: token.filter { !Ascii.isSpace($0) }, as: UTF8.self).lowercased()
  }

  /// The first parameter of a name, decoded.
  func parameter(_ name: String, of field: String) -> [UInt8]? {
    line(field)?.parameters.first { $0.name == name }?.value
  }
}

extension MediaParameters.Parameter {
  func shifted(by offset: Int) -> Self {
    Self(
      name: name, value: value, range: ByteRange(range.start + offset, range.end + offset),
      whole: ByteRange(whole.start + offset, whole.end + offset))
  }
}
