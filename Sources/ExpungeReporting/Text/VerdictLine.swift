import ExpungeDetection
import ExpungeJudgement

/// Gathers, document by document, what the one line at the end says.
struct VerdictLine {
  private var blockingLabels: [Label: Int] = [:]
  private var blockedDocuments = 0

  mutating func add(_ audit: DocumentAudit) {
    var isBlocked = false
    for finding in audit.findings where finding.blocking {
      blockingLabels[finding.label, default: 0] += 1
      isBlocked = true
    }
    if isBlocked { blockedDocuments += 1 }
  }

  /// "FAIL: 3 findings block publication in 1 of 2 documents (2 names, 1 address)."
  func sentence(_ summary: AuditSummary) -> (text: String, tone: Tone) {
    var (text, tone) = verdict(summary)
    if summary.acknowledged > 0 {
      let items = Wording.count(summary.acknowledged, "unread item")
      text += " A review accepts \(items)."
    }
    guard let list = summary.caseList else { return (text, tone) }
    let found =
      list.found == 0 ? "none was found" : "\(list.found) \(list.found == 1 ? "was" : "were") found"
    let names =
      list.names == 1
      ? "The one name of the case list was \(list.found == 0 ? "not found" : "found")."
      : "Of the \(Wording.grouped(list.names)) names of the case list, \(found)."
    return ("\(text) \(names)", tone)
  }

  private func verdict(_ summary: AuditSummary) -> (text: String, tone: Tone) {
    let verdict = summary.verdict
    let total = Wording.count(summary.documents, "document")
    if verdict.incomplete > 0 {
      var text =
        verdict.incomplete == summary.documents
        ? "INCOMPLETE: \(total) \(summary.documents == 1 ? "was" : "were") not read, or not wholly"
        : "INCOMPLETE: \(Wording.grouped(verdict.incomplete)) of \(total) "
          + "\(verdict.incomplete == 1 ? "was" : "were") not read, or not wholly"
      text += verdict.blocking > 0 ? "; in what was read, \(blocks(verdict, total)))." : "."
      return (text, .warning)
    }
    if verdict.blocking > 0 { return ("FAIL: \(blocks(verdict, total))).", .fail) }
    if summary.existing > 0 {
      let known = Wording.count(summary.existing, "known finding")
      return (
        "PASS: nothing new blocks publication (\(total), \(known) in the baseline).", .pass
      )
    }
    if summary.documents == 0 { return ("PASS: there was no document to read.", .pass) }
    return (
      "PASS: nothing blocks publication (\(total), \(Wording.count(summary.words, "word"))).", .pass
    )
  }

  /// "3 findings block publication in 1 of 2 documents (2 names, 1 address": the caller closes it.
  private func blocks(_ verdict: Verdict, _ total: String) -> String {
    let findings = Wording.count(verdict.blocking, "finding")
    let verb = verdict.blocking == 1 ? "blocks" : "block"
    return "\(findings) \(verb) publication in \(Wording.grouped(blockedDocuments)) of \(total) "
      + "(\(Wording.counts(blockingLabels))"
  }
}
