import Foundation
import TestSupport
import Testing

@Suite("More than one version of a decision")
struct DecisionVersionsTests {
  private static let rule = "publication/other-versions"

  private func documents(_ names: [String]) throws -> [String: Bool] {
    let files = try Command.Scratch()
    defer { files.remove() }
    let word = Data(WordFile("Mrs X complains about the Council.").file)
    for name in names { try files.write(word, to: "in/\(name)") }
    let scan = try Command.expunge(["scan", "in", "--format", "json"], in: files.folder)
    let object = try JSONSerialization.jsonObject(with: scan.output) as? [String: Any]
    var found: [String: Bool] = [:]
    for document in object?["documents"] as? [[String: Any]] ?? [] {
      guard let path = document["path"] as? String else { continue }
      let findings = document["findings"] as? [[String: Any]] ?? []
      found[String(path.dropFirst(3))] = findings.contains { $0["rule"] as? String == Self.rule }
    }
    return found
  }

  @Test("names that differ by words for versions alone are of one decision")
  func versions() throws {
    let found = try documents([
      "24 001 234 draft.docx", "24 001 234 Final v2.docx", "24-001-234 (1).docx",
      "24 001 235 final.docx",
    ])
    #expect(found["24 001 234 draft.docx"] == true)
    #expect(found["24 001 234 Final v2.docx"] == true)
    #expect(found["24 001 235 final.docx"] == false)
    // A number in brackets may be the decision's own.
    #expect(found["24-001-234 (1).docx"] == false)
  }

  @Test("decisions of one folder are no versions of each other, nor files of two folders")
  func others() throws {
    let found = try documents([
      "decision 1.docx", "decision 2.docx", "a/case final.docx", "b/case draft.docx", "final.docx",
      "draft.docx",
    ])
    #expect(found.count == 6)
    #expect(!found.values.contains(true), "\(found)")
  }

  @Test("the files of a zip file, too")
  func archive() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let word = WordFile("Mrs X complains about the Council.").file
    var archive = ZipArchive()
    archive.add("case draft.docx", word)
    archive.add("case final.docx", word)
    try files.write(Data(archive.file), to: "all.zip")
    let scan = try Command.expunge(["scan", "all.zip", "--format", "json"], in: files.folder)
    #expect(scan.text.components(separatedBy: "\"rule\":\"\(Self.rule)\"").count == 3)
    let single = try Command.expunge(["scan", "all.zip"], in: files.folder)
    #expect(single.status == 0)
  }
}
