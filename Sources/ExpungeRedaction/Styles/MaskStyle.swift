/// A bar of constant width: says that something stood there, and nothing else.
struct MaskStyle: ReplacementStyle {
  /// Never as wide as what it stands for, but for chance.
  private static let bar = String(repeating: "\u{2588}", count: 5)

  func replacement(for leak: LeakInText) -> Replacement? { .standingIn(for: leak, Self.bar) }
}
