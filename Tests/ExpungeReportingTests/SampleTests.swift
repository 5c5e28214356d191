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
}
