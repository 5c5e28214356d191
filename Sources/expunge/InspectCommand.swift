import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Lists the layers of files and what each holds, in counts.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "List the layers of a file and what each holds, in counts, without values.",
    discussion: """
      Names what is not read with the hash by which settings can accept it, and what redact takes \
      out by rule. Ends with 0 when done, 3 when something was not read.
      """)

  @OptionGroup var engine: EngineArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var files: PathArguments

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Report in JSON.")
  var json = false

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    let configuration = try self.engine.configuration(
      at: date.checked(), settings: settings.file())
    let engine = try AuditEngine(options: configuration.options)
    let run = InspectRun(
      run: AuditRun(
        engine: engine, jobs: try self.engine.workers(), standardInputName: stdinName))
    let output = CommandOutput()
    let isComplete: Bool
    if json {
      var report = InspectionJSON(paths: files.style) { try output.write($0) }
      report.begin(engine.header)
      isComplete = try run.inspect(paths) { try report.write($0) }
      try report.end()
    } else {
      var report = InspectionReport(style: Terminal.style, paths: files.style) {
        try output.write($0)
      }
      isComplete = try run.inspect(paths) { try report.write($0) }
    }
    try output.finish()
    throw CommandOutcome(code: (isComplete ? ExitCode.clean : .incomplete).rawValue)
  }
}
