/// How a leak is replaced.
package enum RedactionStyle: String, Sendable, CaseIterable {
  /// "[NAME 1]": says what stood there and keeps persons apart, hints at neither length nor initial.
  case label
  /// A bar of constant width: says that something stood there, and nothing else.
  case mask

  /// Never as wide as what it stands for, but for chance.
  private static let bar = String(repeating: "\u{2588}", count: 5)

  /// The replacement as plain UTF-8; the writer of the format escapes and encodes it.
  func replacement(for placeholder: Placeholder) -> [UInt8] {
    switch self {
    case .label: Array(placeholder.text.utf8)
    case .mask: Array(RedactionStyle.bar.utf8)
    }
  }
}
