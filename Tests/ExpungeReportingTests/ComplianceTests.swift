import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Foundation
import TestSupport
import Testing

/// The report that a data-protection officer signs.
@Suite("compliance report")
struct ComplianceTests {
  private static let samples = Command.root.appendingPathComponent("Reports/Samples")

  private func json(
    _ audits: [DocumentAudit] = ComplianceFixtures.audits,
    knowledge: ComplianceKnowledge = ComplianceFixtures.knowledge,
    header: AuditHeader = Fixtures.header
  ) throws -> [String: Any] {
    let text = try ComplianceFixtures.text(.json, audits, knowledge: knowledge, header: header)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func rows(_ report: [String: Any], _ path: String...) throws -> [[String: Any]] {
    var value: Any = report
    for key in path { value = try #require((value as? [String: Any])?[key]) }
    return try #require(value as? [[String: Any]])
  }

  @Test(
    "the samples are what is written",
    arguments: [
      (ComplianceFormat.markdown, "report.md"), (.html, "report.html"), (.json, "report.json"),
      (.csv, "report.csv"),
    ])
  func samples(format: ComplianceFormat, name: String) throws {
    let text = try ComplianceFixtures.text(format, knowledge: ComplianceFixtures.full)
    let difference = Golden.difference(text, file: Self.samples.appendingPathComponent(name))
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "programs that share no code with ours read them and count the same",
    .enabled(if: Python.hasReaders, Python.installation), arguments: ComplianceFormat.allCases)
  func independent(format: ComplianceFormat) throws {
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    for knowledge in [ComplianceFixtures.knowledge, ComplianceFixtures.full] {
      for audits in [[], ComplianceFixtures.audits, Fixtures.everything] {
        let text = try ComplianceFixtures.text(format, audits, knowledge: knowledge)
        let understood = try Python.read(
          try scratch.write(text, to: "report"), format: "report_\(format.rawValue)")
        let findings = audits.flatMap(\.findings)
        #expect(
          understood
            == Python.Understood(
              findings: findings.count, blocking: findings.count { $0.blocking },
              unread: audits.reduce(0) { $0 + $1.unread.count }), "\(format)")
      }
    }
  }

  @Test("no value, no word of a document, no name that is not harmless, whatever is in it")
  func valueFree() throws {
    var knowledge = ComplianceFixtures.full
    knowledge.earlier?.departments["Mrs Thornbury"] = 3
    for format in ComplianceFormat.allCases {
      let text = try ComplianceFixtures.text(
        format, ComplianceFixtures.audits + Fixtures.everything, knowledge: knowledge
      ).lowercased()
      for word in [
        "quonberry", "thornbury", "elm grove", "quillfeather", "social worker", "943 476",
        "grandmother", "王小明", "charging",
      ] {
        #expect(!text.contains(word), "\(format) holds \(word)")
      }
    }
  }

  @Test("findings are counted by severity, class and department, each in the right one")
  func counts() throws {
    let report = try json()
    let audits = ComplianceFixtures.audits
    let findings = audits.flatMap(\.findings)
    for row in try rows(report, "counts", "bySeverity") {
      let same = findings.filter { $0.severity.name == row["severity"] as? String }
      #expect(row["findings"] as? Int == same.count)
      #expect(row["blocking"] as? Int == same.count { $0.blocking })
    }
    for row in try rows(report, "counts", "byClass") {
      let code = row["class"] as? String
      let same = findings.filter { $0.classCode == code }
      #expect(row["findings"] as? Int == same.count)
      #expect(row["existing"] as? Int == same.count { $0.status == .existing })
      #expect(row["suppressed"] as? Int == same.count { $0.status == .suppressed })
      let documents = audits.count { $0.findings.contains { $0.classCode == code } }
      #expect(row["documents"] as? Int == documents)
    }
    let departments = try rows(report, "counts", "byDepartment")
    #expect(
      departments.map { $0["department"] as? String } == [
        "adult care services", "children's care services", "(not listed)", "(none)",
      ])
    #expect(departments.map { $0["all"] as? Int } == [1, 1, 1, 3])
    #expect(departments.map { $0["blocked"] as? Int } == [1, 1, 0, 1])
    #expect(
      departments.compactMap { $0["findings"] as? Int }.reduce(0, +) == findings.count)
  }

  @Test("the run's number tells runs apart, and nothing of the machine goes into it")
  func identity() throws {
    func run(_ audits: [DocumentAudit], _ header: AuditHeader = Fixtures.header) throws -> String {
      try #require(try json(audits, header: header)["run"] as? String)
    }
    let audits = ComplianceFixtures.audits
    let number = try run(audits)
    #expect(try number == run(audits))
    var moved = audits
    for index in moved.indices { moved[index].path = "/elsewhere/\(index).txt" }
    #expect(try number == run(moved))
    #expect(try number != run(audits.reversed()))
    #expect(try number != run(Array(audits.dropLast())))
    for change in [
      { (header: inout AuditHeader) in header.at = "2026-11-23" }, { $0.rulesHash = "00" },
      { $0.failOn = .medium }, { $0.only = ["rules"] }, { $0.toolVersion = "0.2.0" },
    ] {
      var header = Fixtures.header
      change(&header)
      #expect(try number != run(audits, header))
    }
  }

  @Test("documents with several kinds of indirect identifiers are listed, the most telling first")
  func jigsaw() throws {
    let list = try rows(json(), "jigsaw")
    #expect(
      list.map { $0["document"] as? String } == [
        "decisions/2.txt", "decisions/1.txt", "decisions/3.txt", "drafts/[file 4].txt",
      ])
    #expect(list.map { $0["combinations"] as? Int } == [1, 0, 0, 0])
    #expect(list[0]["points"] as? Int == 7)
    #expect(list[0]["kinds"] as? [String: Int] == ["Q01": 1, "Q02": 1, "Q04": 1])
  }

  @Test("a trend compares what can be compared and says what cannot")
  func trend() throws {
    let report = try json(knowledge: ComplianceFixtures.full)
    let trend = try #require(report["trend"] as? [String: Any])
    #expect(trend["caveats"] as? [String] == ["another version of the program (0.0.9)"])
    let rows = try #require(trend["rows"] as? [[String: Any]])
    func row(_ kind: String, _ name: String) -> [Int?] {
      let row = rows.first { $0["kind"] as? String == kind && $0["name"] as? String == name }
      return [row?["before"] as? Int, row?["now"] as? Int]
    }
    #expect(row("run", "documents") == [7, 6])
    #expect(row("class", "D04") == [2, 3])
    #expect(row("class", "T01") == [1, 0])
    #expect(row("department", "adult care services") == [8, 5])
    #expect(row("department", "(not listed)") == [3, 3])
    #expect(row("class", "P01") == [nil, nil])
    #expect(try json()["trend"] is NSNull)
  }

  @Test("a measurement with other rules is called one")
  func measured() throws {
    #expect(
      try ComplianceFixtures.text(.markdown, knowledge: ComplianceFixtures.full)
        .contains("(95 % interval: 90.6 % to 95.1 %)"))
    var other = ComplianceFixtures.full
    other.measured?.rulesHash = "00"
    #expect(
      try ComplianceFixtures.text(.markdown, knowledge: other).contains("measure again"))
    #expect(try ComplianceFixtures.text(.markdown).contains("No measurement was given"))
  }

  @Test("only law that bears on what was found, and on any run, is cited")
  func law() throws {
    let text = try ComplianceFixtures.text(.markdown)
    #expect(text.contains("UK GDPR Article 5(1)(c)"))
    #expect(text.contains("| D01 D04"))
    #expect(text.contains("UK GDPR Article 5(2)"))
    #expect(text.contains("a test: to be confirmed"))
    #expect(!text.contains("UK GDPR Article 9(1)"))
  }

  @Test("exemptions are counted by scope and state")
  func exemptions() throws {
    var audit = ComplianceFixtures.decision(1, category: nil)
    let until = try #require(CalendarDay("2027-05-01"))
    let later = try #require(CalendarDay("2027-06-01"))
    for (index, suppression) in [
      Suppression(scope: .marker, state: .honoured, reason: .text("r"), until: later),
      Suppression(scope: .marker, state: .honoured, reason: .text("r"), until: until),
      Suppression(scope: .named, state: .expired, reason: .text("Quonberry"), until: nil),
    ].enumerated() {
      audit.findings[index].suppression = suppression
    }
    let report = try json([audit])
    let exemptions = try #require(report["exemptions"] as? [String: Any])
    #expect(exemptions["nextEnd"] as? String == "2027-05-01")
    let rows = try #require(exemptions["rows"] as? [[String: Any]])
    #expect(rows.map { $0["state"] as? String } == ["honoured", "expired"])
    #expect(rows.map { $0["findings"] as? Int } == [2, 1])
  }

  @Test("long lists are cut for readers, never for programs")
  func longLists() throws {
    let audits = (0..<250).map { ComplianceFixtures.decision($0, category: nil) }
    #expect(try rows(json(audits), "jigsaw").count == 250)
    #expect(try ComplianceFixtures.text(.markdown, audits).contains("And 150 more"))
    #expect(try ComplianceFixtures.text(.html, audits).contains("And 150 more"))
    let table = try ComplianceFixtures.text(.csv, audits)
    #expect(table.split(separator: "\r\n").count { $0.hasPrefix("\"jigsaw\"") } == 250)
  }
}
