import Foundation
import TestSupport
import Testing

@Suite("Word files")
struct WordFileTests {
  private static let leak = "Mrs Eleanor Whitcombe of 14 Larch Close, Bolton rang on 01632 960123."

  private func changed() -> WordFile {
    var word = WordFile("The complaint")
    word.paragraphs.append(
      WordFile.run("The Council wrote to ")
        + WordFile.deletion("Mrs Eleanor Whitcombe", by: "Jane Okafor")
        + WordFile.insertion("Mrs X", by: "Jane Okafor") + WordFile.run(" in May."))
    word.comments = [("Jane Okafor", "Mrs Whitcombe rang again.")]
    word.author = "Jane Okafor"
    word.header = "About Mrs Whitcombe"
    return word
  }

  /// What a copy's entries hold; they are stored as they are, as the original's were.
  private func text(of name: String, _ files: Command.Scratch) throws -> String {
    String(decoding: try Data(contentsOf: files.url(name)), as: UTF8.self)
  }

  @Test("every layer is named as a person would")
  func layers() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Data(changed().file), to: "draft.docx")
    let outcome = try Command.expunge(["scan", "draft.docx", "--format", "json"], in: files.folder)
    #expect(outcome.status == 1)
    for part in [
      "deleted text, paragraph 2", "comment 1", "author of comment 1", "header of section 1",
      "document property: author",
    ] {
      #expect(outcome.text.contains("\"part\":\"\(part)\""), "\(part)")
    }
    #expect(!outcome.text.contains("\"source\""))
  }

  @Test("tracked changes are accepted or rejected, comments and authors go")
  func trackedChanges() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Data(changed().file), to: "draft.docx")
    for (rule, words) in [("accept", "Mrs X"), ("reject", "[NAME 1]")] {
      let outcome = try Command.expunge(
        ["redact", "draft.docx", "--output", rule, "--changes", rule], in: files.folder)
      #expect(outcome.status == 0, "\(outcome.text)")
      let copy = try text(of: "\(rule)/draft.docx", files)
      #expect(copy.contains(words))
      for gone in ["Whitcombe", "Okafor", "w:del ", "w:ins ", "<w:comment "] {
        #expect(!copy.contains(gone), "\(rule): \(gone)")
      }
      let manifest = try text(of: "\(rule)/expunge-redaction.json", files)
      #expect(manifest.contains("\"byRule\""))
      #expect(manifest.contains("\"libzip "))
    }
    let refused = try Command.expunge(
      ["redact", "draft.docx", "--output", "refuse", "--changes", "refuse"], in: files.folder)
    #expect(refused.status == 1)
    #expect(refused.text.contains("it has tracked changes"))
    #expect(!files.contents(of: "refuse").contains("draft.docx"))
  }

  @Test("what need not change is kept as it was packed")
  func untouched() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    var word = WordFile(Self.leak)
    word.others = [("word/theme/theme1.xml", "<a:theme xmlns:a=\"urn:a\" name=\"Plain\"/>")]
    try files.write(Data(word.file), to: "draft.docx")
    let outcome = try Command.expunge(
      ["redact", "draft.docx", "--output", "out"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    let copy = try text(of: "out/draft.docx", files)
    #expect(
      copy.replacing(/<[^>]*>/, with: "").contains("Mrs [NAME 1] of [ADDRESS 1] rang on [PHONE 1].")
    )
    let before = word.entries.filter { $0.name != "word/document.xml" }
    for entry in before { #expect(copy.contains(entry.text), "\(entry.name)") }
  }

  @Test("the same draft gives the same findings in every format")
  func everyFormat() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let paragraphs = [
      "Mrs X complains about the Council.", Self.leak,
      "Her son Liam was born on 3 May 2011. Sarah Pemberton agreed to pay.",
    ]
    try files.write(paragraphs.joined(separator: "\n\n") + "\n", to: "a.txt")
    try files.write(paragraphs.joined(separator: "\n\n") + "\n", to: "a.md")
    try files.write(
      "<!doctype html><meta charset=utf-8><body>"
        + paragraphs.map { "<p>\($0)</p>" }.joined() + "</body>", to: "a.html")
    try files.write(Data(WordFile(paragraphs.joined(separator: "\n")).file), to: "a.docx")
    try files.write(
      "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + paragraphs.joined(separator: "\r\n\r\n") + "\r\n", to: "a.eml")
    var seen: [String: [String]] = [:]
    for name in ["a.txt", "a.md", "a.html", "a.docx", "a.eml"] {
      let outcome = try Command.expunge(["scan", name, "--format", "json"], in: files.folder)
      #expect(outcome.status == 1, "\(name): \(outcome.errorText)")
      let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let document = (object?["documents"] as? [[String: Any]])?.first
      seen[name] = (document?["findings"] as? [[String: Any]] ?? []).filter { finding in
        (finding["location"] as? [String: Any])?["part"] as? String == "body"
      }.map { finding in
        ["rule", "label", "severity", "confidence", "text"].map { "\(finding[$0] ?? "")" }
          .joined(separator: " ")
      }
    }
    #expect(seen["a.txt"]?.isEmpty == false)
    for (name, findings) in seen { #expect(findings == seen["a.txt"], "\(name)") }
  }

  @Test("the picture of the first page is not read, and a copy has none")
  func preview() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    var word = WordFile(Self.leak)
    word.packageTies =
      "<Relationship Id=\"t\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/>"
    word.others = [("docProps/thumbnail.jpeg", "\u{1}picture")]
    try files.write(Data(word.file), to: "draft.docx")
    let scan = try Command.expunge(["scan", "draft.docx"], in: files.folder)
    #expect(scan.status == 3)
    #expect(scan.text.lowercased().contains("preview picture 1"))
    let redaction = try Command.expunge(
      ["redact", "draft.docx", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)")
    let copy = try text(of: "out/draft.docx", files)
    #expect(!copy.contains("thumbnail"))
    #expect(try Command.expunge(["scan", "out/draft.docx"], in: files.folder).status == 0)
  }

  @Test("a strict file is read like a transitional one, and a signed one says that it is signed")
  func strictAndSigned() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let strict = WordFile(Self.leak).entries.map { entry in
      (
        name: entry.name,
        text: entry.text.replacing(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          with: "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      )
    }
    try files.write(Data(ZipArchive(strict).file), to: "strict.docx")
    let scan = try Command.expunge(["scan", "strict.docx", "--format", "json"], in: files.folder)
    #expect(scan.status == 1)
    #expect(scan.text.contains("\"label\":\"PHONE\""))
    var signed = WordFile(Self.leak)
    signed.packageTies =
      "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/>"
    signed.others = [
      ("_xmlsignatures/origin.sigs", ""),
      (
        "_xmlsignatures/_rels/origin.sigs.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature\" Target=\"sig1.xml\"/></Relationships>"
      ), ("_xmlsignatures/sig1.xml", "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/>"),
    ]
    try files.write(Data(signed.file), to: "signed.docx")
    let said = try Command.expunge(["scan", "signed.docx", "--format", "json"], in: files.folder)
    #expect(said.text.contains("publication/signature"), "\(said.text)")
  }

  // MARK: Bad input

  @Test("what cannot be read is said, and never clean")
  func badInput() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let good = WordFile(Self.leak)
    try files.write(Data(good.file.prefix(700)), to: "cut.docx")
    var entities = good.entries
    entities[2].text = entities[2].text.replacing(
      "?>\n", with: "?>\n<!DOCTYPE w:document [<!ENTITY a \"b\">]>")
    try files.write(Data(ZipArchive(entities).file), to: "entities.docx")
    var broken = good.entries
    broken[2].text = String(broken[2].text.dropLast(20))
    try files.write(Data(ZipArchive(broken).file), to: "broken.docx")
    try files.write(Data(WordFile("").file), to: "empty.docx")
    try files.write(
      Data(ZipArchive([("xl/workbook.xml", "<x/>"), ("[Content_Types].xml", "<Types/>")]).file),
      to: "sheet.docx")
    var macros = good
    macros.others = [("word/vbaProject.bin", "macro")]
    try files.write(Data(macros.file), to: "macros.docm")
    try files.write(
      Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
      to: "old.docx")
    for (name, words) in [
      ("cut.docx", "cut short or damaged"), ("entities.docx", "declares entities"),
      ("broken.docx", "damaged"), ("empty.docx", "no text"), ("sheet.docx", "does not read"),
      ("macros.docm", "macros are not read"), ("old.docx", "old Word"),
    ] {
      let outcome = try Command.expunge(["scan", name], in: files.folder)
      #expect(outcome.status == 3, "\(name)")
      let flat = outcome.text.replacing(/\s+/, with: " ")
      #expect(flat.contains(words), "\(name): \(flat)")
      let redaction = try Command.expunge(
        ["redact", name, "--output", "out-\(name)"], in: files.folder)
      #expect(redaction.status == 3, "\(name)")
      #expect(files.contents(of: "out-\(name)") == ["expunge-redaction.json"], "\(name)")
    }
  }

  @Test("a zip file's files are documents of their own")
  func zipFile() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let inner = ZipArchive([("deep.txt", Self.leak)]).file
    var archive = ZipArchive([("one.txt", "Mrs X complains."), ("two/two.txt", Self.leak)])
    archive.add("three.zip", inner)
    archive.add("four.docx", WordFile(Self.leak).file)
    try files.write(Data(archive.file), to: "drafts.zip")
    let scan = try Command.expunge(["scan", "drafts.zip", "--format", "json"], in: files.folder)
    #expect(scan.status == 1)
    for name in ["one.txt", "two/two.txt", "three.zip/deep.txt", "four.docx"] {
      #expect(scan.text.contains("\"path\":\"drafts.zip/\(name)\""), "\(name)")
    }
    let redaction = try Command.expunge(
      ["redact", "drafts.zip", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)")
    #expect(files.contents(of: "out").contains("two/two.txt"))
    let inPlace = try Command.expunge(["redact", "drafts.zip", "--in-place"], in: files.folder)
    #expect(inPlace.status == 1)
    #expect(inPlace.text.contains("lies in a zip file"))
  }
}
