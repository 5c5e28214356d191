import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting

/// A sentence of ours that quotes what a person typed or a file is called, fit for a log.
///
/// Errors name files and arguments, and a draft is often called after the person it is about. What
/// the built-in rules find of direct identifiers is replaced by its label.
package enum MaskedSentence {
  /// The sentence masked; a constant where it cannot be examined.
  ///
  /// Makes an engine of its own: for the one sentence with which a run ends.
  package static func of(_ sentence: String) -> String {
    let engine: AuditEngine
    do {
      engine = try AuditEngine(options: EngineOptions())
    } catch {
      return "an error that cannot be shown: the rules inside this program are damaged"
    }
    var auditor = DocumentAuditor(engine: engine)
    var pieces: [String] = []
    // A value is not looked for in the middle of an address, and a path looks like one.
    for piece in sentence.split(separator: "/", omittingEmptySubsequences: false) {
      var audit = auditor.examine(words: String(piece))
      guard audit.complete else {
        return "an error that cannot be shown without its file names; run with --paths real"
      }
      // Names of settings ("EXPUNGE_KEY_FILE") look like user names.
      audit.findings.removeAll { !$0.label.isDirect || $0.severity <= .low && $0.label == .online }
      pieces.append(MaskedDocument(audit).maskedText(ofPart: 0))
    }
    return pieces.joined(separator: "/")
  }
}
