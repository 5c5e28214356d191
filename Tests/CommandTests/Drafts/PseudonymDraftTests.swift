import Foundation
import TestSupport
import Testing

/// Invented drafts redacted in the house style. `DRAFTS=FOLDER` writes them and their copies there, to
/// be read.
@Suite("Drafts in style pseudonym")
struct PseudonymDraftTests {
  static let count: UInt64 = 240

  @Test("no name survives, and every sentence agrees with itself")
  func drafts() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let drafts = (1...Self.count).map { Draft(seed: $0) }
    for (number, draft) in drafts.enumerated() {
      try files.write(draft.text, to: "in/\(number).txt")
    }
    let outcome = try Command.expunge(
      ["redact", "in", "--style", "pseudonym", "--redact", "direct", "--output", "out"],
      in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text.suffix(600))\(outcome.errorText)")
    var faults: [String] = []
    for (number, draft) in drafts.enumerated() {
      let copy = try String(contentsOf: files.url("out/\(number).txt"), encoding: .utf8)
      faults += DraftChecker(draft, copy: copy).faults.map { "draft \(number): \($0)" }
      try keep(draft, copy: copy, number: number)
    }
    #expect(faults.isEmpty, "\(faults.count) faults: \(faults.prefix(12).joined(separator: "; "))")

    // The copies are in house style: nothing is left to redact.
    let again = try Command.expunge(
      ["redact", "out", "--style", "pseudonym", "--redact", "direct", "--output", "again"],
      in: files.folder)
    #expect(again.status == 0)
    for number in drafts.indices {
      let copies = try ["out", "again"].map {
        try Data(contentsOf: files.url("\($0)/\(number).txt"))
      }
      #expect(copies[0] == copies[1], "draft \(number) changes when it is redacted again")
    }
  }

  @Test("the checker sees what is wrong")
  func faults() {
    let draft = Draft(seed: 1)
    #expect(!DraftChecker(draft, copy: draft.text).faults.isEmpty)
    let name = draft.people[2].surname
    let labelled = draft.text.replacing(name, with: "[NAME 1]")
    #expect(DraftChecker(draft, copy: labelled).faults.contains("a label"))
  }

  private func keep(_ draft: Draft, copy: String, number: Int) throws {
    guard let folder = ProcessInfo.processInfo.environment["DRAFTS"] else { return }
    let place = URL(fileURLWithPath: folder)
    try Data(draft.text.utf8).write(to: place.appendingPathComponent("\(number)-draft.txt"))
    try Data(copy.utf8).write(to: place.appendingPathComponent("\(number)-copy.txt"))
  }
}
