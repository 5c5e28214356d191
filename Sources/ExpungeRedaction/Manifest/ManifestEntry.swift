package import ExpungeJudgement
package import ExpungeText

/// One document of a manifest.
package struct ManifestEntry: Sendable {
  /// Path of the copy below the output folder, redacted.
  package let outputName: String
  package let format: Document.Format?
  /// SHA-256 of the written copy, in hexadecimal; nil when none was written.
  package let outputSHA256: String?
  /// Keyed hash of the original, only when the run has a key.
  package let inputIdentifier: String?
  package let plan: RedactionPlan?
  package let proof: ProofResult?
  package let unread: [Unread]
  /// What the copy lost by rule; nil for a format that has no such layers.
  package let cuts: LayerCuts?
  /// What was not read and a review accepts: it is in the copy as it was in the original.
  package let acknowledged: [Acknowledged]

  /// - Parameters:
  ///   - outputName: the copy's path below the output folder, or the one it would have had: already
  ///     redacted.
  ///   - outputSHA256: of the copy's bytes, never of the original's; given only when it was written.
  package init(
    outputName: String, format: Document.Format?, outputSHA256: String?,
    inputIdentifier: String?, plan: RedactionPlan?, proof: ProofResult?, unread: [Unread],
    cuts: LayerCuts? = nil, acknowledged: [Acknowledged] = []
  ) {
    self.cuts = cuts
    self.acknowledged = acknowledged
    self.outputName = outputName
    self.format = format
    self.outputSHA256 = outputSHA256
    self.inputIdentifier = inputIdentifier
    self.plan = plan
    self.proof = proof
    self.unread = unread
  }

  package var isWritten: Bool { outputSHA256 != nil }
}
