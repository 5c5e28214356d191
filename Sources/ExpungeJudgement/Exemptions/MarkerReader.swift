import ExpungeText
import Glibc

/// Finds the markers of a document. Linear in its text.
struct MarkerReader {
  /// "pack/name" of each rule, by that and by former names.
  let rules: [String: String]

  private static let opening = Array("[expunge:".utf8)
  private static let commentOpening = Array("expunge:".utf8)

  /// Most documents have no marker.
  static func mayHold(_ document: Document) -> Bool {
    document.parts.contains { part in
      switch part.kind {
      case .body: mayHold(part.text)
      case .comment: first(commentOpening, in: part.text, 0, part.text.count) != nil
      default: false
      }
    }
  }

  func markers(in document: Document) -> [InlineMarker] {
    var markers: [InlineMarker] = []
    for (index, part) in document.parts.enumerated() {
      switch part.kind {
      case .body: markers += inText(of: part, index)
      case .comment: markers += comment(part, index).map { [$0] } ?? []
      default: continue
      }
    }
    return markers
  }

  private func comment(_ part: Part, _ index: Int) -> InlineMarker? {
    let all = ByteRange(0, part.text.count)
    let words = all.trimmed(in: part.text)
    guard part.text[words.start..<words.end].starts(with: Self.commentOpening) else { return nil }
    let start = words.start + Self.commentOpening.count
    return marker(at: all, words: ByteRange(start, words.end), in: part.text, index)
  }

  private func inText(of part: Part, _ index: Int) -> [InlineMarker] {
    guard Self.mayHold(part.text) else { return [] }
    var markers: [InlineMarker] = []
    for block in part.blocks {
      var start = block.range.start
      while let open = Self.first(Self.opening, in: part.text, start, block.range.end) {
        let from = open + Self.opening.count
        guard let close = part.text[from..<block.range.end].firstIndex(of: UInt8(ascii: "]"))
        else { break }
        markers.append(
          marker(
            at: ByteRange(open, close + 1), words: ByteRange(from, close), in: part.text, index))
        start = close + 1
      }
    }
    return markers
  }

  /// "allow RULE; reason: …; approver: …; until: 2027-05-01"
  private func marker(
    at range: ByteRange, words: ByteRange, in text: [UInt8], _ part: Int
  ) -> InlineMarker {
    var marker = InlineMarker(
      location: Location(part: part, range: range), rule: nil, reason: nil, approver: nil,
      until: nil, state: .unused)
    var fields = fields(of: words, in: text)[...]
    guard let head = fields.popFirst().map({ string($0, text) }), head.hasPrefix("allow ") else {
      marker.state = .unreadable
      return marker
    }
    let name = String(head.dropFirst(6)).split(separator: " ").joined(separator: " ")
    marker.rule = rules[name]
    for field in fields {
      guard let colon = text[field.start..<field.end].firstIndex(of: UInt8(ascii: ":")) else {
        marker.state = .unreadable
        return marker
      }
      let value = ByteRange(colon + 1, field.end).trimmed(in: text)
      let place = value.isEmpty ? nil : Location(part: part, range: value)
      switch string(ByteRange(field.start, colon).trimmed(in: text), text) {
      case "reason": marker.reason = place
      case "approver": marker.approver = place
      case "until":
        guard let day = CalendarDay(string(value, text)) else { fallthrough }
        marker.until = day
      default:
        marker.state = .unreadable
        return marker
      }
    }
    if marker.rule == nil {
      marker.state = .unknownRule
    } else if marker.reason == nil {
      marker.state = .noReason
    }
    return marker
  }

  private func fields(of words: ByteRange, in text: [UInt8]) -> [ByteRange] {
    var fields: [ByteRange] = []
    var start = words.start
    for index in words.start..<words.end where text[index] == UInt8(ascii: ";") {
      fields.append(ByteRange(start, index).trimmed(in: text))
      start = index + 1
    }
    fields.append(ByteRange(start, words.end).trimmed(in: text))
    return fields
  }

  private func string(_ range: ByteRange, _ text: [UInt8]) -> String {
    String(decoding: text[range.start..<range.end], as: UTF8.self)
  }

  /// One pass for a bracket before an "e".
  private static func mayHold(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { bytes in
      guard var rest = bytes.baseAddress else { return false }
      let end = rest + bytes.count
      while let found = memchr(rest, Int32(opening[0]), end - rest) {
        rest = UnsafeRawPointer(found) + 1
        if rest < end, rest.load(as: UInt8.self) == opening[1] { return true }
      }
      return false
    }
  }

  private static func first(
    _ needle: [UInt8], in text: [UInt8], _ start: Int, _ end: Int
  ) -> Int? {
    var index = start
    while index + needle.count <= end {
      guard let next = text[index..<end].firstIndex(of: needle[0]) else { return nil }
      if next + needle.count <= end, text[next..<next + needle.count].elementsEqual(needle) {
        return next
      }
      index = next + 1
    }
    return nil
  }
}
