import Foundation
import TestSupport
import Testing

@Suite("expunge evaluate")
struct EvaluateTests {
  static let gold = Command.root.appendingPathComponent("Tests/CommandTests/Fixtures/gold.jsonl")

  /// The evaluation data beside the checkout, or where EXPUNGE_EVALUATION says; nil without it.
  static let evaluation: URL? = {
    let named = ProcessInfo.processInfo.environment["EXPUNGE_EVALUATION"]
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? Command.root.deletingLastPathComponent().appendingPathComponent("shared/evaluation")
    let scorer = folder.appendingPathComponent("score.py")
    guard FileManager.default.fileExists(atPath: scorer.path) else {
      print("SKIPPED: no evaluation data; set EXPUNGE_EVALUATION to its folder")
      return nil
    }
    return folder
  }()

  @Test("the figures of a small gold file are the recorded ones")
  func recorded() throws {
    let outcome = try Command.expunge(["evaluate", Self.gold.path, "--json"])
    #expect(outcome.status == 0, "\(outcome.errorText)")
    // What it was measured with changes with every rule.
    let figures = outcome.text.replacing(/,"measured":\{[^}]*\}/, with: "")
    #expect(figures != outcome.text)
    let difference = Golden.difference(figures, "evaluate.json")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "the figures are the reference scorer's, exactly",
    .enabled(if: Self.evaluation != nil, "needs the evaluation data"),
    arguments: [[], ["--any", "--profile", "strict"]])
  func reference(options: [String]) throws {
    let folder = try #require(Self.evaluation)
    for gold in [Self.gold, folder.appendingPathComponent("drafts-2.jsonl")] {
      let scorer = try Command.run(
        URL(fileURLWithPath: "/usr/bin/env"),
        [
          "python3", folder.appendingPathComponent("score.py").path, gold.path, "--bin",
          Command.program("expunge").path, "--json",
        ] + options)
      #expect(scorer.status == 0, "\(scorer.errorText)")
      let ours = try Command.expunge(["evaluate", gold.path, "--json"] + options)
      let expected = try #require(
        try JSONSerialization.jsonObject(with: scorer.output) as? NSDictionary)
      let found = try #require(
        try JSONSerialization.jsonObject(with: ours.output) as? [String: Any])
      for case (let name as String, let value as NSObject) in expected {
        #expect(found[name] as? NSObject == value, "\(name)")
      }
    }
  }

  @Test("a requirement that is not reached ends with 1, one that is with 0")
  func requirements() throws {
    let reached = try Command.expunge(
      ["evaluate", Self.gold.path, "--require", "false_alarms_on_clean<=0"])
    #expect(reached.status == 0)
    let missed = try Command.expunge(
      ["evaluate", Self.gold.path, "--require", "direct_recall>=1.01"])
    #expect(missed.status == 1)
    #expect(missed.errorText.contains("direct_recall"))
    let calibrated = try Command.expunge(
      ["evaluate", Self.gold.path, "--require", "calibration_error<=1"])
    #expect(calibrated.status == 0)
    let unknown = try Command.expunge(["evaluate", Self.gold.path, "--require", "beauty>=1"])
    #expect(unknown.status == 2)
  }

  @Test("misses are shown only when asked for")
  func misses() throws {
    let plain = try Command.expunge(["evaluate", Self.gold.path])
    #expect(!plain.text.contains("Pemberton"))
    #expect(plain.text.contains("calibration"))
  }

  @Test("a broken gold file is refused with its line")
  func broken() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write(
      "{\"id\":\"a\",\"text\":\"x\",\"spans\":[]}\n{\"id\":\"b\",\"text\":\"x\",\"spans\":[{\"start\":0,\"end\":9,\"label\":\"PERSON\"}]}\n",
      to: "gold.jsonl")
    let outcome = try Command.expunge(["evaluate", file.path])
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains("line 2"))
  }
}
