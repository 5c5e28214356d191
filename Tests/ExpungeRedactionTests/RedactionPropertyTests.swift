import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import TestSupport
import Testing

/// Random documents with planted values, torn by random markup, with findings that overlap: what
/// must hold of every one of them.
@Suite struct RedactionPropertyTests {
  private struct Planting {
    let page: SimulatedPage
    let findings: [Finding]
    let values: [String]

    var audit: DocumentAudit {
      DocumentAudit(
        path: "x", document: Document(format: .html, parts: [page.part]), unread: [],
        findings: findings)
    }
  }

  private static let filler = [
    "the", "council", "said", "we", "found", "no", "fault", "café", "&", "in", "its", "handling",
    "🙂", "of", "plan,", "2026.", "(see", "law)", "will", "not", "naïve", "日本",
  ]

  private static func plant(_ seed: UInt64) -> Planting {
    var names = SeededNames(seed: seed)
    let people = (0..<3).map { index in
      let surname = names.name()
      return (subject: index + 1, full: "\(names.name()) \(surname)é", surname: "\(surname)é")
    }
    let postcode = (subject: 9, value: "LS\(seed % 9 + 1) 4ZZ")
    var text = ""
    var places: [(ByteRange, Label, Int)] = []
    func write(_ value: String, _ label: Label, _ subject: Int) {
      let start = text.utf8.count
      text += value
      places.append((ByteRange(start, text.utf8.count), label, subject))
    }
    for _ in 0..<Int.random(in: 5...60, using: &names.generator) {
      switch Int.random(in: 0..<10, using: &names.generator) {
      case 0:
        if let person = people.randomElement(using: &names.generator) {
          write(person.full, .person, person.subject)
          if Bool.random(using: &names.generator) { text += "’s" }
        }
      case 1:
        if let person = people.randomElement(using: &names.generator) {
          text += "Mrs "
          write(person.surname, .person, person.subject)
        }
      case 2: write(postcode.value, .postcode, postcode.subject)
      default: text += filler.randomElement(using: &names.generator) ?? "x"
      }
      text += " "
    }
    let page = SimulatedPage(
      file: SimulatedPage.write(text, using: &names.generator))
    precondition(page.part.text == Array(text.utf8), "the page must read as it was written")
    var findings: [Finding] = []
    for (range, label, subject) in places {
      findings.append(
        Fixture.finding(
          Location(part: 0, range: range), label, subject: subject,
          severity: Severity.allCases.randomElement(using: &names.generator) ?? .high))
      // Another rule sees only a piece of it, or a little more of its beginning.
      if Bool.random(using: &names.generator), range.count > 4 {
        let start = Int.random(in: range.start..<(range.end - 2), using: &names.generator)
        let end = Int.random(in: (start + 1)...range.end, using: &names.generator)
        guard page.part.text[start..<end].contains(where: { $0 != 0x20 }) else { continue }
        findings.append(
          Fixture.finding(
            Location(part: 0, range: ByteRange(start, end)), label, subject: subject))
      }
    }
    let values = people.flatMap { [$0.full, $0.surname] } + [postcode.value]
    findings.shuffle(using: &names.generator)
    return Planting(page: page, findings: findings, values: values)
  }

  private static func withoutPlaceholders(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).replacing(/\[[A-Z ]+ [0-9]+\]/, with: "")
  }

  @Test(arguments: UInt64(1)...150)
  func nothingPlantedSurvivesAndNothingElseChanges(seed: UInt64) throws {
    let planting = Self.plant(seed)
    let plan = try #require(RedactionPlan(for: planting.audit, scope: .all))
    #expect(plan.unplaceable.isEmpty)

    // Ascending, disjoint, never empty.
    for (edit, next) in zip(plan.edits, plan.edits.dropFirst()) {
      #expect(edit.source.end <= next.source.start)
    }
    #expect(plan.edits.allSatisfy { !$0.source.isEmpty })

    let copy = SimulatedPage(file: Fixture.apply(plan.edits, to: planting.page.file))
    let text = String(decoding: copy.part.text, as: UTF8.self).lowercased()
    for value in planting.values {
      for word in value.split(separator: " ") { #expect(!text.contains(word.lowercased())) }
    }

    // The text is the old one without exactly what findings cover, the markup is the old one.
    var covered = [Bool](repeating: false, count: planting.page.part.text.count)
    for finding in planting.findings {
      guard let range = finding.location?.range else { continue }
      for index in range.start..<range.end { covered[index] = true }
    }
    let expected = zip(planting.page.part.text, covered).filter { !$0.1 }.map(\.0)
    #expect(Self.withoutPlaceholders(copy.part.text) == String(decoding: expected, as: UTF8.self))
    #expect(copy.tags == planting.page.tags)

    // The proof agrees, on the parts and on the bytes.
    let search = SurvivorSearch(for: plan.removed, foldings: .none, ordinaryWords: ["will"])
    let document = Document(format: .html, parts: [copy.part])
    let report = search.search(document, explained: [])
    #expect(report.survivors == [])
    #expect(RawSurvivorSearch(search, explainedBy: report).search(copy.file).survivors == [])

    // A redacted copy holds nothing more to redact.
    let again = DocumentAudit(path: "x", document: document, unread: [], findings: [])
    #expect(try #require(RedactionPlan(for: again, scope: .all)).isEmpty)
  }

  @Test(arguments: UInt64(200)...300)
  func aForgottenEditIsFound(seed: UInt64) throws {
    let planting = Self.plant(seed)
    let plan = try #require(RedactionPlan(for: planting.audit, scope: .all))
    var generator = SeededGenerator(seed: seed)
    guard
      let forgotten = plan.edits.filter({ !$0.replacement.isEmpty })
        .randomElement(using: &generator)
    else { return }
    // All pieces of one leak: those up to the next replacement.
    let start = try #require(plan.edits.firstIndex(of: forgotten))
    let end =
      plan.edits[(start + 1)...].firstIndex { !$0.replacement.isEmpty } ?? plan.edits.endIndex
    var edits = plan.edits
    edits.removeSubrange(start..<end)
    let copy = SimulatedPage(file: Fixture.apply(edits, to: planting.page.file))
    let search = SurvivorSearch(for: plan.removed, foldings: .none, ordinaryWords: ["will"])
    let report = search.search(Document(format: .html, parts: [copy.part]), explained: [])
    #expect(report.survivorCount > 0)
    #expect(report.survivors.first?.placeholder == forgotten.placeholder)
    // Without the reader's help too: tags are left out by the raw search itself.
    let raw = RawSurvivorSearch(search, explainedBy: SurvivorReport()).search(copy.file)
    #expect(raw.survivorCount > 0 || copy.file.contains(UInt8(ascii: "&")))
  }

  @Test func thePlanIsTheSameOnEveryRun() throws {
    let planting = Self.plant(7)
    let first = try #require(RedactionPlan(for: planting.audit))
    let second = try #require(RedactionPlan(for: Self.plant(7).audit))
    #expect(first.edits == second.edits)
    #expect(first.subjects == second.subjects)
  }
}
