import Foundation
import TestSupport
import Testing

@Suite("expunge mark")
struct MarkTests {
  private static let leaks =
    "Mrs Eleanor Whitcombe of 14 Larch Close, Bolton rang on 01632 960123."

  @Test("a web page gets a mark at each finding, and a list of what has no place in its text")
  func page() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let page = """
      <!doctype html><html><head><title>About Eleanor Whitcombe</title></head>
      <body><p>Mrs Eleanor <b>Whit</b>combe of 14 Larch Close, Bolton rang on 01632 960123.</p></body></html>
      """
    try files.write(page, to: "draft.html")
    let outcome = try Command.expunge(["mark", "draft.html"], in: files.folder)
    #expect(outcome.status == 0)
    #expect(!outcome.text.contains("Whitcombe"))
    let copy = files.url("draft.confidential-marked.html")
    let marked = try String(contentsOf: copy, encoding: .utf8)
    #expect(marked.contains("Confidential: a draft marked by Expunge"))
    #expect(marked.contains("A name in title."))
    // Beside the marks the page says what it said.
    let aside = try #require(marked.range(of: "<aside.*</aside>", options: .regularExpression))
    let bare = marked.replacingCharacters(in: aside, with: "")
      .replacing(/<mark class="expunge" title="[^"]*">|<\/mark>/, with: "")
    #expect(bare == page)
    let rights = try FileManager.default.attributesOfItem(atPath: copy.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    // Nothing is written over.
    #expect(try Command.expunge(["mark", "draft.html"], in: files.folder).status == 2)
  }

  @Test("a Word file gets a comment at each finding, beside the comments that it has")
  func wordFile() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    var word = WordFile("The complaint\n" + Self.leaks + "\nThe Council was at fault.")
    word.comments = [("Jane Okafor", "Is this right?")]
    word.header = "Draft about Mrs Whitcombe"
    try files.write(Data(word.file), to: "draft.docx")
    let before = try remarks(in: "draft.docx", files)
    let outcome = try Command.expunge(
      ["mark", "draft.docx", "--output", "mine.docx"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.errorText)")
    #expect(before == 1)
    #expect(try remarks(in: "mine.docx", files) >= 6)
    // The same draft is found in the marked copy, and nothing else.
    let marked = try Command.expunge(
      ["scan", "mine.docx", "--only", "rules", "--format", "json"], in: files.folder)
    #expect(marked.text.contains("PHONE"))
  }

  @Test(
    "an independent reader opens the marked file and finds the comments",
    .enabled(if: Python.has("docx"), Python.installation))
  func independentReader() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Data(WordFile(Self.leaks).file), to: "draft.docx")
    _ = try Command.expunge(["mark", "draft.docx", "--output", "mine.docx"], in: files.folder)
    let script = """
      import docx, sys
      document = docx.Document(sys.argv[1])
      part = [r.target_part for r in document.part.rels.values() if r.reltype.endswith("/comments")][0]
      text = part.blob.decode()
      print("|".join(p.text for p in document.paragraphs), text.count("<w:comment "), end="")
      """
    let read = try Python.run(script, [files.url("mine.docx").path])
    #expect(read.text.hasPrefix(Self.leaks + " "), "\(read.errorText)")
    #expect(Int(read.text.split(separator: " ").last ?? "") ?? 0 >= 4)
  }

  @Test("what cannot be marked is said")
  func others() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.leaks, to: "draft.txt")
    let outcome = try Command.expunge(["mark", "draft.txt"], in: files.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains("give a Word file or a web page"))
    #expect(try Command.expunge(["mark", "-"], in: files.folder).status == 2)
  }

  private func remarks(in name: String, _ files: Command.Scratch) throws -> Int {
    let outcome = try Command.expunge(["inspect", name, "--json"], in: files.folder)
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let documents = object?["documents"] as? [[String: Any]]
    let facts = documents?.first?["facts"] as? [String: Int]
    return facts?["comments"] ?? 0
  }
}
