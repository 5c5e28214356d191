import ArgumentParser
import ExpungeJudgement
import ExpungeWorkflows

/// Measures how many capitalised words of texts the guards explain.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Measure how many capitalised words of texts the guards explain.",
    discussion: """
      What remains unexplained in a text without leaks is a guard that is missing. Prints counts and \
      shapes; the words themselves only with --reveal.
      """)

  @OptionGroup var engine: EngineArguments

  @Argument(help: "Texts, folders, or - for standard input.", completion: .file())
  var texts: [String]

  @Flag(help: "List the unexplained words: for your own eyes; refused under CI.")
  var reveal = false

  @Option(help: "The share that must be explained, such as 0.97.")
  var require: Double?

  mutating func run() throws {
    let reveal = try Revealing.permission(asked: self.reveal)
    if let require, !(0...1).contains(require) {
      throw ConfigurationError("--require takes a share from 0 to 1, such as 0.97")
    }
    let engine = try AuditEngine(options: self.engine.options())
    let figures = try CoverageRun(engine: engine).measure(texts)
    let output = CommandOutput()
    try output.write(CoverageReport(figures, listsWords: reveal != nil).text)
    try output.finish()
    let isReached = require.map { (figures.explainedShare ?? 0) >= $0 } ?? true
    if let require, !isReached { Diagnostics.note("not reached: explained>=\(require)") }
    throw CommandOutcome(code: (isReached ? ExitCode.clean : .blocked).rawValue)
  }
}
