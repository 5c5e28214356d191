import Foundation
import TestSupport
import Testing

/// Exemptions as a caseworker writes them and a pipeline meets them.
@Suite("Exemptions")
struct ExemptionTests {
  private static let words =
    "expunge: allow people/title-and-name; reason: named in office; approver: Head of Casework; until: 2027-05-01"

  /// The same draft in each format, with a marker and without another leak.
  private static let drafts: [(name: String, text: String)] = [
    ("draft.txt", "Mrs Pemberton decided the matter. [\(words)]\n\nMrs X agreed.\n"),
    (
      "draft.md",
      "# Decision\n\nMrs Pemberton decided the matter. <!-- \(words) -->\n\nMrs X agreed.\n"
    ),
    (
      "next.md",
      "# Decision\n\n<!-- \(words) -->\nMrs Pemberton decided the matter.\n\nMrs X agreed.\n"
    ),
    (
      "draft.html",
      "<html><body><h1>Decision</h1><!-- \(words) --><p>Mrs Pemberton decided the matter.</p><p>Mrs X agreed.</p></body></html>"
    ),
  ]

  @Test(
    "a marker exempts what it stands beside in every format, and the report says why",
    arguments: drafts)
  func honoured(name: String, text: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(text, to: name)
    let outcome = try Command.expunge(["scan", name, "--at", "2026-11-22"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("EXEMPT"))
    #expect(
      outcome.text.contains("named in office (approved by Head of Casework, until 2027-05-01)"))
    #expect(!outcome.text.contains("Pemberton"))
    let late = try Command.expunge(["scan", name, "--at", "2027-05-02"], in: files.folder)
    #expect(late.status == 1)
    #expect(late.text.contains("its exemption has expired"))
    let undated = try Command.expunge(["scan", name], in: files.folder)
    #expect(undated.status == 1)
    let gate = try Command.expunge(
      ["scan", "--gate", name, "--at", "2026-11-22"], in: files.folder)
    #expect(gate.status == 1)
    #expect(gate.text.contains("a marker cannot waive it here"))
  }

  @Test("a redacted copy has no marker, keeps what was exempt and is proved", arguments: drafts)
  func redacted(name: String, text: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(text + "Mr Hartley rang.\n", to: name)
    let outcome = try Command.expunge(
      ["redact", name, "--output", "clean", "--at", "2026-11-22"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)\(outcome.errorText)")
    let copy = try String(contentsOf: files.url("clean/\(name)"), encoding: .utf8)
    #expect(!copy.contains("expunge"))
    #expect(!copy.contains("<!--"))
    #expect(copy.contains("Mrs Pemberton decided the matter."))
    #expect(!copy.contains("Hartley"))
  }

  @Test("JSON says what is exempt, by what, and which markers do nothing")
  func json() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      Self.drafts[0].text + "\n[expunge: allow postal/postcode; reason: Mrs Pemberton's]\n\nEnd.\n",
      to: "draft.txt")
    let outcome = try Command.expunge(
      ["scan", "--format", "json", "draft.txt", "--at", "2026-11-22"], in: files.folder)
    #expect(!outcome.text.contains("Pemberton"))
    let report = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    let markers = try #require(documents.first?["markers"] as? [[String: Any]])
    #expect(markers.compactMap { $0["state"] as? String } == ["honoured", "unused"])
    let findings = try #require(documents.first?["findings"] as? [[String: Any]])
    let suppressed = try #require(findings.first?["suppressed"] as? [String: Any])
    #expect(suppressed["reason"] as? String == "named in office")
    #expect(suppressed["until"] as? String == "2027-05-01")
    #expect(findings.first?["status"] as? String == "suppressed")
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["suppressed"] as? Int == 1)
  }

  @Test("a publisher's own profile builds on a shipped one and names people on purpose")
  func named() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      """
      profile: ours
      extends: lgsco
      title: Our own
      named:
        - {name: Jane Okafor, office: Ombudsman, reason: Holder of the office, approver: Board, until: 2027-05-01}
      """, to: "policy/ours.yaml")
    try files.write("Mrs Jane Okafor decided. Mrs Okafor wrote.\n", to: "draft.txt")
    let arguments = ["scan", "draft.txt", "--patterns", "policy", "--at", "2026-11-22"]
    let ours = try Command.expunge(arguments + ["--profile", "ours"], in: files.folder)
    #expect(ours.status == 0, "\(ours.text)\(ours.errorText)")
    #expect(ours.text.contains("Holder of the office (approved by Board"))
    #expect(try Command.expunge(arguments, in: files.folder).status == 1)
  }

  @Test("a tribunal leaves its judges named, and nobody else")
  func tribunal() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "Before: Tribunal Judge Mr T Okafor\n\nThe tenant, Mr Hartley, rang.\n", to: "draft.txt")
    func blocking(_ profile: String) throws -> Int? {
      let outcome = try Command.expunge(
        ["scan", "--format", "json", "--profile", profile, "draft.txt"], in: files.folder)
      let report = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      return (report?["summary"] as? [String: Any])?["blocking"] as? Int
    }
    #expect(try blocking("lgsco") == 2)
    #expect(try blocking("tribunal") == 1)
  }
}
