import ArgumentParser
import ExpungeJudgement
import ExpungeWorkflows

/// Measures the scanner on labelled documents.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure recall, false alarms and calibration on labelled documents.",
    discussion: """
      GOLD is a file of JSON objects, one a line: {"id", "text", "spans": [{"start", "end", "label"}]}; \
      offsets are Unicode code points.
      """)

  @OptionGroup var engine: EngineArguments

  @Argument(help: "Labelled documents, one JSON object a line.", completion: .file())
  var gold: String

  @Flag(help: "Count findings of every severity, not only those that block.")
  var any = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  @Option(help: "What the labelled documents are called; the file's name otherwise.")
  var testSet: String?

  @Option(help: "Print so many misses and so many false alarms, with their text.")
  var misses = 0

  @Option(help: "A figure that must be reached, such as direct_recall>=0.9. Can be given again.")
  var require: [String] = []

  mutating func run() throws {
    _ = try Revealing.permission(asked: misses > 0, by: "--misses")
    let requirements = try require.map { try Requirement($0) }
    let engine = try AuditEngine(options: engine.options())
    let evaluation = try Evaluation(
      gold: gold, engine: engine, countsAny: any, jobs: self.engine.workers())
    let report = EvaluationReport(
      evaluation.measurement,
      testSet: MaskedSentence.of(
        testSet ?? gold.split(separator: "/").last.map(String.init) ?? gold),
      header: engine.header)
    let output = CommandOutput()
    try output.write(json ? report.json : report.text)
    for remark in evaluation.measurement.misses.prefix(max(0, misses)) {
      try output.write(evaluation.line(remark, kind: "MISS") + "\n")
    }
    for remark in evaluation.measurement.alarms.prefix(max(0, misses)) {
      try output.write(evaluation.line(remark, kind: "ALARM") + "\n")
    }
    try output.finish()
    let figures = EvaluationFigures(evaluation.measurement)
    let missed = try requirements.filter { try !$0.isMet(by: figures) }
    for requirement in missed {
      Diagnostics.note(
        "not reached: \(requirement.figure)\(requirement.relation.rawValue)\(requirement.bound)")
    }
    throw CommandOutcome(code: (missed.isEmpty ? ExitCode.clean : .blocked).rawValue)
  }
}
