import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Examines documents and reports what leaks.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Examine documents and report what leaks, masked.",
    discussion: """
      Ends with 0 when nothing blocks, 1 when something does, 3 when something was not read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var engine: EngineArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var display: DisplayArguments

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to report: text or json.")
  var format = Format.text

  @Flag(help: "Decide about publication: markers in a text exempt nothing critical.")
  var gate = false

  @Flag(help: "Print the verdict and nothing else.")
  var quiet = false

  @Flag(help: "List every class of leak that this version does not look for.")
  var notLookedFor = false

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    let reveal = try Revealing.permission(asked: display.reveal)
    var options = try self.engine.options(at: date.checked())
    options.hashesDocuments = format == .json
    options.isGate = gate
    let engine = try AuditEngine(options: options)
    let run = AuditRun(
      engine: engine, jobs: try self.engine.workers(), standardInputName: stdinName,
      key: try IdentifierKey.fromEnvironment())
    let plan = try run.plan(paths)
    let output = CommandOutput()
    var reporter = reporter(reveal: reveal, count: plan.entries.count) { try output.write($0) }
    var progress = display.progress(total: plan.entries.count)
    var summary = AuditSummary()
    summary.excluded = plan.excluded
    try reporter.begin(engine.header)
    try run.run(plan) { item in
      summary.add(item.examined.audit)
      summary.bytes += item.byteCount
      if Terminal.isOutput { progress.erase() }
      try reporter.document(item.examined.audit)
      progress.advance(files: 1, bytes: item.byteCount)
    }
    progress.erase()
    try reporter.end(summary)
    try output.finish()
    throw CommandOutcome(code: summary.verdict.exitCode)
  }

  private func reporter(
    reveal: Reveal?, count: Int, sink: @escaping ByteSink
  ) -> any Reporter {
    switch format {
    case .json:
      return JSONReporter(reveal: reveal, paths: display.pathStyle, sink: sink)
    case .text:
      var options = TextReporter.Options()
      options.style = Terminal.style
      options.reveal = reveal
      options.paths = display.pathStyle
      options.verdictOnly = quiet
      options.brief = count > 20
      options.listsUnchecked = notLookedFor
      return TextReporter(options: options, sink: sink)
    }
  }
}
