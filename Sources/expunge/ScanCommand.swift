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
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var display: DisplayArguments

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to report: text or json.")
  var format = Format.text

  @Flag(help: "Decide about publication: markers in a text exempt nothing critical.")
  var gate = false

  @Option(help: "A file of known findings, which then do not block.", completion: .file())
  var baseline: String?

  @Flag(help: "Print the verdict and nothing else.")
  var quiet = false

  @Flag(help: "List every class of leak that this version does not look for.")
  var notLookedFor = false

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    let reveal = try Revealing.permission(asked: display.reveal)
    let day = try date.checked()
    let configuration = try self.engine.configuration(
      at: day, settings: settings.file(), baseline: baseline)
    var options = configuration.options
    options.hashesDocuments = format == .json
    options.isGate = gate
    let engine = try AuditEngine(options: options)
    let run = AuditRun(
      engine: engine, jobs: try self.engine.workers(), standardInputName: stdinName,
      key: try IdentifierKey.fromEnvironment())
    var known = try KnownFindings(configuration.baseline, at: day)
    try Self.report(
      try run.plan(paths), of: run, as: format, display: display, reveal: reveal, quiet: quiet,
      listsUnchecked: notLookedFor
    ) { known.apply(to: &$0) }
  }

  /// Runs a plan and reports on it; ends with the verdict's exit code.
  ///
  /// - Parameter decide: what is known from before is marked here, document by document.
  static func report(
    _ plan: AuditRun.Plan, of run: AuditRun, as format: Format, display: DisplayArguments,
    reveal: Reveal?, quiet: Bool, listsUnchecked: Bool = false,
    decide: (inout DocumentAudit) -> Void
  ) throws {
    Diagnostics.warn(ofSlowRulesIn: run.engine)
    let output = CommandOutput()
    var options = TextReporter.Options()
    options.verdictOnly = quiet
    options.brief = plan.entries.count > 20
    options.listsUnchecked = listsUnchecked
    var reporter = reporter(format, options, display, reveal: reveal) { try output.write($0) }
    var progress = display.progress(total: plan.entries.count)
    var summary = AuditSummary()
    summary.excluded = plan.excluded
    try reporter.begin(run.engine.header)
    try run.run(plan) { item in
      var audit = item.examined.audit
      decide(&audit)
      summary.add(audit)
      summary.bytes += item.byteCount
      if Terminal.isOutput { progress.erase() }
      try reporter.document(audit)
      progress.advance(files: 1, bytes: item.byteCount)
    }
    progress.erase()
    try reporter.end(summary)
    try output.finish()
    throw CommandOutcome(code: summary.verdict.exitCode)
  }

  private static func reporter(
    _ format: Format, _ options: TextReporter.Options, _ display: DisplayArguments,
    reveal: Reveal?, sink: @escaping ByteSink
  ) -> any Reporter {
    switch format {
    case .json:
      return JSONReporter(reveal: reveal, paths: display.pathStyle, sink: sink)
    case .text:
      var options = options
      options.style = Terminal.style
      options.reveal = reveal
      options.paths = display.pathStyle
      return TextReporter(options: options, sink: sink)
    }
  }
}
