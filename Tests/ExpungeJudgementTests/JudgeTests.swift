import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import PCRE2
import TestSupport
import Testing

/// A judge with a few rules of its own, and the documents it is shown.
struct Bench {
  static let title = Rule(
    identifier: "people/titled-name", title: "Name after a title",
    pattern: #"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?<value>[A-Z][a-z]{2,20}+(?: [A-Z][a-z]{2,20}+)?)"#,
    role: .rule(
      .init(
        classCode: "D01", label: .person, severity: .critical, confidence: 90,
        yieldsTo: ["citation", "council"], propagates: true)))
  static let number = Rule(
    identifier: "numbers/ten-digits", title: "Ten digits", pattern: #"\b[0-9]{10}\b"#,
    role: .rule(
      .init(
        classCode: "D08", label: .nhsNumber, severity: .critical, confidence: 40,
        context: [
          .init(side: .before, phrases: ["nhs number"], within: 30, weight: 45),
          .init(side: .before, phrases: ["invoice"], within: 30, weight: 0, drops: true),
        ])))
  static let date = Rule(
    identifier: "dates/exact", title: "Exact date",
    pattern: #"\b[0-9]{1,2} (?:May|June) [0-9]{4}\b"#,
    role: .rule(.init(classCode: "Q01", label: .date, severity: .medium, confidence: 50)))
  static let reference = Rule(
    identifier: "references/spaced", title: "Spaced reference",
    pattern: #"\b[0-9]{2} [0-9]{3} [0-9]{3}\b"#,
    role: .rule(.init(classCode: "D09", label: .reference, severity: .high, confidence: 80)))
  static let council = Rule(
    identifier: "bodies/council", title: "Council",
    pattern: #"\b[A-Z][a-z]{2,20}+(?: [A-Z][a-z]{2,20}+){0,3}? Council\b"#,
    role: .guarding(.init(kind: "council", claims: [.person])))
  static let citation = Rule(
    identifier: "law/case-name", title: "Case name",
    pattern: #"\bR \([A-Z][a-z]{1,20}+(?: [A-Z][a-z]{1,20}+)?\) v [A-Z][a-z]{2,20}+"#,
    role: .guarding(.init(kind: "citation")))

  var rules = [title, number, date, reference, council, citation]
  var propagates = true
  var limits = Limits()
  var profile = Profile(identifier: "test", title: "")
  var at: CalendarDay?
  var classes: [TaxonomyClass] = []
  var circumstances: [Circumstance] = []
  var isGate = false
  var publication: [PublicationCheck] = []

  func judge(_ document: Document, explains: Bool = false) throws -> Judgement {
    let set = try RuleSet(rules: rules)
    var scanner = Scanner(rules: set)
    var scratch = Scratch()
    let judge = Judge(
      rules: rules, contexts: ContextMatcher(rules: rules),
      policy: Policy(profile: profile, failOn: .high, at: at, isGate: isGate),
      propagates: propagates, classes: classes, circumstances: circumstances,
      publication: publication, limits: limits)
    return judge.judge(
      document, readings: document.parts.map { Reading(of: $0.text, foldings: .none) },
      structures: document.parts.map { DecisionOutline.structure(of: $0, furniture: .none) },
      explains: explains, listsExplained: explains, with: &scanner, &scratch)
  }

  func findings(in text: String) throws -> [(text: String, finding: Finding)] {
    let document = TestDocument.plain(text)
    return try judge(document).findings.map { finding in
      (Disclosure(of: finding, in: document, by: Reveal()).text, finding)
    }
  }
}

@Suite("Judgement")
struct JudgeTests {
  @Test("a guard vetoes what lies wholly inside it, and nothing else")
  func vetoes() throws {
    let found = try Bench().findings(
      in: "In R (Mrs Davies) v Kent the court agreed. Mrs Davies rang Kent Council.")
    #expect(found.map(\.text) == ["Davies"])
    #expect(found.first?.finding.location?.range.start == 47)
  }

  @Test("a wide finding covers what lies in it, also behind another finding that stands there")
  func coveredBehindAnother() throws {
    func rule(_ name: String, _ pattern: String, _ label: Label, _ confidence: Int) -> Rule {
      Rule(
        identifier: name, title: name, pattern: pattern,
        role: .rule(
          .init(classCode: "D02", label: label, severity: .high, confidence: confidence)))
    }
    var bench = Bench()
    // The convincing part of a doubtful whole stands beside it.
    bench.rules = [
      rule("wide", #"\b14 Elm Grove, BZ1 4QQ, Bexton\b"#, .address, 20),
      rule("postcode", #"\bBZ1 4QQ\b"#, .address, 90), rule("town", #"\bBexton\b"#, .address, 20),
    ]
    let found = try bench.findings(in: "She lived at 14 Elm Grove, BZ1 4QQ, Bexton.")
    #expect(found.map(\.text) == ["14 Elm Grove, BZ1 4QQ, Bexton", "BZ1 4QQ"])
  }

  @Test("where two rules see the same, one finding has both in its explanation")
  func seenTwice() throws {
    func rule(_ name: String, _ label: Label, _ confidence: Int) -> Rule {
      Rule(
        identifier: "numbers/\(name)", title: name, pattern: #"\b[0-9]{6}\b"#,
        role: .rule(.init(classCode: "D08", label: label, severity: .high, confidence: confidence)))
    }
    var bench = Bench()
    bench.rules = [
      rule("weak", .reference, 55), rule("sure", .reference, 80), rule("other", .phone, 60),
    ]
    let found = try bench.findings(in: "It was 123456.").map(\.finding)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.rule == "numbers/sure")
    #expect(finding.confidence == 80)
    let seen = finding.evidence.filter { $0.code == .alsoSeen }.map(\.subject)
    #expect(Set(seen) == ["numbers/weak", "numbers/other"])
  }

  @Test("rules for information alone speak where the profile masks facts")
  func facts() throws {
    var bench = Bench()
    bench.rules = [
      Rule(
        identifier: "facts/year", title: "Year", pattern: #"\b(?:19|20)[0-9]{2}\b"#,
        role: .rule(.init(classCode: "Q01", label: .date, severity: .info, confidence: 30)))
    ]
    bench.profile.severitiesByLabel = [.date: .high]
    #expect(try bench.findings(in: "She came in 1998.").isEmpty)
    bench.profile.masksFacts = true
    let found = try bench.findings(in: "She came in 1998.")
    #expect(found.map(\.text) == ["1998"])
    #expect(found.first?.finding.severity == .high)
  }

  @Test("a name for a place stays when another place of the document changes")
  func placesSurviveEditsElsewhere() throws {
    let before = try Bench().findings(in: "Mrs Pemberton rang. She left.\nMrs Okafor wrote to us.")
    let after = try Bench().findings(in: "Nobody rang.\nMr Sanderson wrote to us.")
    #expect(before.count == 2)
    #expect(after.count == 1)
    // "Mrs" and "Mr" differ; the value itself does not enter.
    let other = try Bench().findings(in: "Mrs Sanderson wrote to us.")
    #expect(other.first?.finding.place == before.last?.finding.place)
    #expect(other.first?.finding.place != after.first?.finding.place)
  }

  @Test("many findings in a text without full stops take linear time")
  func longSentence() throws {
    let text = String(repeating: "on 12 May 2026 and ", count: 20_000)
    var count = 0
    let time = try ContinuousClock().measure { count = try Bench().findings(in: text).count }
    #expect(count == 20_000)
    // The whole sentence for each finding would be eight thousand million bytes.
    #expect(time < .seconds(60))
  }

  @Test("phrases before a value speak for it, or drop it")
  func context() throws {
    let bare = try Bench().findings(in: "The reference was 9434765919.")
    #expect(bare.first?.finding.confidence == 40)
    #expect(bare.first?.finding.blocking == false)
    let cued = try Bench().findings(in: "Her NHS number is 9434765919.")
    #expect(cued.first?.finding.confidence == 85)
    #expect(cued.first?.finding.blocking == true)
    #expect(
      cued.first?.finding.evidence.contains { $0.code == .context && $0.weight == 45 } == true)
    #expect(try Bench().findings(in: "See invoice 9434765919.").isEmpty)
  }

  @Test("a name that was given away is hunted everywhere, also in the file's name")
  func propagation() throws {
    var document = TestDocument.plain(
      "Mrs Pemberton rang.\nPEMBERTON's log says so.\nThe Pembertons left.")
    document.parts.append(
      TestDocument.part(Array("Pemberton_S_final.txt".utf8), name: "file name", kind: .fileName))
    let findings = try Bench().judge(document).findings
    #expect(findings.count == 4)
    #expect(Set(findings.map(\.subject)).count == 1)
    #expect(findings.dropFirst().allSatisfy { $0.related.first?.role == .source })
    #expect(findings.last?.location?.part == 1)
    var alone = Bench()
    alone.propagates = false
    #expect(try alone.judge(document).findings.count == 1)
  }

  @Test("a found name that is also a place here is hunted only where it must be a name")
  func ambiguity() throws {
    let found = try Bench().findings(
      in: "Ms Kent rang Kent Council.\nIn the Kent area reviews were late.\nMs Kent agreed.")
    #expect(found.count == 2)
  }

  @Test("two people of one surname are two subjects, a surname alone is the first")
  func subjects() throws {
    let found = try Bench().findings(
      in: "Mr John Ashworth and Mrs Mary Ashworth complained. Mr Ashworth wrote.")
    #expect(found.map(\.text) == ["John Ashworth", "Mary Ashworth", "Ashworth"])
    #expect(found.map(\.finding.subject) == [1, 2, 1])
  }

  @Test("signs and dashes part words, accents do not")
  func wordBounds() throws {
    let found = try Bench().findings(
      in:
        "Mrs Pemberton\u{2014}who rang.\n\u{201C}Pemberton\u{2014}her name\u{201D} cost \u{A3}Pemberton."
    )
    #expect(found.map(\.text) == ["Pemberton", "Pemberton", "Pemberton"])
  }

  @Test("the decision's own reference is none")
  func ownReference() throws {
    let found = try Bench().findings(
      in: "Borsetshire County Council (24 007 318)\nOur decision 24 007 318 followed 19 555 120.")
    #expect(found.map(\.text) == ["19 555 120"])
  }

  @Test("severity and confidence stay apart; what is indirect does not block")
  func severity() throws {
    let found = try Bench().findings(in: "She fell on 3 June 2024.")
    #expect(found.first?.finding.severity == .medium)
    #expect(found.first?.finding.blocking == false)
  }

  @Test("identifiers of places hold no value and survive edits elsewhere")
  func places() throws {
    let first = try Bench().findings(in: "Mrs Pemberton rang twice.\nMrs Hartley rang.")
    let second = try Bench().findings(
      in: "A new line.\nMrs Okonkwo rang twice.\nMrs Hartley rang.")
    #expect(first[0].finding.place == second[0].finding.place)
    #expect(first[1].finding.place == second[1].finding.place)
    #expect(first[0].finding.place != first[1].finding.place)
    let twice = try Bench().findings(in: "Mrs Hartley rang.\nMrs Hartley rang.")
    #expect(Set(twice.map(\.finding.place)).count == 2)
  }

  @Test("beyond the limit the least severe are left out and counted")
  func cap() throws {
    var bench = Bench()
    bench.limits.findings = 2
    let judgement = try bench.judge(
      TestDocument.plain("On 3 June 2024 Mrs Hartley met Mr Pemberton on 4 June 2024."))
    #expect(judgement.capped == 2)
    #expect(judgement.findings.map(\.label) == [.person, .person])
  }

  @Test("what became of every hit is kept when asked")
  func explains() throws {
    let judgement = try Bench().judge(
      TestDocument.plain("In R (Mrs Davies) v Kent. Invoice 9434765919."), explains: true)
    #expect(Set(judgement.considered.map(\.outcome)) == [.vetoed, .dropped])
    #expect(judgement.findings.isEmpty)
    #expect(judgement.explained[0].count == 1)
  }
}
