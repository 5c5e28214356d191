import ExpungeText

extension CastChecking {
  /// C07: a pseudonym that nobody introduces, or that is introduced at length and never used. C11: one
  /// that only the summary has.
  ///
  /// Source: decision 19 010 371 (a Mr Z from nowhere).
  mutating func checkIntroductions() {
    for entry in list.entries.indices {
      let it = list.entries[entry]
      guard it.key.isPerson, let first = it.mentions.first else { continue }
      if it.introductions.isEmpty, !explained.contains(first) {
        checkMissing(entry, first)
      } else if it.mentions.count == 1, it.key.title != nil || it.key.form == .bare,
        it.introductions.contains(where: { $0.manner == .named })
      {
        add(
          CastBreach(
            check: .notIntroduced, place: place(of: first),
            reasons: [
              CastBreach.Reason(
                words: "\(name(entry)) is introduced by name and never spoken of again.", weight: 60
              )
            ], suggestion: "Leave the letter out and say who it is.", entry: entry))
      }
      checkSummary(entry)
    }
  }

  private mutating func checkMissing(_ entry: Int, _ first: Int) {
    let it = list.entries[entry]
    // Where nobody is introduced, letters are no house style: a list, a formula.
    guard it.key.title != nil || it.mentions.count >= 2 else { return }
    add(
      CastBreach(
        check: .notIntroduced, place: place(of: first),
        related: related(.piece, it.mentions.dropFirst()),
        reasons: [
          CastBreach.Reason(words: "\(name(entry)) is introduced nowhere.", weight: 65)
        ],
        suggestion: "Say who it is at the first mention, such as "
          + "\u{201C}her neighbour, \(it.key.name)\u{201D}, or use the letter that is meant.",
        entry: entry))
  }

  private mutating func checkSummary(_ entry: Int) {
    let it = list.entries[entry]
    guard case .titled = it.key.form, let first = it.mentions.first else { return }
    let part = list.mentions[first].part
    guard let summary = list.parts[part].summary,
      it.mentions.allSatisfy({
        list.mentions[$0].part == part && summary.contains(list.mentions[$0].range)
      })
    else { return }
    // Somebody of the same gender whom the summary does not have.
    guard
      let other = list.entries.indices.first(where: { candidate in
        let entry = list.entries[candidate]
        return entry.isComplainant == it.isComplainant && entry.key.title != nil
          && entry.mentions.count >= 2 && entry.gender.agrees(with: it.gender)
          && entry.mentions.allSatisfy {
            list.mentions[$0].part == part && !summary.contains(list.mentions[$0].range)
          }
      })
        ?? list.entries.indices.first(where: { candidate in
          let entry = list.entries[candidate]
          return candidate != entry.mentions.count && entry.key.title != nil
            && entry.mentions.count >= 2 && entry.gender.agrees(with: it.gender)
            && entry.mentions.allSatisfy {
              list.mentions[$0].part == part && !summary.contains(list.mentions[$0].range)
            }
        }), let contrast = list.entries[other].mentions.first
    else { return }
    add(
      CastBreach(
        check: .summaryDiffers, place: place(of: first),
        related: related(.contrast, [contrast]),
        reasons: [
          CastBreach.Reason(
            words: "The summary speaks of \(name(entry)), whom the body does not know; the body "
              + "speaks of \(name(other)).", weight: 65)
        ], suggestion: "Write \(name(other)) in the summary, too, if it is the same person.",
        entry: other))
  }
}
