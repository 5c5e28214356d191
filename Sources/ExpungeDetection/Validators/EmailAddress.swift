/// An e-mail address by its host: labels of a plausible length, the last no file extension.
///
/// Source: RFC 1035 (labels of at most 63 octets, names of 255). No list of top-level names: it would
/// age, and drafts use names such as .example.
enum EmailAddress {
  private static let extensions: [StaticString] = [
    "png", "jpg", "jpeg", "gif", "svg", "css", "js", "html", "htm", "pdf", "doc", "docx", "xlsx",
    "txt",
  ]

  static func grade(_ value: Span<UInt8>) -> Grade {
    guard let at = value.indices.last(where: { value[$0] == UInt8(ascii: "@") }), at > 0,
      value.count - at <= 256
    else { return .fail }
    var label = 0
    var labels = 0
    var lastStart = at + 1
    for index in at + 1..<value.count {
      if value[index] == UInt8(ascii: ".") {
        guard (1...63).contains(label) else { return .fail }
        label = 0
        labels += 1
        lastStart = index + 1
      } else {
        label += 1
      }
    }
    guard labels >= 1, (2...63).contains(label) else { return .fail }
    return extensions.contains { isEqual(value, lastStart, $0) } ? .fail : .pass
  }

  private static func isEqual(_ value: Span<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      value.count - start == word.count
        && word.indices.allSatisfy { value[start + $0] | 0x20 == word[$0] }
    }
  }
}
