import ExpungeJudgement

/// Names documents for one report, in the order in which they are reported.
struct ShownPaths {
  private let style: PathStyle
  /// The document last named, from 1; 0 before the first.
  private(set) var number = 0

  init(_ style: PathStyle) { self.style = style }

  /// The next document's path, masked where it must not be shown.
  mutating func next(_ audit: DocumentAudit) -> String {
    number += 1
    switch style {
    case .real: return audit.path
    case .masked: return MaskedPath(audit).shown(audit.path, number: number)
    }
  }

  /// The path of what was found and not asked for.
  ///
  /// - Parameter index: its place among those, from 0.
  func excluded(_ item: Excluded, at index: Int) -> String {
    switch style {
    case .real: item.path
    case .masked: MaskedPath(item).shown(item.path, number: index + 1, noun: "excluded file")
    }
  }
}
