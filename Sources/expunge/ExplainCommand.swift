import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Says what spoke for and against a finding, or at a place.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what spoke for and against a finding, or at a place of a document.")

  @OptionGroup var engine: EngineArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var display: DisplayArguments

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  @Option(help: "A place: LINE:COLUMN of the body, or PART:LINE:COLUMN.")
  var at: String?

  @Option(help: "A finding's identifier, or the beginning of it, from the report.")
  var finding: String?

  func validate() throws {
    guard (at == nil) != (finding == nil) else {
      throw ValidationError("Name either a place (--at LINE:COLUMN) or a finding (--finding ID).")
    }
  }

  mutating func run() throws {
    let reveal = try Revealing.permission(asked: display.reveal)
    let configuration = try engine.configuration(at: nil, settings: settings.file())
    let explanation = try Explanation(
      file: file, engine: AuditEngine(options: configuration.options),
      subject: try finding.map(Explanation.Subject.finding)
        ?? .place(PlaceArgument(at ?? "")))
    let output = CommandOutput()
    var report = ExplainReport(style: Terminal.style, reveal: reveal) { try output.write($0) }
    switch explanation.answer {
    case .finding(let finding): try report.finding(finding, in: explanation.audit)
    case .place(let place): try report.place(place, in: explanation.audit)
    }
    try output.finish()
    throw CommandOutcome(
      code: (explanation.audit.complete ? ExitCode.clean : .incomplete).rawValue)
  }
}
