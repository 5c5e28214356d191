package import ExpungeText

/// What a copy loses by rule, whatever was found in it: comments, who made the file, and one of the two
/// readings that tracked changes leave.
package struct LayerCuts: Sendable {
  /// Ascending and disjoint.
  private let cuts: [LayerCut]
  /// How many of each kind are made.
  package let counts: [LayerCut.Kind: Int]

  /// - Returns: nil when the document has tracked changes and the rule refuses them, or wants them
  ///   rejected where its reader cannot say how.
  package init?(of document: Document, changes: TrackedChanges) {
    let tracked = changes == .reject ? LayerCut.Kind.rejectChange : .acceptChange
    if changes != .accept, document.cuts.contains(where: { $0.kind == .acceptChange }),
      changes == .refuse || !document.cuts.contains(where: { $0.kind == .rejectChange })
    {
      return nil
    }
    let chosen = document.cuts.filter {
      $0.kind == tracked || $0.kind == .comment || $0.kind == .property
    }
    counts = chosen.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    var outermost: [LayerCut] = []
    for cut in chosen.sorted(by: {
      ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end)
    }) {
      // What lies within something that goes goes with it.
      if let last = outermost.last, !cut.range.isEmpty, last.range.contains(cut.range) { continue }
      outermost.append(cut)
    }
    cuts = outermost
  }

  /// The changes that the cuts leave something to do for, and the cuts.
  ///
  /// A replacement whose place goes moves to the next piece of the same leak that stays.
  /// - Parameter changes: ascending and disjoint. O(changes + cuts).
  package func joined(with changes: [FileEdit]) -> [FileEdit] {
    guard !cuts.isEmpty else { return changes }
    var joined = cuts.map {
      FileEdit(source: $0.range, replacement: $0.replacement, isMarkup: true)
    }
    var next = 0
    var homeless: [UInt8] = []
    for change in changes {
      while next < cuts.count, cuts[next].range.end <= change.source.start { next += 1 }
      if next < cuts.count, cuts[next].range.start < change.source.end {
        if !change.replacement.isEmpty { homeless = change.replacement }
        continue
      }
      if change.replacement.isEmpty, !homeless.isEmpty {
        joined.append(FileEdit(source: change.source, replacement: homeless))
      } else {
        joined.append(change)
      }
      homeless = []
    }
    return joined.sorted { $0.source < $1.source }
  }
}
