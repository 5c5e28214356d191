import ExpungeReporting
import Foundation
import TestSupport
import Testing

/// What `Reports/Samples` shows is what the program writes.
@Suite("samples")
struct SampleTests {
  private static let folder = Command.root.appendingPathComponent("Reports/Samples")
  private static let audits = [Fixtures.draft, Fixtures.clean, Fixtures.unreadable]

  @Test("audit.txt")
  func text() throws {
    let text = try Fixtures.text(Self.audits)
    #expect(Golden.difference(text, file: Self.folder.appendingPathComponent("audit.txt")) == nil)
  }

  @Test("audit.json")
  func json() throws {
    let text = try Fixtures.json(Self.audits)
    #expect(Golden.difference(text, file: Self.folder.appendingPathComponent("audit.json")) == nil)
  }

  @Test(
    "the other formats",
    arguments: [
      (ReportFormat.jsonl, "audit.jsonl"), (.sarif, "audit.sarif"), (.junit, "audit.junit.xml"),
      (.csv, "audit.csv"), (.markdown, "audit.md"), (.github, "audit.github.txt"),
      (.gitlab, "audit.gitlab.json"), (.html, "audit.html"),
    ])
  func others(format: ReportFormat, name: String) throws {
    let text = try Fixtures.report(format, Self.audits)
    let difference = Golden.difference(text, file: Self.folder.appendingPathComponent(name))
    #expect(difference == nil, "\(difference ?? "")")
  }
}
