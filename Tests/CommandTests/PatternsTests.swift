import Foundation
import TestSupport
import Testing

/// The commands that measure rules and guards.
@Suite("expunge patterns")
struct PatternsTests {
  @Test("coverage counts what explains capitals, and shows words only to who asks")
  func coverage() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "Mrs X complained to Borsetshire County Council under the Local Government Act 1974. The page cites the Zorbware.\n",
      to: "clean.txt")
    let outcome = try Command.expunge(["patterns", "coverage", "clean.txt"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("explained by guards"))
    #expect(outcome.text.contains("  council"))
    #expect(outcome.text.contains("  statute"))
    #expect(outcome.text.contains("  of the shape Xxxx"))
    #expect(!outcome.text.contains("Zorbware"))
    let missed = try Command.expunge(
      ["patterns", "coverage", "clean.txt", "--require", "0.99"], in: files.folder)
    #expect(missed.status == 1)
    let revealed = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "\"$0\" patterns coverage --reveal clean.txt | cat", Command.program("expunge").path],
      in: files.folder)
    #expect(revealed.text.contains("1  Zorbware"))
    let refused = try Command.expunge(
      ["patterns", "coverage", "clean.txt", "--reveal"], environment: ["CI": "true"],
      in: files.folder)
    #expect(refused.status == 2)
  }

  @Test("rules of publication are listed, shown, and described in reports")
  func publication() throws {
    #expect(
      try Command.expunge(["patterns", "list"]).text.contains("publication/other-versions"))
    let shown = try Command.expunge(["patterns", "show", "publication/tracked-changes"])
    #expect(shown.status == 0)
    #expect(shown.text.contains("class: X01") && shown.text.contains("source: "))
    let files = try Command.Scratch()
    defer { files.remove() }
    var word = WordFile("Mrs X complains about the Council.")
    word.comments = [("Officer 1", "Please check.")]
    try files.write(Data(word.file), to: "draft.docx")
    let report = try Command.expunge(["scan", "draft.docx", "--format", "sarif"], in: files.folder)
    #expect(report.text.contains("\"id\":\"publication/comments\""))
    #expect(report.text.contains("Comments are left"), "its title is there, too")
  }

  @Test("every class of the taxonomy is listed with what looks for it")
  func classes() throws {
    let outcome = try Command.expunge(["patterns", "classes"])
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 61)
    #expect(lines.contains { $0.hasPrefix("D01 ") && $0.contains("people (") })
    #expect(lines.contains { $0.hasPrefix("Q11 ") && $0.contains("combination") })
    #expect(lines.contains { $0.hasPrefix("X03 ") && $0.contains("not-yet") })
  }

  @Test("calibrate fits confidences to gold, writes them as data, and they are used")
  func calibrate() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    // A rule that is always right, and one that never is.
    let lines = (0..<40).map { number in
      let name = "Pem" + String(UnicodeScalar(UInt8(97 + number % 26))) + "erton"
      let text = "Mrs \(name) rang about 1\(number % 9) Elm Grove."
      return """
        {"id": "d\(number)", "text": "\(text)", "spans": [{"start": 4, "end": \(4 + name.count), "label": "PERSON"}]}
        """
    }
    try files.write(lines.joined(separator: "\n"), to: "gold.jsonl")
    let arguments = ["patterns", "calibrate", "gold.jsonl", "--write", "policy/Confidences.yaml"]
    try files.write("", to: "policy/.keep")
    let outcome = try Command.expunge(arguments, in: files.folder)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains("PERSON"))
    let written = try String(contentsOf: files.url("policy/Confidences.yaml"), encoding: .utf8)
    #expect(written.contains("rule: people/title-and-name"))
    #expect(!written.contains("Pem"))
    #expect(try Command.expunge(arguments, in: files.folder).status == 2, "it is there already")

    try files.write("Mrs Okafor rang.\n", to: "draft.txt")
    func confidence(_ options: [String]) throws -> Double? {
      let outcome = try Command.expunge(
        ["scan", "--only", "rules", "--format", "json", "draft.txt"] + options, in: files.folder)
      let report = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let documents = report?["documents"] as? [[String: Any]]
      let findings = documents?.first?["findings"] as? [[String: Any]]
      return findings?.first?["confidence"] as? Double
    }
    let fitted = try #require(try confidence(["--patterns", "policy"]))
    let before = try #require(try confidence([]))
    #expect(fitted != before)
  }

  @Test("explain tells which guards speak where no rule hit, and when nothing does")
  func explain() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Under the Care Act 2014 nothing happened.\n", to: "draft.txt")
    let act = try Command.expunge(["explain", "draft.txt", "--at", "1:11"], in: files.folder)
    #expect(act.status == 0)
    #expect(act.text.contains("What is no leak here"))
    #expect(act.text.contains("legislation/"))
    // A number with a wrong check digit: the form is right, the check fails.
    try files.write("The note said 943 476 5918 and no more.\n", to: "number.txt")
    let check = try Command.expunge(["explain", "number.txt", "--at", "1:18"], in: files.folder)
    #expect(check.text.contains("fails the check"))
    #expect(!check.text.contains("943"))
    let nothing = try Command.expunge(["explain", "draft.txt", "--at", "1:26"], in: files.folder)
    #expect(nothing.text.contains("no rule has anything to say about this place, and no guard"))
  }
}
