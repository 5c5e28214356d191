import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Decides whether documents may be published: scan, policy and baseline in one verdict.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Decide whether documents may be published: one verdict for a pipeline.",
    discussion: """
      Obeys the .expunge.yaml and the baseline of the repository's root alone. With --staged or \
      --since it examines what git holds, never the working folder.

      Ends with 0 when nothing new blocks, 1 when something does, 3 when something was not read.
      """)

  @OptionGroup var engine: EngineArguments
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var display: DisplayArguments
  @OptionGroup var reports: ReportArguments

  @Argument(help: "Files and folders; with --staged or --since, none for all.", completion: .file())
  var paths: [String] = []

  @Flag(help: "Examine what the next commit would bring.")
  var staged = false

  @Option(help: "Examine what the branch brought since it left this revision.")
  var since: String?

  private var selection: GitRepository.Selection? { staged ? .staged : since.map { .since($0) } }

  func validate() throws {
    guard !staged || since == nil else {
      throw ValidationError("Give either --staged or --since.")
    }
    guard selection != nil || !paths.isEmpty else {
      throw ValidationError("Name files or folders, or give --staged or --since.")
    }
  }

  mutating func run() throws {
    let report = try RunReport(reports, display)
    let day = try date.checked()
    let repository = try GitRepository.holding(".")
    let root = repository?.root ?? "."
    let configuration = try engine.configuration(at: day, settings: SettingsFile.inFolder(root))
    var options = configuration.options
    options.isGate = true
    options.caseList = try caseList.read()
    report.adapt(&options)
    let run = AuditRun(
      engine: try AuditEngine(options: options), jobs: try engine.workers(),
      key: try IdentifierKey.fromEnvironment())
    let plan = try plan(run, repository)
    var known = try KnownFindings(
      configuration.baseline, pathsFrom: selection == nil ? "." : root, at: day)
    try report.end(plan, of: run) { known.apply(to: &$0) }
  }

  private func plan(_ run: AuditRun, _ repository: GitRepository?) throws -> AuditRun.Plan {
    guard let selection else { return try run.plan(paths) }
    guard let repository else {
      throw ConfigurationError(
        "--staged and --since need a repository: run expunge gate inside one, or name the files")
    }
    let changes = try repository.changes(selection, below: paths.map(PathText.absolute))
    return try run.plan(changes, of: repository)
  }
}
