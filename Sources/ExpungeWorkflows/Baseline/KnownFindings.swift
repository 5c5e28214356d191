package import ExpungeJudgement
package import ExpungeText

/// The baseline of a run, if it has one: opened once, then asked about each document.
package struct KnownFindings {
  private var comparison: BaselineComparison?

  /// - Parameters:
  ///   - path: the baseline; nil for none.
  ///   - root: where the paths of the run's documents begin.
  ///   - day: the day the run speaks for.
  /// - Throws: `ConfigurationError` when the baseline cannot be used.
  package init(
    _ path: String?, pathsFrom root: String = ".", at day: CalendarDay?
  ) throws(ConfigurationError) {
    guard let path else { return }
    comparison = BaselineComparison(
      try Baseline.read(path),
      names: BaselineDocument(
        folder: PathText.folder(of: PathText.absolute(path)), root: PathText.absolute(root)),
      at: day)
  }

  /// Marks what is known; it then blocks nothing.
  package mutating func apply(to audit: inout DocumentAudit) { comparison?.apply(to: &audit) }
}
