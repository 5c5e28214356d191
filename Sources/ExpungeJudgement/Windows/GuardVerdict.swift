import ExpungeDetection
import ExpungeText

/// What the guards around a range say to one rule.
struct GuardVerdict {
  /// The guard that explains the text, if one does.
  var veto: GuardIndex.Entry?
  /// Guards that only lower the confidence of what is critical.
  var doubts: [GuardIndex.Entry] = []
  /// The guard that allows a finding only at a lower severity, if one does.
  var lowering: GuardIndex.Entry?

  /// A hit falls only if it lies wholly inside a guard of a kind that its rule yields to.
  ///
  /// What overhangs survives, unless the guard says that an overlap is enough.
  init(for leak: Rule.Leak, at range: ByteRange, guards: GuardBook) {
    for entry in guards.touching(range) {
      let guarding = entry.guarding
      guard leak.yieldsTo.contains(guarding.kind) || guarding.kind == Rule.Guard.universalKind,
        guarding.claims.isEmpty || guarding.claims.contains(leak.label),
        guarding.overlapSuffices || entry.range.contains(range)
      else { continue }
      if let ceiling = guarding.lowersTo {
        if (lowering?.guarding.lowersTo).map({ ceiling < $0 }) ?? true { lowering = entry }
      } else if guarding.lowersBy > 0, leak.severity == .critical {
        doubts.append(entry)
      } else {
        veto = entry
        return
      }
    }
  }
}
