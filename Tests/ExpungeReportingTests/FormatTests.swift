import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Foundation
import TestSupport
import Testing

/// What holds of every format, whatever its consumer.
@Suite("formats")
struct FormatTests {
  private static let machines = ReportFormat.allCases.filter { $0 != .text }

  @Test(
    "programs that share no code with ours read them and count the same",
    .enabled(if: Python.hasReaders, Python.installation), arguments: machines)
  func independent(format: ReportFormat) throws {
    let audits = Fixtures.everything
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    let file = try scratch.write(Fixtures.report(format, audits), to: "report")
    let understood = try Python.read(file, format: format.rawValue)
    let findings = audits.flatMap(\.findings)
    let blocking = findings.count { $0.blocking }
    let exempt = findings.count { $0.status == .suppressed }
    let unread = audits.reduce(0) { $0 + $1.unread.count }
    let expected: Python.Understood =
      switch format {
      case .text, .markdown: Python.Understood(findings: 0, blocking: 0, unread: 0)
      case .json, .jsonl, .sarif, .csv, .html:
        Python.Understood(findings: findings.count, blocking: blocking, unread: unread)
      case .junit: Python.Understood(findings: blocking, blocking: blocking, unread: unread)
      case .gitlab:
        Python.Understood(findings: findings.count - exempt, blocking: blocking, unread: unread)
      case .github:
        // Ten of each level: unread ones first.
        Python.Understood(
          findings: 10 - unread + findings.count - blocking - exempt, blocking: 10 - unread,
          unread: unread)
      }
    #expect(understood == expected)
  }

  @Test(
    "a run without documents", .enabled(if: Python.hasReaders, Python.installation),
    arguments: machines)
  func empty(format: ReportFormat) throws {
    let scratch = try Command.Scratch()
    defer { scratch.remove() }
    let file = try scratch.write(Fixtures.report(format, []), to: "report")
    let understood = try Python.read(file, format: format.rawValue)
    #expect(understood == Python.Understood(findings: 0, blocking: 0, unread: 0))
  }

  @Test("formats for pipelines hold no value and no word of a document, whoever asks")
  func pipelines() throws {
    for format in ReportFormat.allCases where format.isForPipelines {
      let asked = try Fixtures.report(format, Fixtures.everything, reveal: Reveal())
      #expect(try asked == Fixtures.report(format, Fixtures.everything), "\(format)")
      for word in [
        "thornbury", "elm grove", "quillfeather", "social worker", "943 476", "told us",
        "grandmother", "王小明",
      ] {
        #expect(!asked.lowercased().contains(word), "\(format) holds \(word)")
      }
    }
  }

  @Test("revealed, the formats for people hold the values and the path")
  func revealed() throws {
    for format in ReportFormat.allCases where !format.isForPipelines {
      let shown = try Fixtures.report(format, [Fixtures.draft], reveal: Reveal())
      #expect(shown.contains("Amelia Thornbury"), "\(format)")
      #expect(shown.contains("25-019-474-thornbury.txt"), "\(format)")
    }
  }

  @Test("names of files as they are, when asked")
  func realPaths() throws {
    for format in ReportFormat.allCases {
      let shown = try Fixtures.report(format, [Fixtures.draft], paths: .real)
      #expect(shown.contains("25-019-474-thornbury.txt"), "\(format)")
      let masked = try Fixtures.report(format, [Fixtures.draft])
      #expect(!masked.contains("25-019-474-thornbury.txt"), "\(format)")
    }
  }

  @Test("a reviewer's words in a document stay out of formats for pipelines; a profile's do not")
  func reasons() throws {
    var page = DocumentBuilder("note.txt")
    page.add("body", [(.paragraph, nil, "Mrs Okafor, as Bexwith asked, of Ombudsman House")])
    page.find(.person, at: page.place("Okafor"), blocking: false, status: .suppressed)
    page.find(.person, at: page.place("Ombudsman"), blocking: false, status: .suppressed)
    var audit = page.audit()
    audit.findings[0].suppression = Suppression(
      scope: .marker, state: .honoured, reason: .place(page.place("as Bexwith asked")))
    audit.findings[1].suppression = Suppression(
      scope: .named, state: .honoured, reason: .text("Holder of the office"))
    for format in ReportFormat.allCases {
      let report = try Fixtures.report(format, [audit])
      #expect(report.contains("Bexwith") == !format.isForPipelines, "\(format)")
    }
    let sarif = try Fixtures.report(.sarif, [audit])
    #expect(sarif.contains(#""suppressions":[{"kind":"inSource","status":"accepted"}]"#))
    #expect(
      sarif.contains(
        #""kind":"external","status":"accepted","justification":"Holder of the office"}"#))
    #expect(try Fixtures.report(.github, [audit]).hasPrefix("PASS"))
  }

  @Test("several reports side by side are each what they are alone")
  func combined() throws {
    let formats = ReportFormat.allCases
    let collectors = formats.map { _ in Collector() }
    var combined = CombinedReporter(
      zip(formats, collectors).map { $0.reporter(ReportOptions(), sink: $1.take) })
    let audits = Fixtures.everything
    try combined.begin(Fixtures.header)
    for audit in audits { try combined.document(audit) }
    try combined.end(Fixtures.summary(of: audits))
    for (format, collector) in zip(formats, collectors) {
      let alone = try Fixtures.write(audits) { format.reporter(ReportOptions(), sink: $0) }
      #expect(collector.string == alone, "\(format)")
    }
  }
}
