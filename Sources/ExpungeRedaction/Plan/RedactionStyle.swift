/// How a leak is replaced.
package enum RedactionStyle: String, Sendable, CaseIterable {
  /// "[NAME 1]": says what stood there and keeps persons apart, hints at neither length nor initial.
  case label

  /// The replacement as plain UTF-8; the writer of the format escapes and encodes it.
  func replacement(for placeholder: Placeholder) -> [UInt8] {
    switch self {
    case .label: Array(placeholder.text.utf8)
    }
  }
}
