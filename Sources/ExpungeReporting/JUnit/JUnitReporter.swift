import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// JUnit XML, for build servers: `Reports/Schemas/junit-1.xsd`.
///
/// A document is a suite. What blocks is a failure, what was not read an error, what a review exempts or
/// accepts unread is skipped; a document with none of the first two passes one case. What only deserves a look is counted in
/// the suite's properties. It holds no value and no word of a document, whoever asks.
package struct JUnitReporter: Reporter {
  private var paths: ShownPaths
  private var output: OutputBuffer

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    output = OutputBuffer(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<testsuites name=\"expunge \(EscapedMarkup.of(header.toolVersion))\">\n")
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    let told = audit.findings.filter { $0.blocking || $0.status == .suppressed }
    let failures = audit.blockingCount
    let passes = failures == 0 && audit.unread.isEmpty
    suite(
      path,
      tests: told.count + audit.unread.count + audit.acknowledged.count + (passes ? 1 : 0),
      failures: failures, errors: audit.unread.count,
      skipped: told.count - failures + audit.acknowledged.count)
    writeCounts(audit.findings)
    for finding in told {
      write(finding, in: document, path: path)
      try output.flushWhenFull()
    }
    for unread in audit.unread {
      let words = EscapedMarkup.of(FindingSentence.unread(unread))
      openCase("read \(unread.part ?? "the whole document")", in: path)
      output.append(">\n      <error message=\"\(words)\" type=\"unread\">\(words)</error>\n")
      output.append("    </testcase>\n")
    }
    for item in audit.acknowledged {
      openCase("read \(item.item.part ?? "the whole document")", in: path)
      let words = EscapedMarkup.of(FindingSentence.acknowledged(item))
      output.append(">\n      <skipped message=\"\(words)\"/>\n    </testcase>\n")
    }
    if passes {
      openCase("nothing blocks publication", in: path)
      output.append("/>\n")
    }
    output.append("  </testsuite>\n")
    try output.flushWhenFull()
  }

  package mutating func end(_ summary: AuditSummary) throws {
    // A build server shows an empty report as a success only when there is a suite.
    if summary.documents == 0 { output.append("  <testsuite name=\"expunge\" tests=\"0\"/>\n") }
    output.append("</testsuites>\n")
    try output.flush()
  }

  private mutating func suite(
    _ path: String, tests: Int, failures: Int, errors: Int, skipped: Int
  ) {
    output.append(
      "  <testsuite name=\"\(EscapedMarkup.of(path))\" tests=\"\(tests)\" failures=\"\(failures)\""
        + " errors=\"\(errors)\" skipped=\"\(skipped)\">\n")
  }

  private mutating func writeCounts(_ findings: [Finding]) {
    output.append("    <properties>\n")
    for severity in Severity.allCases.reversed() {
      let count = findings.count { $0.severity == severity }
      output.append(
        "      <property name=\"findings.\(severity.name)\" value=\"\(count)\"/>\n")
    }
    output.append("    </properties>\n")
  }

  private mutating func openCase(_ name: String, in path: String) {
    output.append(
      "    <testcase classname=\"\(EscapedMarkup.of(path))\" name=\"\(EscapedMarkup.of(name))\"")
  }

  private mutating func write(_ finding: Finding, in document: MaskedDocument, path: String) {
    let position = document.filePosition(of: finding.location)
    let line = position.map { ", line \($0.line)" } ?? ""
    let column = position?.column.map { ", column \($0)" } ?? ""
    let name = "\(finding.rule): \(FindingSentence.what(finding, in: document))\(line)\(column)"
    openCase("\(name) (\(finding.place))", in: path)
    let words = EscapedMarkup.of(FindingSentence.full(finding, in: document))
    if finding.blocking {
      output.append(
        ">\n      <failure message=\"\(words)\" type=\"\(finding.severity.name)\">\(words)</failure>\n"
      )
    } else {
      output.append(">\n      <skipped message=\"\(words)\"/>\n")
    }
    output.append("    </testcase>\n")
  }
}
