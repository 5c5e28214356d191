import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Carries out a plan and reports on it, on standard output and in files.
struct RunReport {
  private let arguments: ReportArguments
  private let display: DisplayArguments
  private let reveal: Reveal?
  private let requests: [ReportRequest<ReportFormat>]
  /// Whether the text report lists every class that is not looked for.
  var listsUnchecked = false

  /// - Throws: `ConfigurationError` when values may not be shown here, or a report is asked for wrongly.
  init(_ arguments: ReportArguments, _ display: DisplayArguments) throws {
    self.arguments = arguments
    self.display = display
    reveal = try Revealing.permission(asked: display.reveal)
    requests = try arguments.report.map { try ReportRequest($0) }
    if reveal != nil, formats.allSatisfy(\.isForPipelines) {
      throw ConfigurationError(
        "--reveal changes nothing in \(arguments.format.rawValue), which never holds values: use text, json, markdown or html"
      )
    }
  }

  private var formats: [ReportFormat] { [arguments.format] + requests.map(\.format) }

  /// Asks the engine for what the formats need, and for no more.
  func adapt(_ options: inout EngineOptions) {
    options.hashesDocuments = formats.contains(where: \.showsHashes)
    options.keepsFileLines = formats.contains(where: \.pointsIntoFiles)
  }

  /// Runs a plan and reports on it; ends with the verdict's exit code.
  ///
  /// - Parameter decide: what is known from before is marked here, document by document.
  /// - Throws: `CommandOutcome` in the end; `ConfigurationError` and `FileError`, and then no report is
  ///   left in a file.
  func end(
    _ plan: AuditRun.Plan, of run: AuditRun, decide: (inout DocumentAudit) -> Void
  ) throws {
    let files = try ReportFiles(requests, isRevealing: reveal != nil)
    let output = CommandOutput()
    var options = ReportOptions()
    options.reveal = reveal
    options.paths = display.pathStyle
    options.describe = run.engine.library.descriptions
    options.text.style = Terminal.style
    options.text.verdictOnly = arguments.quiet
    options.text.brief = plan.entries.count > 20
    options.text.listsUnchecked = listsUnchecked
    var reporters = [arguments.format.reporter(options) { try output.write($0) }]
    options.paths = display.files.styleInFiles
    options.text.style = Style()
    options.text.verdictOnly = false
    reporters += zip(requests, files.sinks).map { $0.format.reporter(options, sink: $1) }
    if formats.contains(.github), let summary = StepSummary.reporter(paths: options.paths) {
      reporters.append(summary)
    }
    var combined = CombinedReporter(reporters)
    let summary = try run.report(
      plan, into: &combined, progress: display.progress, decide: decide)
    try output.finish()
    try files.publish()
    throw CommandOutcome(code: summary.verdict.exitCode)
  }
}
