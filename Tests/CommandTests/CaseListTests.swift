import Foundation
import TestSupport
import Testing

@Suite("A case list")
struct CaseListTests {
  /// Invented; the last is also a word.
  static let list = "Ysolde Ulverquist\nQuentrell, Odalric\n\nMrs Z Brackenfold-Ayre\nHope Tarn\n"

  @Test(
    "is hunted in every form",
    arguments: [
      "Ulverquist", "ULVERQUIST", "ulverquist", "Ulverquist's", "the Ulverquists", "Ysolde",
      "Ysolde Ulverquist", "Ulverqust", "Ulvrequist", "Odalric Quentrell", "Quentrell, Odalric",
      "Brackenfold", "Brackenfold-Ayre", "Mrs Brackenfold–Ayre", "Ulver\u{AD}quist", "Mr Hope",
      "Hope Tarn",
    ])
  func forms(form: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let list = try files.write(Self.list, to: "names.txt")
    let text = "The officer wrote to \(form) and waited for an answer from the school.\n"
    let outcome = try Command.expunge(
      ["scan", "-", "--format", "json", "--case-list", list.path],
      input: Data(text.utf8))
    let found = try findings(outcome.output)
    #expect(found.contains { $0["rule"] as? String == "case-list/name" }, "\(outcome.text)")
    #expect(found.contains { $0["blocking"] as? Bool == true })
  }

  @Test("leaves words alone that only look like one of its names")
  func words() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let list = try files.write(Self.list, to: "names.txt")
    let outcome = try Command.expunge(
      ["scan", "-", "--case-list", list.path],
      input: Data("We hope the Council will act. Hope alone is not enough for a family.\n".utf8))
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(words(outcome).contains("Of the 4 names of the case list, none was found."))
  }

  @Test("counts its names, and a letter that begins one of them is a finding")
  func counts() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let list = try files.write(Self.list, to: "names.txt")
    let text = "Mrs Q complains about the Council. Mrs Q says Odalric left school.\n"
    let outcome = try Command.expunge(
      ["scan", "-", "--format", "json", "--case-list", list.path], input: Data(text.utf8))
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let summary = try #require(parsed["summary"] as? [String: Any])
    #expect(summary["caseList"] as? [String: Int] == ["names": 4, "found": 1])
    #expect(try findings(outcome.output).contains { $0["class"] as? String == "C08" })
  }

  @Test("says how unusual rows are treated, without their words")
  func remarks() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let list = try files.write(
      "surname,forename,role,born\nUlverquist,Ysolde,complainant,01/02/1980\n,,,\nQ,,neighbour,\n"
        + "Hope,,,\nЖуков,,,\n", to: "names.csv")
    let outcome = try Command.expunge(
      ["scan", "-", "--case-list", list.path], input: Data("The complainant rang.\n".utf8))
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    for words in [
      "row 4: A name of one letter", "row 5: A name is also a word",
      "row 6: A name in another script",
      "An empty row was passed over",
    ] {
      #expect(outcome.errorText.contains(words), "\(words)")
    }
    for word in ["Ulverquist", "Ysolde", "Hope", "Жуков"] {
      #expect(!outcome.errorText.contains(word))
    }
  }

  @Test("comes from a descriptor, too")
  func descriptor() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("The officer met Ysolde there.\n", to: "draft.txt")
    let outcome = try Command.expunge(
      ["scan", "draft.txt", "--case-list", "/dev/stdin"], input: Data(Self.list.utf8),
      in: files.folder)
    #expect(outcome.status == 1, "\(outcome.text)\(outcome.errorText)")
    #expect(words(outcome).contains("Of the 4 names of the case list, 1 was found."))
  }

  @Test("that cannot be used is a clear error")
  func unusable() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("\n\n", to: "empty.txt")
    try files.write(Data([0xFF, 0xFE, 0x41, 0x00]), to: "wide.txt")
    try files.write(String(repeating: "Ulverquist\n", count: 30_000), to: "long.txt")
    for (name, words) in [
      ("empty.txt", "holds no name"), ("wide.txt", "holds no name"), ("long.txt", "longer than"),
      ("Ulverquist.txt", "cannot be read"), (".", "cannot be read"),
    ] {
      let outcome = try Command.expunge(
        ["scan", "-", "--case-list", name], input: Data("Text.\n".utf8),
        in: files.folder)
      #expect(outcome.status == 2, "\(name)")
      #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
      #expect(!outcome.errorText.contains("Ulverquist"))
    }
  }

  @Test("comes out of no command, in no format, in no copy")
  func canary() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let canaries = Canaries()
    let names = Array(canaries.unknown.prefix(40)).map { $0.capitalized }
    let list = try files.write(
      stride(from: 0, to: 40, by: 2).map { "\(names[$0]) \(names[$0 + 1])\n" }.joined(),
      to: "names.txt")
    for (index, name) in names.prefix(20).enumerated() {
      try files.write(
        "Mrs X complains. The officer met \(name) and \(name.uppercased()) at the \(name)s' home.\n",
        to: "in/\(index).txt")
    }
    var said = Haystack()
    func run(_ arguments: [String], status: ClosedRange<Int32>) throws {
      let outcome = try Command.expunge(arguments, in: files.folder)
      #expect(status.contains(outcome.status), "\(arguments): \(outcome.errorText)")
      said.add(arguments.joined(separator: " "), outcome.output)
      said.add("errors of \(arguments.joined(separator: " "))", outcome.errors)
    }
    for format in [
      "text", "json", "jsonl", "sarif", "junit", "csv", "markdown", "html", "github", "gitlab",
    ] {
      try run(["scan", "in", "--format", format, "--case-list", list.path], status: 1...1)
    }
    try run(["gate", "in", "--case-list", list.path], status: 1...1)
    for format in ["text", "json"] {
      try run(["cast", "in/1.txt", "--format", format, "--case-list", list.path], status: 0...0)
    }
    for style in RedactStyleTests.styles {
      try run(
        ["redact", "in", "--style", style, "--output", style, "--case-list", list.path],
        status: 0...0)
      for name in files.contents(of: style) {
        said.add("\(style)/\(name)", try Data(contentsOf: files.url("\(style)/\(name)")))
      }
    }
    #expect(said.holding(names) == [])
  }

  /// What was said, however its lines were broken.
  private func words(_ outcome: Command.Outcome) -> String {
    outcome.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func findings(_ report: Data) throws -> [[String: Any]] {
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: report) as? [String: Any])
    let documents = try #require(parsed["documents"] as? [[String: Any]])
    return documents.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
  }
}
