import ArgumentParser
import BenchmarkSupport
import ExpungeDetection
import Foundation

/// Measures everything that the project promises about speed and memory, in one run.
@main
struct Ratios: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratios",
    abstract: "Measures what is promised about speed and memory, each against its target.",
    discussion: """
      Figures are ratios wherever one can be had: both sides run in turn, so that other work of the \
      machine falls on both, and the median of the rounds counts. Ends with 1 when a target is not \
      reached.
      """)

  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case memory, start, engine, corpus, jobs, documents, adversarial, instructions
  }

  @Argument(help: "A corpus, as the program corpus makes it.")
  var corpus: String

  @Option(help: "The program to measure; ../.build/release/expunge of this package by default.")
  var expunge: String?

  @Option(
    help: "Only these measures: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var only: [Measure] = []

  @Option(help: "Rounds of each measure.")
  var rounds = 5

  @Option(help: "Seconds after which a measure begins no further round.")
  var patience = 60.0

  @Option(help: "Megabytes of the corpus that the engine is compared on, hit for hit.")
  var compare = 10

  @Option(help: "Megabytes of the one large file.")
  var large = 100

  @Option(help: "An interpreter that has python-docx, for the figure beside ours.")
  var python = "python3"

  @Flag(help: "Print JSON instead of a table.")
  var json = false

  mutating func validate() throws {
    guard rounds > 0, compare > 0, large > 0, patience > 0 else {
      throw ValidationError("--rounds, --patience, --compare and --large take positive numbers")
    }
  }

  mutating func run() throws {
    let setting = try Setting(
      expunge: expunge ?? Self.builtProgram, corpus: corpus, rounds: rounds, patience: patience)
    defer { try? FileManager.default.removeItem(at: setting.scratch) }
    var all: [Measurement] = []
    // In the order of the cases: memory first, while this process is small itself.
    for measure in Measure.allCases where only.isEmpty || only.contains(measure) {
      let measurements = try figures(of: measure, setting)
      if !json {
        print(Report.table(measurements))
        fflush(nil)
      }
      all += measurements
    }
    if json { print(try Report.json(all)) }
    if all.contains(where: { $0.isReached == false }) { throw ExitCode(1) }
  }

  private func figures(of measure: Measure, _ setting: Setting) throws -> [Measurement] {
    switch measure {
    case .memory:
      return try MemoryMeasure(setting: setting, large: large * 1_000_000).measure()
    case .start:
      return try StartMeasure(setting: setting).measure()
    case .engine:
      let engine = EngineMeasure(setting: setting, bytes: compare * 1_000_000)
      let reference = try engine.measure(Rules.reference(), "60 reference rules", target: 20)
      let shipped = try Rules.shipped()
      return try reference
        + engine.measure(shipped, "all \(shipped.rules.count) shipped rules", target: nil)
    case .corpus:
      return try CorpusMeasure(setting: setting, table: table(setting)).measure()
    case .jobs:
      return try JobsMeasure(setting: setting).measure()
    case .documents:
      return try DocumentMeasure(setting: setting, python: python).measure()
    case .adversarial:
      return try AdversarialMeasure().measure()
    case .instructions:
      return try InstructionMeasure(
        setting: setting, table: table(setting), bytes: 1_000_000
      ).measure()
    }
  }

  private func table(_ setting: Setting) throws -> String {
    try setting.write(table: Rules.reference(), as: "reference.table")
  }

  /// Of the package in the folder above this one.
  private static var builtProgram: String {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appendingPathComponent(".build/release/expunge").path
  }
}
