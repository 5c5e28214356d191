/// One pattern of a pack, compiled: what to look for, or, as a guard, what is not a leak.
///
/// A rule and a guard hit in the same way and in the same pass; a guard's hits are evidence against.
package struct Rule: Sendable, Equatable {
  /// A place of the match that is not part of the leak: what the rule's example marks with ↓…↑.
  ///
  /// The pattern's group `value` where it has one, otherwise the whole match.
  package enum Role: Sendable, Equatable {
    /// Looks for a leak.
    case rule(Leak)
    /// Explains text that looks like a leak and is none.
    case guarding(Guard)
  }

  /// What only a rule has.
  package struct Leak: Sendable, Equatable {
    /// Class of the taxonomy, "D01" to "X10".
    package var classCode: String
    package var label: Label
    package var severity: Severity
    /// Chance in a hundred that a hit is true, before any other evidence.
    package var confidence: Int
    /// Who wins when two labels claim the same characters; the higher.
    package var priority: Int
    package var remedy: Remedy
    /// What to write instead, in a person's words and without values; empty for the label's default.
    package var suggestion: String
    /// Kinds of guard that veto a hit which lies wholly inside one.
    package var yieldsTo: [String]
    package var context: [Context]
    /// Whether hits are mentions of a person whose name is then hunted through the document.
    package var propagates: Bool

    package init(
      classCode: String, label: Label, severity: Severity, confidence: Int, priority: Int = 50,
      remedy: Remedy = .replace, suggestion: String = "", yieldsTo: [String] = [],
      context: [Context] = [], propagates: Bool = false
    ) {
      self.classCode = classCode
      self.label = label
      self.severity = severity
      self.confidence = confidence
      self.priority = priority
      self.remedy = remedy
      self.suggestion = suggestion
      self.yieldsTo = yieldsTo
      self.context = context
      self.propagates = propagates
    }
  }

  /// What only a guard has.
  package struct Guard: Sendable, Equatable {
    /// The kind that every rule yields to without naming it: labels of redacted copies.
    package static let universalKind = "redaction-label"

    /// Shared by all copies: every hit of a guard is kept with what its guard says.
    private final class Facts: Sendable {
      let kind: String
      let claims: [Label]
      let lowersTo: Severity?
      let lowersBy: Int
      let overlapSuffices: Bool

      init(
        kind: String, claims: [Label], lowersTo: Severity?, lowersBy: Int, overlapSuffices: Bool
      ) {
        self.kind = kind
        self.claims = claims
        self.lowersTo = lowersTo
        self.lowersBy = lowersBy
        self.overlapSuffices = overlapSuffices
      }
    }

    private let facts: Facts

    /// "statute", "citation", "council": what rules name in `yields-to`.
    package var kind: String { facts.kind }
    /// Labels it speaks about; empty for all.
    package var claims: [Label] { facts.claims }
    /// Nil: a veto. Otherwise a finding inside is kept, at this severity at most.
    package var lowersTo: Severity? { facts.lowersTo }
    /// Zero, or by how many points confidence falls where the finding is critical: knowledge that was
    /// not read at a source never vetoes there.
    package var lowersBy: Int { facts.lowersBy }
    /// Whether an overlap is enough; otherwise the finding must lie wholly inside.
    package var overlapSuffices: Bool { facts.overlapSuffices }

    package init(
      kind: String, claims: [Label] = [], lowersTo: Severity? = nil, lowersBy: Int = 0,
      overlapSuffices: Bool = false
    ) {
      facts = Facts(
        kind: kind, claims: claims, lowersTo: lowersTo, lowersBy: lowersBy,
        overlapSuffices: overlapSuffices)
    }

    package static func == (a: Guard, b: Guard) -> Bool {
      a.facts === b.facts
        || a.kind == b.kind && a.claims == b.claims && a.lowersTo == b.lowersTo
          && a.lowersBy == b.lowersBy && a.overlapSuffices == b.overlapSuffices
    }
  }

  /// Words near a hit that speak for or against it, within one block.
  package struct Context: Sendable, Equatable {
    package enum Side: UInt8, Sendable { case before, after, either }

    package var side: Side
    /// Lower-case phrases that must stand as whole words; one that begins with "(?" is a pattern.
    package var phrases: [String]
    /// UTF-8 bytes of the reading between the phrase's far end and the hit.
    package var within: Int
    /// Points of confidence, negative against.
    package var weight: Int
    /// Without it there is no finding.
    package var needed: Bool
    /// With it there is no finding.
    package var drops: Bool

    package init(
      side: Side, phrases: [String], within: Int, weight: Int, needed: Bool = false,
      drops: Bool = false
    ) {
      self.side = side
      self.phrases = phrases
      self.within = within
      self.weight = weight
      self.needed = needed
      self.drops = drops
    }
  }

  /// A check of the matched value by code, named from the pack.
  package struct Validation: Sendable, Equatable {
    package var validator: Validator
    /// Points of confidence when it passes, when it can only half tell, and when it fails.
    package var pass: Int
    package var weak: Int
    package var fail: Int
    /// Whether a failure makes the engine drop the match and resume one byte after its start.
    package var rejects: Bool

    package init(validator: Validator, pass: Int = 0, weak: Int = 0, fail: Int = 0, rejects: Bool) {
      self.validator = validator
      self.pass = pass
      self.weak = weak
      self.fail = fail
      self.rejects = rejects
    }
  }

  /// "pack/name"; stable for ever, renamed only with an alias.
  package var identifier: String
  package var aliases: [String]
  package var title: String
  /// Why the pattern is as it is, for the person who reads a finding or changes the rule.
  package var rationale: String
  /// Statute, standard, manual or study it comes from.
  package var source: String
  /// PCRE2, UTF without UCP, macros replaced.
  package var pattern: String
  package var ignoresCase: Bool
  package var crossesBlocks: Bool
  package var validation: Validation?
  package var role: Role

  package init(
    identifier: String, aliases: [String] = [], title: String, rationale: String = "",
    source: String = "", pattern: String, ignoresCase: Bool = false, crossesBlocks: Bool = false,
    validation: Validation? = nil, role: Role
  ) {
    self.identifier = identifier
    self.aliases = aliases
    self.title = title
    self.rationale = rationale
    self.source = source
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    self.crossesBlocks = crossesBlocks
    self.validation = validation
    self.role = role
  }
}

/// What a finding asks its reader to do.
package enum Remedy: String, Sendable, CaseIterable {
  case replace, generalise, reword, withhold, none
  case removePart = "remove-part"
}

extension Rule {
  /// Whether it tells a fact that identifies nobody by itself: it speaks only where the profile masks
  /// facts.
  package var isForInformation: Bool {
    guard case .rule(let leak) = role else { return false }
    return leak.severity == .info
  }
}
