import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Foundation
import TestSupport
import Testing

/// What each format for pipelines promises its own consumer.
@Suite("formats for pipelines")
struct PipelineFormatTests {
  private static func document(
    _ count: Int, severity: Severity = .critical, blocking: Bool = true
  ) -> DocumentAudit {
    var page = DocumentBuilder("decisions/many.txt")
    page.add("body", [(.paragraph, nil, String(repeating: "Thornbury ", count: count))])
    for index in 0..<count {
      page.find(
        .person, at: page.place("Thornbury", index + 1), severity, confidence: 50 + index % 40,
        blocking: blocking)
    }
    return page.audit()
  }

  @Test("GitHub gets ten of each level, the most severe first, and the number of the others")
  func annotations() throws {
    let audits = [
      Self.document(3, severity: .high), Self.document(12),
      Self.document(13, severity: .medium, blocking: false), Fixtures.unreadable,
    ]
    let lines = try Fixtures.report(.github, audits).split(separator: "\n")
    let errors = lines.filter { $0.hasPrefix("::error ") }
    #expect(errors.count == 10)
    #expect(errors[0].contains("title=Expunge%3A not read"))
    #expect(errors.dropFirst().allSatisfy { $0.contains("critical") })
    #expect(errors[1].contains("(61%25)"))
    #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
    #expect(
      lines.suffix(2).first
        == "Not annotated, as GitHub shows ten of each level: 6 errors and 3 warnings.")
    #expect(lines.last?.hasPrefix("INCOMPLETE: ") == true)
  }

  @Test("the step summary has the verdict first and a hundred rows at most")
  func stepSummary() throws {
    let audits = [Self.document(150), Fixtures.hostile]
    let text = try Fixtures.write(audits) { StepSummaryReporter(sink: $0) }
    let lines = text.split(separator: "\n")
    #expect(lines[1].hasPrefix("INCOMPLETE: "))
    #expect(lines.count { $0.hasPrefix("| ") } == 102)
    #expect(lines.last == "And \(150 + 11 - 100) more, the least severe.")
    #expect(!text.lowercased().contains("thornbury"))
    #expect(lines.allSatisfy { !$0.hasPrefix("| ") || $0.count(where: { $0 == "|" }) == 5 })
  }

  @Test("SARIF puts a place of a page on the line of its file, and none where there is none")
  func lines() throws {
    let page = "<!doctype html>\n<title>x</title>\n<p>Amelia\nThornbury rang.</p>\n"
    let start = try #require(page.utf8.firstRange(of: Array("Amelia".utf8)))
    let offset = page.utf8.distance(from: page.utf8.startIndex, to: start.lowerBound)
    let text = Array("Amelia Thornbury rang.".utf8)
    let body = Part(
      name: "body", kind: .body, visibility: .shown, text: text,
      blocks: [Block(kind: .paragraph, range: ByteRange(0, text.count))],
      source: .identity(from: offset, count: text.count))
    var builder = DocumentBuilder("page.html", format: .html)
    builder.find(.person, at: Location(part: 0, range: ByteRange(0, 16)))
    builder.find(.fileLayer, at: nil)
    var audit = DocumentAudit(
      path: "page.html", document: Document(format: .html, parts: [body]), unread: [],
      findings: builder.findings)
    #expect(!(try Fixtures.report(.sarif, [audit]).contains("region")))
    audit.fileLines = LineIndex(Array(page.utf8))
    let sarif = try Fixtures.report(.sarif, [audit])
    #expect(sarif.contains(#""region":{"startLine":3,"endLine":4}"#))
    #expect(sarif.matches(of: /"region"/).count == 1)
    #expect(try Fixtures.report(.github, [audit]).contains("page.html,line=3,endLine=4,title="))
    #expect(try Fixtures.report(.gitlab, [audit]).contains(#""lines":{"begin":3}"#))
  }

  @Test("paths are URIs in SARIF, and relative for code hosts")
  func paths() throws {
    for (path, uri, plain) in [
      ("./decisions/a b.txt", "decisions/a%20b.txt", "decisions/a b.txt"),
      ("/srv/é%.txt", "file:///srv/%C3%A9%25.txt", "/srv/é%.txt"),
      ("a:b,c.txt", "a%3Ab%2Cc.txt", "a:b,c.txt"),
    ] {
      var page = DocumentBuilder(path)
      page.add("body", [(.paragraph, nil, "Thornbury")])
      page.find(.person, at: page.place("Thornbury"))
      let audit = page.audit()
      #expect(try Fixtures.report(.sarif, [audit]).contains("\"uri\":\"\(uri)\""))
      #expect(try Fixtures.report(.gitlab, [audit]).contains("\"path\":\"\(plain)\""))
      let escaped = plain.replacing("%", with: "%25").replacing(":", with: "%3A")
        .replacing(",", with: "%2C")
      #expect(try Fixtures.report(.github, [audit]).contains("::error file=\(escaped),line=1,"))
    }
  }

  @Test("two files with the same sentence have two fingerprints at GitLab")
  func fingerprints() throws {
    var copy = Self.document(1)
    copy.path = "decisions/other.txt"
    let report = try Fixtures.report(.gitlab, [Self.document(1), copy])
    let prints = report.matches(of: /"fingerprint":"([0-9a-f]{32})"/).map(\.1)
    #expect(Set(prints).count == 2)
  }

  @Test("a suggestion that would act does nothing in any format")
  func suggestions() throws {
    let evil = "=cmd|' /C calc'!A0 ::error::x ##[error]y <b>z</b> [a](javascript:b) {0} @team #1"
    for prefix in ["", "+", "-", "@", "\t=", " =", "\u{FF1D}"] {
      var page = DocumentBuilder("a.txt")
      page.add("body", [(.paragraph, nil, "Thornbury")])
      page.find(.person, at: page.place("Thornbury"), suggestion: "\(prefix)\(evil)\n::error::q")
      let audit = page.audit()
      for format in ReportFormat.allCases {
        let report = try Fixtures.report(format, [audit])
        let obeyed = report.split(separator: "\n").filter { line in
          line.drop { $0.isWhitespace }.hasPrefix("::") || line.contains("##[")
        }
        #expect(obeyed.count == (format == .github ? 1 : 0), "\(format)")
        guard Python.hasReaders, format != .text else { continue }
        let scratch = try Command.Scratch()
        defer { scratch.remove() }
        _ = try Python.read(try scratch.write(report, to: "report"), format: format.rawValue)
      }
    }
  }
}
