import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Writes a confidential copy with a remark at each finding.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Write a confidential copy of a draft with a remark at each finding.",
    discussion: """
      A Word file gets comments, a web page marks: what leaks, why, and what to write instead. The \
      copy holds everything that leaks; only you can read it, and its name says that it is no clean \
      copy. Ends with 0 when done, 3 when something of the draft was not read.
      """)

  @OptionGroup var engine: EngineArguments
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument

  @Argument(help: "A Word file or a web page.", completion: .file())
  var file: String

  @Option(
    help: "The marked copy: a new file (default: beside the draft, named confidential-marked).",
    completion: .file())
  var output: String?

  mutating func run() throws {
    var options = try engine.configuration(at: date.checked(), settings: settings.file()).options
    options.caseList = try caseList.read()
    let engine = try AuditEngine(options: options)
    let marked = try MarkRun(file: file, output: self.output, engine: engine)
    let output = CommandOutput()
    let remarks = "\(marked.remarks) \(marked.remarks == 1 ? "remark" : "remarks")"
    try output.write(
      "\(TerminalText.logLine(TerminalText.escape(marked.output))): \(remarks); confidential, not for publication\n"
    )
    if !marked.complete {
      try output.write("INCOMPLETE: something of the draft was not read; scan it to see what.\n")
    }
    try output.finish()
    throw CommandOutcome(code: (marked.complete ? ExitCode.clean : .incomplete).rawValue)
  }
}
