import Foundation
import TestSupport
import Testing

@Suite("expunge redact in every style")
struct RedactStyleTests {
  static let styles = ["label", "mask", "pseudonym", "generalise", "remove"]

  static let draft = """
    Summary: Mrs X complains about the care of her son, Y.

    On 3 May 2021 the nurse rang Mrs Thompson on 01632 960 417. Mrs Thompson said she was aged 84.

    An Okafor relative, Mr Okafor, lives at 12 Elm Road, EX1 1AA. The Okafors' home was sold.

    Mr James' letter says an 84-year-old woman fell between 3 and 5 May 2021.

    """

  private func redact(
    _ text: String, _ arguments: [String], as name: String = "a.txt"
  ) throws -> String {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(text, to: "in/\(name)")
    let outcome = try Command.expunge(
      ["redact", "in", "--output", "out"] + arguments, in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    return try String(contentsOf: files.url("out/\(name)"), encoding: .utf8)
  }

  @Test(
    "reads as a person would have written it",
    arguments: [
      (
        "pseudonym",
        [
          "the nurse rang Mrs X on [PHONE 1]. Mrs X said she", "A Z relative, Mr Z, lives at",
          "The Z family's home was sold.", "Mr B's letter says",
        ]
      ),
      (
        "generalise",
        [
          "In May 2021 the nurse", "she was in her eighties.", "an older woman fell in May 2021.",
          "EX area.",
        ]
      ),
      (
        "remove",
        [
          "The nurse rang the person. The person said she was an adult.",
          "A relative lives. The family's home was sold.", "The person's letter says a woman fell.",
        ]
      ),
      ("label", ["A [NAME", "[NAME 3]'s letter"]),
      ("mask", ["A █████ relative, Mr █████,", "Mr █████'s letter"]),
    ])
  func reads(style: String, sentences: [String]) throws {
    let copy = try redact(Self.draft, ["--style", style, "--redact", "all"])
    for sentence in sentences { #expect(copy.contains(sentence), "\(copy)") }
  }

  @Test("says nothing more of what it replaced, and a copy stays as it is", arguments: styles)
  func again(style: String) throws {
    let arguments = ["--style", style, "--redact", "all"]
    let copy = try redact(Self.draft, arguments)
    for name in ["Thompson", "Okafor", "James", "Elm Road", "960 417", "3 May"] {
      #expect(!copy.contains(name))
    }
    #expect(try redact(copy, arguments) == copy)
  }

  @Test("keeps a page's markup, entities and white space byte for byte", arguments: styles)
  func page(style: String) throws {
    let page = """
      <!doctype html><meta charset=utf-8><title>Mrs Vexholme</title>
      <body><p  class=a title='Mrs Vexholme&#39;s home'>Mrs&nbsp;<b>Vex</b>holme &amp; co said
      \t<a href="mailto:vexholme@home.example">she</a> &mdash; agreed.<!-- Mrs Vexholme rang -->
      <img alt="Mrs Vexholme" src=a.png></body>

      """
    let copy = try redact(page, ["--style", style, "--redact", "all"], as: "a.html")
    #expect(!copy.localizedCaseInsensitiveContains("vex"))
    for piece in [
      "<!doctype html><meta charset=utf-8><title>", "<body><p  class=a title='", "<b>", "</b>",
      " &amp; co said\n\t<a href=\"mailto:", "\">she</a> &mdash; agreed.<!-- ",
      " rang -->\n<img alt=\"",
      "\" src=a.png></body>\n",
    ] {
      #expect(copy.contains(piece), "\(piece) in \(copy)")
    }
  }

  @Test("what was reviewed and kept stays, and only that", arguments: styles)
  func kept(style: String) throws {
    let text = """
      Mr Vexholme rang. [expunge: allow people/title-and-name; reason: named in office]

      Mrs Plimwicke rang.

      """
    let copy = try redact(text, ["--style", style])
    #expect(copy.contains("Mr Vexholme rang."))
    #expect(!copy.contains("Plimwicke"))
  }

  @Test("sister decisions share one cast")
  func together() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "Mr Brosk complains. Mr Zandmere, a neighbour, agreed with Mr Brosk.\n", to: "in/a.txt")
    try files.write("Mr Zandmere wrote. Then Mr Brosk and Mr Plimstead rang.\n", to: "in/b.txt")
    let outcome = try Command.expunge(
      ["redact", "in", "--style", "pseudonym", "--together", "--output", "out"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    let copies = try ["a", "b"].map {
      try String(contentsOf: files.url("out/\($0).txt"), encoding: .utf8)
    }
    #expect(copies[0] == "Mr X complains. Mr Y, a neighbour, agreed with Mr X.\n")
    #expect(copies[1] == "Mr Y wrote. Then Mr X and Mr C rang.\n")
    let manifest = try String(contentsOf: files.url("out/expunge-redaction.json"), encoding: .utf8)
    #expect(!manifest.contains("Mr X"))
  }

  @Test("in place: only when said, only when proved, with the file's own rights")
  func inPlace() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let good = try files.write("Mrs Vexholme rang.\n", to: "in/a.txt")
    let bad = try files.write("Mrs Plimwicke rang.\n", to: "in/Plimwicke.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: good.path)
    let outcome = try Command.expunge(
      ["redact", "in", "--in-place", "--manifest", "done.json"], in: files.folder)
    #expect(outcome.status == 1, "\(outcome.text)\(outcome.errorText)")
    #expect(try String(contentsOf: good, encoding: .utf8) == "Mrs [NAME 1] rang.\n")
    #expect(try String(contentsOf: bad, encoding: .utf8) == "Mrs Plimwicke rang.\n")
    let mode = try FileManager.default.attributesOfItem(atPath: good.path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(files.contents(of: "in") == ["Plimwicke.txt", "a.txt"])
    let manifest = try String(contentsOf: files.url("done.json"), encoding: .utf8)
    #expect(!manifest.contains("Plimwicke") && manifest.contains("\"written\": 1"))
    #expect(!outcome.text.contains("Plimwicke"))
  }

  @Test("in place: a file with another name, and standard input, are left alone")
  func notInPlace() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let file = try files.write("Mrs Vexholme rang.\n", to: "a.txt")
    try FileManager.default.linkItem(at: file, to: files.url("b.txt"))
    let linked = try Command.expunge(["redact", "a.txt", "--in-place"], in: files.folder)
    #expect(linked.status == 2 && linked.errorText.contains("another name"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "Mrs Vexholme rang.\n")
    let input = try Command.expunge(
      ["redact", "-", "--in-place"], input: Data("Mrs Vexholme rang.\n".utf8), in: files.folder)
    #expect(input.status == 2 && input.errorText.contains("standard input"))
    for arguments in [
      ["redact", "a.txt"], ["redact", "a.txt", "--in-place", "--output", "out"],
      ["redact", "a.txt", "--output", "out", "--together"],
      ["redact", "a.txt", "--output", "out", "--manifest", "m.json"],
    ] {
      #expect(try Command.expunge(arguments, in: files.folder).status == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: files.url("out").path))
  }
}
