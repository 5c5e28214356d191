import ArgumentParser
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Lists the pseudonyms of a document, who each is, and what does not fit.
struct CastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cast",
    abstract: "List a document's pseudonyms, who each is, and what does not fit.",
    discussion: """
      People whose names were left are listed as [NAME 1] and compared with the pseudonyms. Ends \
      with 0 when done, 3 when something was not read.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var engine: EngineArguments
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var display: DisplayArguments

  @Argument(help: "A file, or - for standard input.", completion: .file())
  var file: String

  @Option(help: "How to report: text or json.")
  var format = Format.text

  @Option(help: "What standard input is called in the report.")
  var stdinName = "standard input"

  mutating func run() throws {
    let reveal = try Revealing.permission(asked: display.reveal)
    var options = try self.engine.options()
    options.caseList = try caseList.read()
    let engine = try AuditEngine(options: options)
    let reading = try CastReading(file: file, standardInputName: stdinName, engine: engine)
    let output = CommandOutput()
    switch format {
    case .text:
      var report = CastReport(
        style: Terminal.style, reveal: reveal, paths: display.pathStyle
      ) { try output.write($0) }
      try report.write(reading.summary)
    case .json:
      var report = CastJSON(reveal: reveal, paths: display.pathStyle) { try output.write($0) }
      try report.write(reading.summary, header: engine.header)
    }
    try output.finish()
    throw CommandOutcome(
      code: (reading.summary.audit.complete ? ExitCode.clean : .incomplete).rawValue)
  }
}
