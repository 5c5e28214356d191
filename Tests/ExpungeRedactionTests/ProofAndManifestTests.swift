import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Foundation
import TestSupport
import Testing

@Suite struct ProofAndManifestTests {
  private static let text = "Mrs Thornaby of Kent County Council, LS1 4ZZ. Thornaby said so."

  private static func original() -> DocumentAudit {
    var audit = Fixture.audit(
      [Fixture.part(text), Fixture.fileName("thornaby.txt")],
      [
        Planted("Thornaby", subject: 1), Planted("LS1 4ZZ", .postcode, subject: 1),
        Planted("Kent County Council", .organisation, subject: 3, severity: .low, blocking: false),
        Planted("thornaby", subject: 1, part: 1),
      ])
    audit.inputIdentifier = String(repeating: "a", count: 32)
    return audit
  }

  private static func proof(
    _ plan: RedactionPlan, bytes: [UInt8], findings: [Finding] = [],
    unread: [Unread] = [], fileName: String = "NAME-1.txt"
  ) -> ProofResult {
    let document = Document(
      format: .plainText,
      parts: [Fixture.part(String(decoding: bytes, as: UTF8.self)), Fixture.fileName(fileName)])
    let search = SurvivorSearch(for: plan.removed, foldings: .none, ordinaryWords: [])
    let parts = search.search(document, explained: [])
    return ProofResult(
      plan: plan,
      copy: DocumentAudit(path: "x", document: document, unread: [], findings: findings),
      unreadOriginal: unread, search: search, parts: parts,
      fileName: search.search(fileName: Array(fileName.utf8)),
      raw: RawSurvivorSearch(search, explainedBy: parts).search(bytes),
      rawViews: RawSurvivorSearch.views(of: bytes))
  }

  private func plan() throws -> RedactionPlan { try #require(RedactionPlan(for: Self.original())) }

  @Test func aWholeRedactionIsProved() throws {
    let plan = try plan()
    let copy = Fixture.apply(plan.edits, to: Array(Self.text.utf8))
    let proof = Self.proof(plan, bytes: copy)
    #expect(proof.isProved)
    #expect(proof.failures.isEmpty)
    #expect(proof.layers.map(\.name) == ["body", "file name"])
    #expect(proof.valuesHunted == 3)
  }

  @Test func eachShortcomingAloneUndoesTheProof() throws {
    let plan = try plan()
    let copy = Fixture.apply(plan.edits, to: Array(Self.text.utf8))
    let left = Self.proof(plan, bytes: copy + Array(" THORNABY".utf8))
    let named = Self.proof(plan, bytes: copy, fileName: "thornaby.txt")
    let blocking = Self.proof(
      plan, bytes: copy, findings: [Fixture.finding(Location(part: 0, range: ByteRange(0, 3)))])
    let unread = Self.proof(
      plan, bytes: copy, unread: [Unread(part: "image 1", reason: "No text.")])
    for proof in [left, named, blocking, unread] {
      #expect(!proof.isProved)
      #expect(!proof.failures.isEmpty)
      #expect(!proof.failures.joined().lowercased().contains("thornaby"))
    }
    let unplaced = try #require(
      RedactionPlan(
        for: Fixture.audit(
          [Fixture.part("Thornaby", source: SourceMap.none)], [Planted("Thornaby")])))
    #expect(!Self.proof(unplaced, bytes: Array("x".utf8)).isProved)
  }

  @Test func aCopyThatCannotBeReadIsNotProved() throws {
    let plan = try plan()
    let search = SurvivorSearch(for: plan.removed, foldings: .none, ordinaryWords: [])
    let proof = ProofResult(
      plan: plan, copy: DocumentAudit(path: "x", document: nil, unread: [], findings: []),
      unreadOriginal: [], search: search, parts: SurvivorReport(), fileName: SurvivorReport(),
      raw: SurvivorReport(), rawViews: [.utf8])
    #expect(!proof.isProved)
    #expect(proof.failures.count == 1)
  }

  private static func header() -> AuditHeader {
    AuditHeader(
      toolVersion: "0.1.0",
      packs: [
        AuditHeader.Pack(
          identifier: "test", version: "1", sha256: String(repeating: "1", count: 64))
      ],
      rulesHash: String(repeating: "0", count: 64), profile: "lgsco", at: "2026-11-22",
      failOn: .high, only: [], notLookedFor: [])
  }

  private func manifest() throws -> String {
    let plan = try plan()
    let copy = Fixture.apply(plan.edits, to: Array(Self.text.utf8))
    let left = copy + Array(" THORNABY".utf8)
    let name = String(decoding: try #require(plan.fileName), as: UTF8.self)
    var writer = ManifestWriter()
    var bytes = writer.begin(Self.header(), style: .label, scope: .blocking)
    bytes += writer.add(
      ManifestEntry(
        outputName: name, format: .plainText, outputSHA256: String(repeating: "c", count: 64),
        inputIdentifier: Self.original().inputIdentifier, plan: plan,
        proof: Self.proof(plan, bytes: copy), unread: []))
    bytes += writer.add(
      ManifestEntry(
        outputName: "NAME-1_2.txt", format: .plainText, outputSHA256: nil, inputIdentifier: nil,
        plan: plan, proof: Self.proof(plan, bytes: left), unread: []))
    bytes += writer.add(
      ManifestEntry(
        outputName: "odd \"name\"\u{202E}\n.txt", format: nil, outputSHA256: nil,
        inputIdentifier: nil, plan: nil, proof: nil,
        unread: [Unread(reason: "It is larger than allowed.", limit: "document-bytes")]))
    bytes += writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theManifestIsAsRecorded() throws {
    let manifest = try manifest()
    #expect(Golden.difference(manifest, "manifest.json") == nil)
  }

  @Test func theManifestHoldsNothingThatLeaked() throws {
    let manifest = try manifest().lowercased()
    for value in ["thornaby", "ls1", "4zz", "kent"] { #expect(!manifest.contains(value)) }
  }

  @Test func anEmptyRunIsAManifestToo() throws {
    var writer = ManifestWriter()
    let bytes =
      writer.begin(Self.header(), style: .label, scope: .all) + writer.finish()
    let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect((read?["documents"] as? [Any])?.isEmpty == true)
  }

  @Test(.enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func whatAReviewAcceptsUnreadStandsInTheManifestAndUndoesNoProof() throws {
    let hash = String(repeating: "9c", count: 32)
    let picture = Unread(part: "picture 1", reason: "not read", contentHash: hash)
    let acknowledgement = Acknowledgement(
      sha256: hash, reason: "the logo", approver: "Head of Casework",
      until: CalendarDay("2027-05-01"))
    let plan = try plan()
    let proof = Self.proof(plan, bytes: Fixture.apply(plan.edits, to: Array(Self.text.utf8)))
    #expect(proof.isProved)
    var writer = ManifestWriter()
    var bytes = writer.begin(Self.header(), style: .label, scope: .blocking)
    bytes += writer.add(
      ManifestEntry(
        outputName: "a.docx", format: .word, outputSHA256: String(repeating: "c", count: 64),
        inputIdentifier: nil, plan: plan, proof: proof, unread: [],
        acknowledged: [Acknowledged(item: picture, acknowledgement: acknowledgement)]))
    bytes += writer.add(
      ManifestEntry(
        outputName: "b.docx", format: .word, outputSHA256: nil, inputIdentifier: nil, plan: nil,
        proof: nil, unread: [picture]))
    bytes += writer.finish()
    let manifest = String(decoding: bytes, as: UTF8.self)
    #expect(manifest.contains("\"approver\": \"Head of Casework\""))
    #expect(manifest.contains("\"incomplete\": 1"))
    #expect(try Python.validate(manifest, against: "redaction-1.schema.json") == "valid")
  }

  @Test(.enabled(if: Python.hasJSONSchema, "python3 with jsonschema is not installed"))
  func theManifestKeepsToItsSchema() throws {
    let schema = "redaction-1.schema.json"
    let good = try manifest()
    #expect(try Python.validate(good, against: schema) == "valid")
    // The schema itself refuses what must never be: a hash without a written copy, an unknown label.
    let hashed = good.replacingOccurrences(
      of: "\"written\": false,",
      with: "\"written\": false,\n\"outputSha256\": \"\(String(repeating: "d", count: 64))\",")
    #expect(try Python.validate(hashed, against: schema) != "valid")
    let named = good.replacingOccurrences(
      of: "\"placeholder\": \"[NAME 1]\",", with: "\"placeholder\": \"[NAME 1]\", \"value\": \"x\","
    )
    #expect(try Python.validate(named, against: schema) != "valid")
  }
}
