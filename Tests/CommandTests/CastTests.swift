import Foundation
import TestSupport
import Testing

@Suite("expunge cast")
struct CastTests {
  private static let sample = "Reports/Samples/cast.txt"

  @Test("the example's table is the recorded one")
  func table() throws {
    let outcome = try Command.expunge(["cast", Self.sample], in: Command.root)
    #expect(outcome.status == 0)
    #expect(outcome.errorText.isEmpty)
    #expect(!outcome.text.contains("Pemberton"))
    let difference = Golden.difference(outcome.text, "cast.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("the example's JSON is the sample")
  func json() throws {
    let outcome = try Command.expunge(["cast", "--format", "json", Self.sample], in: Command.root)
    #expect(outcome.status == 0)
    let file = Command.root.appendingPathComponent("Reports/Samples/cast.json")
    let difference = Golden.difference(outcome.text, file: file)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "the sample follows the schema",
    .enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func schema() throws {
    let text = try String(
      contentsOf: Command.root.appendingPathComponent("Reports/Samples/cast.json"),
      encoding: .utf8)
    #expect(try Python.validate(text, against: "cast-1.schema.json") == "valid")
  }

  @Test("a pseudonym is shown where it does not fit, a name never but when asked")
  func masking() throws {
    let text = "Mrs X complains. Mrs Pemberton rang. Ms X wrote. Mrs X agreed. Mrs X left."
    let scan = try Command.expunge(["scan", "-"], input: Data(text.utf8))
    #expect(!scan.text.contains("Pemberton"))
    let cast = try Command.expunge(["cast", "-"], input: Data(text.utf8))
    #expect(cast.text.contains("Ms X wrote."))
    #expect(cast.text.contains("Mrs [NAME]"))
    #expect(!cast.text.contains("Pemberton"))
  }

  @Test("a file that cannot be read is no empty cast")
  func unread() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Data([0x50, 0x4B, 0x03, 0x04, 0x00]), to: "letter.docx")
    let outcome = try Command.expunge(["cast", "letter.docx"], in: files.folder)
    #expect(outcome.status == 3)
    #expect(try Command.expunge(["cast", "none.txt"], in: files.folder).status == 2)
  }

  @Test("a text too long for one cast says that its cast was not read")
  func tooLong() throws {
    let line = "Mrs X complains about the Council. It was at fault and agreed to apologise.\n"
    let text = String(repeating: line, count: 4 * 1024 * 1024 / line.utf8.count + 1)
    let outcome = try Command.expunge(["cast", "-"], input: Data(text.utf8))
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("its cast was not read"))
  }

  @Test("a body that has its letter is not taken for one under its name")
  func lettered() throws {
    let text = """
      Admission authority: Governing Board of School W

      The complaint

      1. Mr and Mrs T complain that School W refused their son, P. School W replied. P was ill.

      """
    let outcome = try Command.expunge(["scan", "-", "--format", "json"], input: Data(text.utf8))
    #expect(!outcome.text.contains("institution-named"))
  }
}
