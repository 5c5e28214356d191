import ArgumentParser
import ExpungeFiles
import ExpungePacks
import ExpungeWorkflows

/// Fits the rules' confidences to labelled documents.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measure whether confidences keep their promise, and fit them to labelled documents.",
    discussion: """
      GOLD is what `evaluate` takes. What is written is a file for a pattern folder, \
      Confidences.yaml; nothing is changed in the packs.
      """)

  @OptionGroup var engine: EngineArguments

  @Argument(help: "Labelled documents, one JSON object a line.", completion: .file())
  var gold: [String]

  @Option(help: "A new file for the fitted confidences.", completion: .file())
  var write: String?

  @Option(help: "What was measured, in words, for the file's head.")
  var source = "labelled documents of the publisher"

  mutating func run() throws {
    var options = try engine.options()
    // A name that its evidence makes certain would hide what its rule alone is worth.
    options.only = [.rules]
    options.confidences =
      try PatternLibraries.catalogue(folder: engine.patterns).authoredConfidences
    let run = try CalibrationRun(
      gold: gold, engine: AuditEngine(options: options), jobs: engine.workers())
    let report = CalibrationReport(run)
    let output = CommandOutput()
    if let write {
      let file = try AtomicFile.create(FilePath(argument: write), name: write, mode: 0o644)
      try file.write(Array(report.yaml(source: source).utf8))
      try file.publish()
    }
    try output.write(report.text)
    try output.finish()
  }
}
