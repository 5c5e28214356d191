import ExpungeDetection
package import ExpungeReporting
import ExpungeText
import Foundation

extension EarlierReport {
  /// The keys of `Reports/Schemas/report-1.schema.json` that a trend needs.
  private struct File: Decodable {
    struct Tool: Decodable { var version: String }
    struct Rules: Decodable { var hash: String }
    struct Policy: Decodable { var sha256: String }
    struct Verdict: Decodable { var blocking: Int, incomplete: Int }
    struct Counts: Decodable {
      struct Severity: Decodable { var severity: String, findings: Int }
      struct Class: Decodable { var `class`: String, findings: Int }
      struct Department: Decodable { var department: String, findings: Int }

      var documents: Int
      var bySeverity: [Severity]
      var byClass: [Class]
      var byDepartment: [Department]
    }

    var schema: String
    var run: String
    var tool: Tool
    var rules: Rules
    var policy: Policy
    var at: String?
    var verdict: Verdict
    var counts: Counts
  }

  /// Reads the JSON of a report of before.
  ///
  /// What of it is printed again must have the form that a report gives it: the file may be anybody's.
  /// - Throws: `ConfigurationError` when it cannot be read or is none.
  package static func read(_ path: String) throws(ConfigurationError) -> EarlierReport {
    let file: File = try ReportInput.decode(
      path,
      what: "the JSON of a compliance report: make one with expunge report --format json")
    let counts = file.counts
    let numbers =
      [file.verdict.blocking, file.verdict.incomplete, counts.documents]
      + counts.bySeverity.map(\.findings) + counts.byClass.map(\.findings)
      + counts.byDepartment.map(\.findings)
    let isSound =
      file.schema == "expunge/report/1" && isHexadecimal(file.run, 32)
      && isHexadecimal(file.rules.hash, 64) && isHexadecimal(file.policy.sha256, 64)
      && isVersion(file.tool.version)
      && file.at.map { CalendarDay($0) != nil } ?? true
      && counts.bySeverity.allSatisfy { ExpungeDetection.Severity(name: $0.severity) != nil }
      && counts.byClass.allSatisfy { isClass($0.class) }
      && numbers.allSatisfy { (0...1_000_000_000_000).contains($0) }
    guard isSound else {
      throw ConfigurationError(
        "\(path): the file is no compliance report of this version: make it anew with expunge report "
          + "--format json")
    }
    return EarlierReport(
      run: file.run, toolVersion: file.tool.version, rulesHash: file.rules.hash,
      profileSHA256: file.policy.sha256, at: file.at, documents: counts.documents,
      incomplete: file.verdict.incomplete, blocking: file.verdict.blocking,
      severities: sum(counts.bySeverity.map { ($0.severity, $0.findings) }),
      classes: sum(counts.byClass.map { ($0.class, $0.findings) }),
      departments: sum(counts.byDepartment.map { ($0.department, $0.findings) }))
  }

  private static func sum(_ pairs: [(String, Int)]) -> [String: Int] {
    Dictionary(pairs, uniquingKeysWith: +)
  }

  private static func isHexadecimal(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { Ascii.isDigit($0) || (0x61...0x66).contains($0) }
  }

  private static func isVersion(_ text: String) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        Ascii.isDigit($0) || Ascii.isLetter($0) || ".-+".utf8.contains($0)
      }
  }

  /// "D01".
  private static func isClass(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 3 && (0x41...0x5A).contains(bytes[0])
      && bytes[1...].allSatisfy(Ascii.isDigit)
  }
}
