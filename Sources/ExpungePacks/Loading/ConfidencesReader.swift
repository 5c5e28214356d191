import ExpungeDetection
import Yams

/// Reads `Confidences.yaml`: what measuring made of the rules' confidences.
struct ConfidencesReader {
  let file: YAMLFile
  let problems: ProblemList

  /// An entry of a rule that there is not, or that has changed since, lapses: packs change more often
  /// than they are measured.
  func read(_ root: Node.Mapping) -> [MeasuredConfidence] {
    let head = Fields(
      root, what: "the list of measured confidences", keys: ["source", "confidences"], in: file,
      problems)
    guard head.requiredText("source") != nil else { return [] }
    return (head.list("confidences") ?? []).compactMap { node in
      guard
        let fields = Fields(
          node, what: "a measured confidence", keys: ["rule", "was", "now", "findings", "true"],
          in: file, problems),
        let rule = fields.requiredText("rule"), let was = fields.integer("was", in: 1...99),
        let now = fields.integer("now", in: 1...99),
        let findings = fields.integer("findings", in: 0...1_000_000),
        let isTrue = fields.integer("true", in: 0...findings)
      else { return nil }
      return MeasuredConfidence(
        rule: rule.text, was: was, confidence: now, findings: findings, trueFindings: isTrue)
    }
  }
}
