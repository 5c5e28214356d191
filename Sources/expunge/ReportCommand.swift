import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Counts what a folder of decisions holds, for somebody who signs for its publication.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Report on a folder of decisions for the one who signs: counts, limits, law, no values.",
    discussion: """
      Ends with 0 when done, whatever was found, and with 3 when something was not read.
      """)

  @OptionGroup var engine: EngineArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var files: PathArguments
  @OptionGroup var progress: ProgressArguments

  @Argument(help: "Files and folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(help: "How to report on standard output.")
  var format = ComplianceFormat.markdown

  @Option(
    help: ArgumentHelp(
      "Write the report into a new file beside that, such as html=report.html. Can be given again.",
      valueName: "format=file"))
  var report: [String] = []

  @Option(help: "The JSON of a report of before, to compare with.", completion: .file())
  var against: String?

  @Option(
    help: "What expunge evaluate --json printed: how well leaks are found.", completion: .file())
  var measured: String?

  @Option(help: "A file of known findings, which then do not block.", completion: .file())
  var baseline: String?

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    let requests = try report.map { try ReportRequest<ComplianceFormat>($0) }
    let day = try date.checked()
    let configuration = try self.engine.configuration(
      at: day, settings: settings.file(), baseline: baseline)
    var options = configuration.options
    options.hashesDocuments = false
    options.caseList = try caseList.read()
    let engine = try AuditEngine(options: options)
    var knowledge = ComplianceKnowledge(engine)
    knowledge.earlier = try against.map { try EarlierReport.read($0) }
    knowledge.measured = try measured.map { try MeasuredFigures.read($0) }
    let run = AuditRun(
      engine: engine, jobs: try self.engine.workers(), standardInputName: stdinName,
      key: try IdentifierKey.fromEnvironment())
    var known = try KnownFindings(configuration.baseline, at: day)
    let plan = try run.plan(paths)
    let output = CommandOutput()
    let files = try ReportFiles(requests)
    var outputs: [(format: ComplianceFormat, sink: ByteSink)] = [
      (format, { try output.write($0) })
    ]
    outputs += zip(requests, files.sinks).map { ($0.format, $1) }
    var reporter = ComplianceReporter(
      knowledge, paths: self.files.styleInFiles, outputs: outputs)
    let summary = try run.report(plan, into: &reporter, progress: progress) {
      known.apply(to: &$0)
    }
    try output.finish()
    try files.publish()
    let isComplete = summary.verdict.incomplete == 0
    throw CommandOutcome(code: (isComplete ? ExitCode.clean : .incomplete).rawValue)
  }
}

extension ComplianceFormat: ExpressibleByArgument {}
