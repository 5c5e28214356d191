import ExpungeDetection

/// One thing that spoke for or against a finding: coded, worded only when printed, without values.
package struct Evidence: Sendable {
  package enum Code: String, Sendable, CaseIterable {
    /// The rule itself, with its base confidence.
    case rule
    /// A validator's verdict.
    case check
    /// A phrase of the rule's context near the value.
    case context
    /// Another rule saw the same text.
    case alsoSeen = "also-seen"
    /// The name was given away elsewhere in the document.
    case propagated
    /// A guard lowered the finding.
    case lowered = "guard-lowered"
    /// A guard explains the text: there is no finding. Only `explain` shows it.
    case vetoed = "guard-veto"
    /// One of several facts that narrow the circle together.
    case piece
    /// The profile leaves such people named: less severe.
    case namedOnPurpose = "named-on-purpose"
    /// What stands around it makes it more or less likely, whatever its rule.
    case circumstance
    /// A reviewed exemption, and whether it holds.
    case exemption
    /// The baseline knows it.
    case known
    /// Severity went up or down by the class's escalators.
    case escalated, deescalated
    /// The profile's floor for the label, and whether confidence reaches it.
    case floor
  }

  package var code: Code
  /// What it is about: a rule's or guard's identifier, a validator's name, a phrase of the pack.
  package var subject: String
  /// One sentence a caseworker understands.
  package var words: String
  /// Points of confidence.
  package var weight: Int

  package init(code: Code, subject: String, words: String, weight: Int) {
    self.code = code
    self.subject = subject
    self.words = words
    self.weight = weight
  }
}

extension Evidence {
  /// The profile's floor for a label, and whether the finding reaches it.
  static func floor(of policy: Policy, for label: Label, isBlocking: Bool) -> Evidence {
    let floor = policy.profile.floor(for: label)
    return Evidence(
      code: .floor, subject: policy.profile.identifier,
      words: isBlocking
        ? "It blocks, because the profile asks for \(floor) in a hundred."
        : "It does not block, because the profile asks for \(floor) in a hundred.",
      weight: 0)
  }
}
