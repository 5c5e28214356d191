import ExpungeWorkflows
import Testing

/// The blind rounds hold what they reached: see the README beside them.
@Suite("Blind rounds")
struct BlindRoundTests {
  @Test(
    "no fewer are blocked and no more traps caught than recorded",
    arguments: [
      (round: "round-1", traps: 50, direct: 0.98, indirect: 0.81, alarms: 1),
      (round: "round-2", traps: 50, direct: 0.98, indirect: 0.93, alarms: 2),
      (round: "round-3", traps: 50, direct: 0.98, indirect: 0.76, alarms: 3),
      (round: "round-4", traps: 50, direct: 0.95, indirect: 0.62, alarms: 3),
      (round: "round-5", traps: 50, direct: 0.94, indirect: 0.73, alarms: 2),
      (round: "round-6", traps: 50, direct: 0.98, indirect: 0.7, alarms: 1),
      (round: "round-7", traps: 50, direct: 0.98, indirect: 0.84, alarms: 1),
      (round: "round-8", traps: 50, direct: 0.91, indirect: 0.81, alarms: 6),
      (round: "practice", traps: 450, direct: 0.96, indirect: 0.86, alarms: 10),
    ])
  func holds(
    round: String, traps: Int, direct: Double, indirect: Double, alarms: Double
  ) throws {
    let evaluation = try Evaluation(
      gold: "\(Self.folder)/\(round).jsonl", engine: AuditEngine(options: EngineOptions()),
      countsAny: false, jobs: 2)
    let figures = EvaluationFigures(evaluation.measurement)
    #expect(figures.values.contains { $0 == ("clean_documents", .count(traps)) })
    #expect(try #require(figures.number("direct_recall") ?? nil) >= direct)
    #expect(try #require(figures.number("indirect_recall") ?? nil) >= indirect)
    #expect(try #require(figures.number("false_alarms_on_clean") ?? nil) <= alarms)
  }

  /// `Tests/BlindRounds`, beside the folder of this file.
  private static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return parts.joined(separator: "/") + "/BlindRounds"
  }()
}
