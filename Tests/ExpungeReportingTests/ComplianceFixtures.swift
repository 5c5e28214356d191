import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText

/// A folder of invented decisions, counted.
enum ComplianceFixtures {
  static let profileHash = String(repeating: "5d", count: 32)

  static let knowledge = ComplianceKnowledge(
    classes: [
      TaxonomyClass(
        code: "D01", title: "Name of the complainant", severity: .critical, coverage: .partly),
      TaxonomyClass(
        code: "D04", title: "Home address", severity: .critical, coverage: .fully),
      TaxonomyClass(code: "D10", title: "Signature", severity: .critical, coverage: .notYet),
      TaxonomyClass(
        code: "Q01", title: "Exact date", severity: .medium, coverage: .partly, narrows: 2),
      TaxonomyClass(
        code: "Q02", title: "Exact age", severity: .medium, coverage: .partly, narrows: 2),
      TaxonomyClass(
        code: "Q04", title: "Small place", severity: .high, coverage: .partly, narrows: 3),
      TaxonomyClass(
        code: "Q11", title: "Facts that single a person out together", severity: .high,
        coverage: .partly),
    ],
    law: [
      LegalReference(
        article: "UK GDPR Article 5(1)(c)", title: "Data minimisation",
        bears: "Nothing is published that the decision does not need.", classes: ["D", "Q"],
        source: "a test", checked: "2026-11-22"),
      LegalReference(
        article: "UK GDPR Article 9(1)", title: "Special categories", bears: "They need more.",
        classes: ["P01"], source: "a test", checked: nil),
      LegalReference(
        article: "UK GDPR Article 5(2)", title: "Accountability", bears: "It must be shown.",
        classes: [], source: "a test", checked: nil),
    ],
    departments: ["adult care services", "children's care services"],
    profileTitle: "Local Government and Social Care Ombudsman", profileSHA256: profileHash,
    combinationLimit: 8)

  static var measured: MeasuredFigures {
    var figures = MeasuredFigures(
      testSet: "gold.jsonl", documents: 120, words: 61_234, directSpans: 512)
    figures.directRecall = 0.9316
    figures.directRecallInterval = [0.906, 0.951]
    figures.indirectRecall = 0.6
    figures.precision = 0.8877
    figures.falseAlarmsPer10000Words = 2.46
    figures.toolVersion = "0.1.0"
    figures.rulesHash = Fixtures.header.rulesHash
    figures.profile = "lgsco"
    return figures
  }

  static var earlier: EarlierReport {
    EarlierReport(
      run: String(repeating: "7e", count: 16), toolVersion: "0.0.9",
      rulesHash: Fixtures.header.rulesHash, profileSHA256: profileHash, at: "2026-10-01",
      documents: 7, incomplete: 2, blocking: 12,
      severities: ["critical": 11, "high": 0, "medium": 9, "low": 2, "info": 0],
      classes: ["D01": 9, "D04": 2, "T01": 1],
      departments: ["adult care services": 8, "Mrs Quonberry's department": 3])
  }

  /// A decision with a category line.
  static func decision(
    _ number: Int, category: String?, combination: Bool = false, leaks: Bool = true
  ) -> DocumentAudit {
    var decision = DocumentBuilder("decisions/\(number).txt")
    decision.add(
      "body",
      [
        (.paragraph, nil, "Category : \(category ?? "")"),
        (
          .paragraph, nil,
          "Mrs Quonberry of 2 Elm Grove, aged 41, rang on 3 May 2024 from Ambridge."
        ),
      ])
    if let category { decision.categorise(category) }
    if leaks {
      decision.find(.person, at: decision.place("Mrs Quonberry"), classCode: "D01")
      decision.find(.address, at: decision.place("2 Elm Grove"), subject: 2, classCode: "D04")
    }
    decision.find(
      .age, at: decision.place("aged 41"), .medium, blocking: false, subject: 3, classCode: "Q02")
    decision.find(
      .date, at: decision.place("3 May 2024"), .medium, blocking: false, subject: 4,
      classCode: "Q01")
    decision.find(
      .place, at: decision.place("Ambridge"), .high, blocking: false, subject: 5,
      classCode: "Q04")
    if combination {
      decision.find(
        .combination, at: nil, .high, blocking: true, subject: 6, classCode: "Q11")
    }
    return decision.audit()
  }

  static var audits: [DocumentAudit] {
    [
      decision(1, category: "Adult care services > Charging"),
      decision(2, category: "Children\u{2019}s care  services > Other", combination: true),
      decision(3, category: "Mrs Quonberry > Other", leaks: false),
      Fixtures.draft, Fixtures.clean, Fixtures.unreadable,
    ]
  }

  static func text(
    _ format: ComplianceFormat, _ audits: [DocumentAudit] = audits,
    knowledge: ComplianceKnowledge = knowledge, header: AuditHeader = Fixtures.header
  ) throws -> String {
    try Fixtures.write(audits, header: header) { sink in
      ComplianceReporter(knowledge, paths: .masked, outputs: [(format, sink)])
    }
  }

  /// With a measurement and a report of before.
  static var full: ComplianceKnowledge {
    var full = knowledge
    full.measured = measured
    full.earlier = earlier
    return full
  }
}
