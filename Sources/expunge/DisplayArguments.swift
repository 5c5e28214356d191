import ArgumentParser
import ExpungeJudgement
import ExpungeReporting

/// Options of every command that shows findings.
struct DisplayArguments: ParsableArguments {
  enum Paths: String, ExpressibleByArgument, CaseIterable {
    case masked, real
  }

  @Flag(help: "Show what the findings hold: for your own eyes; refused under CI.")
  var reveal = false

  @Option(help: "How to show file names that hold a finding: masked or real.")
  var paths: Paths?

  @Flag(help: "Do not draw progress on the terminal.")
  var noProgress = false

  /// File names are shown as they are only where a person sits, or was asked for.
  var pathStyle: PathStyle {
    switch paths {
    case .real: .real
    case .masked: .masked
    case nil: Terminal.isOutput ? .real : .masked
    }
  }

  func progress(total: Int) -> Progress {
    Progress(
      enabled: Terminal.isError && !noProgress, total: total, width: Terminal.errorWidth
    ) { Diagnostics.write(String(decoding: $0, as: UTF8.self)) }
  }
}
