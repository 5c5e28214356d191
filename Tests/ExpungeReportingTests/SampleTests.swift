import ExpungeReporting
import Foundation
import Testing

/// What `Reports/Samples` shows is what the program writes.
@Suite("samples")
struct SampleTests {
  private static let folder = Golden.root.appendingPathComponent("Reports/Samples")
  private static let audits = [Fixtures.draft, Fixtures.clean, Fixtures.unreadable]

  @Test("audit.txt")
  func text() throws {
    try Golden.expect(try Fixtures.text(Self.audits), is: "audit.txt", in: Self.folder)
  }

  @Test("audit.json")
  func json() throws {
    try Golden.expect(try Fixtures.json(Self.audits), is: "audit.json", in: Self.folder)
  }
}
