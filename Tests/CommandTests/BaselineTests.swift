import Foundation
import TestSupport
import Testing

/// The file of known findings, from its making to its pruning.
@Suite("expunge baseline")
struct BaselineTests {
  private static let draft =
    "Mrs X complained. Her neighbour is Mrs Pemberton.\n\nMrs Pemberton left.\n"

  private func files(_ text: String = draft) throws -> Command.Scratch {
    let files = try Command.Scratch()
    try files.write(text, to: "decisions/a.txt")
    return files
  }

  private func run(_ arguments: String, in files: Command.Scratch) throws -> Command.Outcome {
    try Command.expunge(
      arguments.split(separator: " ").map { String($0).replacing("_", with: " ") }, in: files.folder
    )
  }

  @Test("what is known does not block, what is new does, and no value is kept")
  func known() throws {
    let files = try files()
    defer { files.remove() }
    let made = try run("baseline create decisions", in: files)
    #expect(made.status == 0, "\(made.errorText)")
    let text = try String(contentsOf: files.url(".expunge-baseline.json"), encoding: .utf8)
    #expect(!text.contains("Pemberton"))
    let known = try run("scan decisions --baseline .expunge-baseline.json", in: files)
    #expect(known.status == 0)
    #expect(known.text.contains("KNOWN: in the baseline, not yet reviewed"))
    #expect(known.text.contains("PASS: nothing new blocks"))
    #expect(try run("scan decisions", in: files).status == 1)
    try files.write("Call Mr Hartley.\n\n" + Self.draft, to: "decisions/a.txt")
    let more = try run("scan decisions --baseline .expunge-baseline.json", in: files)
    #expect(more.status == 1)
    #expect(more.text.contains("1 finding blocks"))
    let json = try run("scan decisions --baseline .expunge-baseline.json --format json", in: files)
    #expect(json.text.contains("\"status\":\"existing\""))
    #expect(json.text.contains("\"status\":\"new\""))
    #expect(json.text.contains("\"existing\":2"))
    #expect(try run("baseline update decisions", in: files).text.hasPrefix("1 findings were added"))
    #expect(try run("scan decisions --baseline .expunge-baseline.json", in: files).status == 0)
  }

  @Test(
    "it is as its schema says",
    .enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func schema() throws {
    let files = try files()
    defer { files.remove() }
    #expect(
      try run(
        "baseline create decisions --reason r --approver a --until 2027-05-01 --at 2026-11-22",
        in: files
      ).status == 0)
    let text = try String(contentsOf: files.url(".expunge-baseline.json"), encoding: .utf8)
    #expect(try Python.validate(text, against: "baseline-1.schema.json") == "valid")
  }

  @Test("one entry for a person holds for every mention, with reason, approver and end")
  func subject() throws {
    let files = try files()
    defer { files.remove() }
    let made = try run(
      "baseline create decisions --scope subject --reason named_in_office --approver Head --until 2027-05-01 --at 2026-11-22",
      in: files)
    #expect(made.text.hasPrefix("1 findings"), "\(made.errorText)")
    let scan = "scan decisions --baseline .expunge-baseline.json"
    let known = try run("\(scan) --at 2026-12-01", in: files)
    #expect(known.status == 0)
    #expect(known.text.contains("named in office (approved by Head, until 2027-05-01)"))
    #expect(try run("\(scan) --at 2027-05-02", in: files).status == 1)
    #expect(try run(scan, in: files).status == 1)
    #expect(try run("baseline check decisions --at 2026-12-01", in: files).status == 0)
    #expect(try run("baseline check decisions --at 2027-05-02", in: files).status == 1)
  }

  @Test("with a key another value in the same words is new, and without the key nothing holds")
  func keyed() throws {
    let files = try files("Her neighbour is Mrs Pemberton.\n")
    defer { files.remove() }
    let key = ["EXPUNGE_KEY": String(repeating: "0a", count: 32)]
    func status(_ arguments: [String], _ environment: [String: String]) throws -> Int32 {
      try Command.expunge(arguments, environment: environment, in: files.folder).status
    }
    #expect(try status(["baseline", "create", "decisions"], key) == 0)
    let scan = ["scan", "decisions", "--baseline", ".expunge-baseline.json"]
    #expect(try status(scan, key) == 0)
    #expect(try status(scan, [:]) == 1)
    try files.write("Her neighbour is Mrs Hartley.\n", to: "decisions/a.txt")
    #expect(try status(scan, key) == 1)
  }

  @Test("stale entries are told and pruned; those of documents not examined stay")
  func prune() throws {
    let files = try files()
    defer { files.remove() }
    try files.write("Mr Hartley rang.\n", to: "decisions/b.txt")
    #expect(try run("baseline create decisions", in: files).status == 0)
    try files.write("Mrs X complained.\n", to: "decisions/a.txt")
    let check = try run("baseline check decisions", in: files)
    #expect(check.status == 1)
    #expect(
      check.text.hasPrefix("2 entries are found no more, 0 have expired, 3 were never reviewed"))
    #expect(try run("baseline check decisions/b.txt", in: files).status == 0)
    #expect(
      try run("baseline prune decisions", in: files).text.hasPrefix("2 entries were taken out"))
    #expect(try run("baseline check decisions", in: files).status == 0)
    #expect(files.contents().filter { $0.contains(".part") }.isEmpty)
  }

  @Test("a leaking name of a file does not stand in it")
  func fileName() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs X agreed.\n", to: "decisions/Pemberton_S_final.txt")
    #expect(try run("baseline create decisions", in: files).status == 0)
    let text = try String(contentsOf: files.url(".expunge-baseline.json"), encoding: .utf8)
    #expect(!text.contains("Pemberton"))
    #expect(text.contains("decisions/[masked].txt"))
    #expect(try run("scan decisions --baseline .expunge-baseline.json", in: files).status == 0)
  }

  @Test(
    "a file that is none is refused with what to do",
    arguments: [
      ("{\"schema\":\n<<<<<<< HEAD\n", "marks of a merge"), ("nonsense", "no JSON"),
      ("{\"schema\":\"x\",\"entries\":[]}", "no baseline of this version"),
      (
        "{\"schema\":\"expunge/baseline/1\",\"entries\":[{\"place\":\"x\"}]}",
        "entry 1 needs the key"
      ),
      (
        "{\"schema\":\"expunge/baseline/1\",\"entries\":[{\"name\":\"x\"}]}",
        "entry 1 has the unknown key"
      ),
    ])
  func broken(text: String, words: String) throws {
    let files = try files()
    defer { files.remove() }
    try files.write(text, to: "known.json")
    for command in ["scan", "baseline update", "baseline check"] {
      let outcome = try run("\(command) decisions --baseline known.json", in: files)
      #expect(outcome.status == 2)
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    }
    #expect(try String(contentsOf: files.url("known.json"), encoding: .utf8) == text)
  }

  @Test("no space: the baseline that was there stays as it was")
  func full() throws {
    let files = try files()
    defer { files.remove() }
    #expect(try run("baseline create decisions", in: files).status == 0)
    let before = try Data(contentsOf: files.url(".expunge-baseline.json"))
    let more = (0..<60).map { "Her neighbour \($0) is Mrs Pemberton.\n\n" }.joined()
    try files.write(more, to: "decisions/b.txt")
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "ulimit -f 8; exec \"$0\" baseline update decisions",
        Command.program("expunge").path,
      ], in: files.folder)
    #expect(outcome.status == 2, "\(outcome.text)\(outcome.errorText)")
    #expect(!outcome.isSignalled)
    #expect(outcome.errorText.contains("grow over the allowed size"), "\(outcome.errorText)")
    #expect(try Data(contentsOf: files.url(".expunge-baseline.json")) == before)
    #expect(
      files.contents() == [
        ".expunge-baseline.json", "decisions", "decisions/a.txt", "decisions/b.txt",
      ])
  }

  @Test("a baseline that exists is not made again, one that is missing is an error")
  func existence() throws {
    let files = try files()
    defer { files.remove() }
    #expect(try run("scan decisions --baseline none.json", in: files).status == 2)
    #expect(try run("baseline create decisions", in: files).status == 0)
    let again = try run("baseline create decisions", in: files)
    #expect(again.status == 2)
    #expect(again.errorText.contains("exists already"))
  }
}
