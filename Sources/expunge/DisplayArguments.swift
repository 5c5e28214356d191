import ArgumentParser
import ExpungeJudgement
import ExpungeReporting

/// How a command that names files shows them.
struct PathArguments: ParsableArguments {
  enum Paths: String, ExpressibleByArgument, CaseIterable {
    case masked, real
  }

  @Option(help: "How to show file names that hold a finding: masked or real.")
  var paths: Paths?

  /// File names are shown as they are only where a person sits, or was asked for.
  var style: PathStyle {
    switch paths {
    case .real: .real
    case .masked: .masked
    case nil: Terminal.isOutput ? .real : .masked
    }
  }

  /// In files, which are kept and shared, names are masked unless a person asked for them.
  var styleInFiles: PathStyle { paths == .real ? .real : .masked }
}

/// How a long run says how far it is.
struct ProgressArguments: ParsableArguments {
  @Flag(help: "Do not draw progress on the terminal.")
  var noProgress = false

  func progress(total: Int) -> Progress {
    Progress(
      enabled: Terminal.redraws && !noProgress, total: total, width: Terminal.errorWidth
    ) { Diagnostics.write(String(decoding: $0, as: UTF8.self)) }
  }
}

/// Options of every command that shows findings.
struct DisplayArguments: ParsableArguments {
  @OptionGroup var files: PathArguments

  @Flag(help: "Show what the findings hold: for your own eyes; refused under CI.")
  var reveal = false

  @OptionGroup var progress: ProgressArguments

  var pathStyle: PathStyle { files.style }
}
