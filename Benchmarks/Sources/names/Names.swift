import ArgumentParser
import BenchmarkSupport
import ExpungePeople
import ExpungeWorkflows
import FoundationEssentials
import Resources

/// Whether names are found because of what they are or because of where they stand: the recall of
/// labelled documents as they are, and with every name replaced by another at random.
@main
struct Names: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Prints the recall of names before and after every name is replaced at random.",
    discussion: """
      A third of the new names are in no list, a sixth are English words. Ends with 1 when the recall \
      of names falls by more than is allowed.
      """)

  @Argument(help: "Gold files.")
  var gold: [String]

  @Option(help: "The folder of the lists of names.")
  var lists = "Patterns/Lexicons"

  @Option(help: "How often all names are replaced.")
  var rounds = 3

  @Option(help: "The seed of the first round.")
  var seed: UInt64 = 1

  @Option(help: "Points by which the recall may fall.")
  var allowed = 2.0

  func run() throws {
    let engine = try AuditEngine(options: EngineOptions())
    let pool = try NamePool(
      reading: { try String(contentsOfFile: "\(lists)/\($0)", encoding: .utf8) },
      lexicon: NameLexicon(Resources.peopleLexicon))
    var falls = false
    for path in gold {
      let documents = try GoldDocument.read([UInt8](try Data(contentsOf: URL(filePath: path))))
      let before = try measure(documents, engine)
      var after = Measure()
      for round in 0..<UInt64(max(1, rounds)) {
        var replacement = NameReplacement(pool: pool, random: FixedSeed(seed + round))
        after.add(try measure(documents.map { replacement.replaced($0) }, engine))
      }
      print("\(path.split(separator: "/").last ?? "")")
      print("  as they are    \(before.words)")
      print("  names replaced \(after.words)")
      if before.recall - after.recall > allowed { falls = true }
    }
    if falls { throw ExitCode(1) }
  }

  private func measure(_ documents: [GoldDocument], _ engine: AuditEngine) throws -> Measure {
    let measurement = try Evaluation(
      documents: documents, engine: engine, countsAny: false, jobs: 2
    ).measurement
    let persons = measurement.labels["PERSON"]
    let figures = EvaluationFigures(measurement)
    func count(_ name: String) -> Int { Int((figures.number(name) ?? 0) ?? 0) }
    return Measure(
      names: persons?.gold ?? 0, found: persons?.found ?? 0, alarms: count("false_alarms"),
      words: count("words"))
  }
}
