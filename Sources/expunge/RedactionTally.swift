import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import ExpungeWorkflows

/// Counts what became of the documents of a redaction, and says it.
struct RedactionTally {
  private var written = 0
  private var replacements = 0
  private var notProved = 0
  private var unread = 0

  mutating func add(_ outcome: RedactRun.Outcome) {
    switch outcome.result {
    case .written:
      written += 1
      replacements += outcome.replacements
    case .notProved: notProved += 1
    case .unread: unread += 1
    }
  }

  /// What to say about one document.
  static func lines(about outcome: RedactRun.Outcome) -> [String] {
    let name = TerminalText.logLine(TerminalText.escape(outcome.name))
    switch outcome.result {
    case .written:
      return ["\(name): \(outcome.replacements) replaced, proved"]
    case .notProved(let reasons):
      return ["\(name): not proved, so not written"]
        + reasons.map { "  \(TerminalText.escape($0))" }
    case .unread(let unread):
      return ["\(name): not written, because not all of it was read"]
        + unread.map { "  \(TerminalText.escape($0.reason))" }
    }
  }

  func verdict(_ code: ExitCode) -> String {
    let copies = "\(written) \(written == 1 ? "copy" : "copies") written and proved"
    switch code {
    case .clean: return "PASS: \(copies), \(replacements) replacements."
    case .incomplete:
      return
        "INCOMPLETE: \(copies); \(unread) not read in full\(notProved > 0 ? ", \(notProved) not proved" : "")."
    default: return "FAIL: \(copies); \(notProved) could not be proved and were not written."
    }
  }
}
