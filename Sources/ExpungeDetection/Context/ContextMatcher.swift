package import ExpungeText
package import PCRE2
import Synchronization

/// Judges the words near a hit: which of its rule's context entries stand there.
///
/// Shared by all workers. Each entry is compiled when it is first needed, to one pattern.
package final class ContextMatcher: Sendable {
  /// An entry of a rule's context that stands near a hit.
  package struct Match: Sendable, Hashable {
    /// Index into the rule's `context`.
    package var entry: Int
    /// Index into the entry's `phrases`.
    package var phrase: Int
    /// Points of confidence, as the entry says.
    package var weight: Int
    /// The phrase, in bytes of the reading.
    package var range: ByteRange

    package init(entry: Int, phrase: Int, weight: Int, range: ByteRange) {
      self.entry = entry
      self.phrase = phrase
      self.weight = weight
      self.range = range
    }
  }

  /// What the words near a hit say.
  package struct Outcome: Sendable, Equatable {
    /// By entry, at most one an entry: the phrase nearest to the hit.
    package var matches: [Match]
    /// The first entry that drops the hit and stands there.
    package var droppedBy: Match?
    /// Index of the first entry that is needed and does not stand there.
    package var unmetNeed: Int?

    /// Whether the hit is still one.
    package var survives: Bool { droppedBy == nil && unmetNeed == nil }
    /// Sum of the points of all matches.
    package var weight: Int { matches.reduce(0) { $0 + $1.weight } }
  }

  private let rules: [Rule]
  private let compiled: Mutex<[[ContextPattern?]]>

  package init(rules: [Rule]) {
    self.rules = rules
    compiled = Mutex(
      rules.map { rule in
        guard case .rule(let leak) = rule.role else { return [] }
        return Array(repeating: nil, count: leak.context.count)
      })
  }

  /// Looks at the words near one hit.
  ///
  /// Linear in the windows of the rule's entries.
  ///
  /// - Parameters:
  ///   - rule: index into the rules.
  ///   - hit: the hit's core, in bytes of the reading.
  ///   - text: the reading.
  ///   - block: what the words must stand in, in bytes of the reading; holds the hit.
  /// - Throws: `ContextFailure` where a phrase's own pattern is refused or gives up.
  package func evaluate(
    rule: Int, hit: ByteRange, text: [UInt8], block: ByteRange, with scratch: inout Scratch
  ) throws(ContextFailure) -> Outcome {
    var outcome = Outcome(matches: [], droppedBy: nil, unmetNeed: nil)
    guard case .rule(let leak) = rules[rule].role else { return outcome }
    for (index, entry) in leak.context.enumerated() {
      let pattern = try pattern(of: entry, index, rule: rule)
      let found: ContextPattern.Found?
      do {
        found = try pattern.nearest(to: hit, in: text, block: block, with: &scratch)
      } catch {
        throw ContextFailure(rule: rules[rule].identifier, entry: index)
      }
      if let found {
        let match = Match(
          entry: index, phrase: found.phrase, weight: entry.weight, range: found.range)
        outcome.matches.append(match)
        if entry.drops, outcome.droppedBy == nil { outcome.droppedBy = match }
      } else if entry.needed, outcome.unmetNeed == nil {
        outcome.unmetNeed = index
      }
    }
    return outcome
  }

  private func pattern(
    of entry: Rule.Context, _ index: Int, rule: Int
  ) throws(ContextFailure) -> ContextPattern {
    if let known = compiled.withLock({ $0[rule][index] }) { return known }
    let made: ContextPattern
    do {
      made = try ContextPattern(entry)
    } catch {
      throw ContextFailure(rule: rules[rule].identifier, entry: index)
    }
    // Two workers may compile the same entry at the same time: both patterns are equal.
    compiled.withLock { $0[rule][index] = made }
    return made
  }
}

/// A context entry that cannot be judged: the document is unread for its rule.
package struct ContextFailure: Error, Sendable, Equatable {
  package var rule: String
  package var entry: Int
}
