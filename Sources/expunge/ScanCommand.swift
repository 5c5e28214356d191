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

  @OptionGroup var engine: EngineArguments
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var display: DisplayArguments
  @OptionGroup var reports: ReportArguments

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Decide about publication: markers in a text exempt nothing critical.")
  var gate = false

  @Option(help: "A file of known findings, which then do not block.", completion: .file())
  var baseline: String?

  @Flag(help: "List every class of leak that this version does not look for.")
  var notLookedFor = false

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    var report = try RunReport(reports, display)
    report.listsUnchecked = notLookedFor
    let day = try date.checked()
    let configuration = try self.engine.configuration(
      at: day, settings: settings.file(), baseline: baseline)
    var options = configuration.options
    report.adapt(&options)
    options.caseList = try caseList.read()
    options.isGate = gate
    let engine = try AuditEngine(options: options)
    let run = AuditRun(
      engine: engine, jobs: try self.engine.workers(), standardInputName: stdinName,
      key: try IdentifierKey.fromEnvironment())
    var known = try KnownFindings(configuration.baseline, at: day)
    try report.end(try run.plan(paths), of: run) { known.apply(to: &$0) }
  }
}
