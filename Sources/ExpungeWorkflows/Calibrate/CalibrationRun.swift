package import ExpungeDetection

/// Measures on labelled documents how well confidence keeps its promises, and what would mend it.
package struct CalibrationRun: Sendable {
  /// A label's expected calibration error.
  package struct LabelError: Sendable, Equatable {
    package let label: Label
    package let findings: Int
    package let before: Double
    /// Of findings in documents that the fit has not seen.
    package let after: Double
  }

  /// Labels with fewer findings say too little.
  package static let leastFindings = 30
  private static let folds = 5

  package let documents: Int
  package let errors: [LabelError]
  /// Rules whose confidence should move, by identifier.
  package let suggestions: [ConfidenceSuggestion]

  /// - Parameter engine: with the confidences that the packs give, not with measured ones, so that to
  ///   measure twice is to measure once.
  /// - Throws: `ConfigurationError` when a gold file cannot be used.
  package init(
    gold paths: [String], engine: AuditEngine, jobs: Int
  ) throws(ConfigurationError) {
    var cases: [CalibrationCase] = []
    var documents = 0
    let bases = engine.library.rules.reduce(into: [String: Int]()) { bases, rule in
      if case .rule(let leak) = rule.role { bases[rule.identifier] = leak.confidence }
    }
    for path in paths {
      let evaluation = try Evaluation(gold: path, engine: engine, countsAny: false, jobs: jobs)
      for judged in evaluation.measurement.judged {
        cases.append(
          CalibrationCase(
            document: documents + judged.document,
            fold: Self.fold(of: evaluation.documents[judged.document].identifier),
            rule: judged.rule, label: judged.label,
            base: bases[judged.rule] ?? judged.confidence, promised: judged.confidence,
            isTrue: judged.isTrue))
      }
      documents += evaluation.documents.count
    }
    self.documents = documents
    errors = Self.errors(cases)
    // A fit that does not carry over to unseen documents is none.
    let unmended = Set(errors.filter { $0.after >= $0.before }.map(\.label))
    suggestions = Self.suggestions(
      cases, rules: engine.library.rules
    ) { unmended.contains($0) }
  }

  /// The same document falls into the same fold, whatever stands beside it: FNV-1a of its identifier.
  private static func fold(of identifier: String) -> Int {
    let hash = identifier.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return Int((hash >> 32) % UInt64(folds))
  }

  private static func errors(_ cases: [CalibrationCase]) -> [LabelError] {
    var before = Calibration()
    var after = Calibration()
    for fold in 0..<folds {
      let fit = ConfidenceFit(cases.lazy.filter { $0.fold != fold })
      for item in cases where item.fold == fold {
        before.add(label: item.label, confidence: item.promised, isTrue: item.isTrue)
        after.add(label: item.label, confidence: fit.moved(item), isTrue: item.isTrue)
      }
    }
    return Label.allCases.compactMap { label in
      guard let old = before.byLabel[label], let new = after.byLabel[label],
        let first = Calibration.error(of: old), let second = Calibration.error(of: new)
      else { return nil }
      let findings = old.reduce(0) { $0 + $1.findings }
      guard findings >= leastFindings else { return nil }
      return LabelError(label: label, findings: findings, before: first, after: second)
    }
  }

  private static func suggestions(
    _ cases: [CalibrationCase], rules: [Rule],
    leaving isLeft: (Label) -> Bool
  ) -> [ConfidenceSuggestion] {
    let fit = ConfidenceFit(cases)
    let byRule = Dictionary(grouping: cases, by: \.rule)
    return rules.compactMap { rule -> ConfidenceSuggestion? in
      guard case .rule(let leak) = rule.role, !isLeft(leak.label) else { return nil }
      let measured = byRule[rule.identifier] ?? []
      let confidence = fit.moved(leak.confidence, of: rule.identifier, leak.label)
      guard confidence != leak.confidence else { return nil }
      return ConfidenceSuggestion(
        rule: rule.identifier, was: leak.confidence, confidence: confidence,
        findings: measured.count, trueFindings: measured.count { $0.isTrue })
    }.sorted { $0.rule < $1.rule }
  }
}
