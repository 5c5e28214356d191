import ExpungePacks
import ExpungeText
import Foundation
import TestSupport
import Testing

/// `.expunge.yaml`: where it is found, what it decides, what it must not say.
@Suite("Settings")
struct SettingsTests {
  private static let draft = "Ms Okafor called. The visit was at SW1A 9ZZ.\n"

  @Test("the nearest file upwards decides, the command line decides over it")
  func nearest() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.draft, to: "team/drafts/a.txt")
    try files.write("fail-on: info\n", to: ".expunge.yaml")
    try files.write("profile: strict\nlimits:\n  findings: 5\n", to: "team/.expunge.yaml")
    func explain(_ arguments: [String] = []) throws -> String {
      try Command.expunge(
        ["config", "explain"] + arguments, in: files.url("team/drafts")
      ).text
    }
    let text = try explain()
    #expect(text.contains(/profile +strict +\S*team\/\.expunge\.yaml:1:10/))
    #expect(text.contains(/limits\.findings +5 +\S*team\/\.expunge\.yaml:3:13/))
    #expect(text.contains(/fail-on +\w+ +the profile strict/))
    #expect(try explain(["--profile", "tribunal"]).contains(/profile +tribunal +the command line/))
    #expect(try explain(["--no-config"]).contains(/profile +lgsco +built in/))
    #expect(try explain(["--config", "../../.expunge.yaml"]).contains(/fail-on +info +\S+:1:10/))
  }

  @Test("a report names the settings it was made under")
  func named() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.draft, to: "a.txt")
    try files.write(
      "named:\n  - {name: Ada Okafor, reason: office, approver: Head}\n  - {name: Ngozi Okafor, reason: office, approver: Head}\n",
      to: ".expunge.yaml")
    let outcome = try Command.expunge(["scan", "a.txt", "--format", "json"], in: files.folder)
    #expect(
      outcome.text.contains(/"settings":\{"file":"\.expunge\.yaml","sha256":"[0-9a-f]{64}"\}/))
    let without = try Command.expunge(
      ["scan", "a.txt", "--format", "json", "--no-config"], in: files.folder)
    #expect(!without.text.contains("\"settings\""))
  }

  @Test("people named on purpose in the settings block nothing")
  func people() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("We spoke to Olumide Okafor. Mrs X agreed.\n", to: "a.txt")
    #expect(try Command.expunge(["scan", "a.txt"], in: files.folder).status == 1)
    try files.write(
      "named:\n  - {name: Olumide Okafor, office: Ombudsman, reason: office, approver: Head}\n",
      to: ".expunge.yaml")
    let outcome = try Command.expunge(["scan", "a.txt"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("EXEMPT"))
  }

  @Test(
    "what is not understood is refused with line and column",
    arguments: [
      ("proflie: strict\n", "1:1: error: unknown key"),
      ("fail-on: sometimes\n", "1:10: error: “fail-on” cannot be “sometimes”"),
      ("exclude: [ok, /etc]\n", "1:15: error: a path of “exclude” begins below"),
      ("limits:\n  speed: 1\n", "2:3: error: there is no limit “speed”"),
      ("limits:\n  findings: 0\n", "2:13: error: a limit must be a whole number"),
      ("named:\n  - {name: Ada, reason: r, approver: a}\n", "2:12: error: a name needs a forename"),
      (
        "acknowledged:\n  - {sha256: 9C56, reason: r, approver: a}\n",
        "2:14: error: an entry of “acknowledged” needs the hash of the unread item"
      ),
      (
        "acknowledged:\n  - {sha256: \(String(repeating: "9c", count: 32)), reason: r}\n",
        "error: an entry of “acknowledged” needs the key “approver”"
      ),
      (
        "acknowledged: [{sha256: \(String(repeating: "9c", count: 32)), reason: r, approver: a, until: soon}]\n",
        "error: “until” must be a date such as 2026-11-22"
      ),
      ("acknowledged: logo\n", "1:15: error: “acknowledged” must be a list"),
      ("profile: [\n", "error: this is not YAML"),
      ("- profile\n", "1:1: error: the file must be a mapping"),
    ])
  func refused(text: String, words: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.draft, to: "a.txt")
    try files.write(text, to: ".expunge.yaml")
    let outcome = try Command.expunge(["scan", "a.txt"], in: files.folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
    #expect(outcome.output.isEmpty)
  }

  @Test("what is accepted unread is explained by its content and its end, not by its reason")
  func acknowledged() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(
      "acknowledged:\n  - {sha256: \(String(repeating: "9c", count: 32)), reason: logo, approver: Head, until: 2027-05-01}\n",
      to: ".expunge.yaml")
    let text = try Command.expunge(["config", "explain"], in: files.folder).text
    #expect(text.contains(/acknowledged +9c9c9c9c9c9c, until 2027-05-01 +\S*\.expunge\.yaml:2:5/))
    #expect(!text.contains("logo"))
  }

  @Test("the schema for editors knows the same keys and limits")
  func schema() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(
        with: Data(
          contentsOf: Command.root.appendingPathComponent("Reports/Schemas/settings-1.schema.json"))
      ) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(Settings.keys))
    let limits = try #require(properties["limits"]?["properties"] as? [String: Any])
    #expect(Set(limits.keys) == Set(Limits.keys.map(\.name)))
  }

  @Test("a file of comments decides nothing; one that is missing is an error")
  func blank() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("Mrs X agreed.\n", to: "a.txt")
    try files.write("# to be written\n\n", to: ".expunge.yaml")
    #expect(try Command.expunge(["scan", "a.txt"], in: files.folder).status == 0)
    let missing = try Command.expunge(["scan", "a.txt", "--config", "none.yaml"], in: files.folder)
    #expect(missing.status == 2)
    #expect(missing.errorText.contains("there is no such file"))
  }

  @Test("a walk leaves out what is excluded, and a named file is examined all the same")
  func excluded() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("exclude: [old, '*.md', 'team/*/notes.txt']\n", to: ".expunge.yaml")
    for name in ["old/deep/a.txt", "b.md", "team/one/notes.txt"] {
      try files.write("Mrs Pemberton rang.\n", to: name)
    }
    try files.write("Mrs X rang.\n", to: "team/b.md")
    let outcome = try Command.expunge(["scan", "."], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("not examined: 4 files"))
    #expect(try Command.expunge(["scan", "b.md"], in: files.folder).status == 1)
  }
}
