import ExpungeText

/// Cuts a stretch of masked text to a width, on word boundaries, around the finding.
///
/// A label is never cut, and what is not a label is never part of a finding: whatever is left out,
/// no piece of a value is left in.
struct Excerpt {
  /// What stands between two spaces: pieces of text and labels that touch.
  private struct Atom {
    var runs: [MaskedText.Run] = []
    var width = 0
    var isLeak = false
  }

  private static let ellipsis = "\u{2026}"
  private var atoms: [Atom] = []
  private var isOpen = false

  /// Adds a piece of the document as it stands, splitting it at white space.
  mutating func add(_ bytes: ArraySlice<UInt8>, leak: Bool = false) {
    let text = String(decoding: bytes, as: UTF8.self)
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if WordShape.isSpace(scalar) {
        close(&word, leak: leak)
        isOpen = false
      } else {
        word.append(scalar)
      }
    }
    close(&word, leak: leak)
  }

  /// Adds a label, which is never split.
  mutating func add(label: String, leak: Bool) {
    append(MaskedText.Run(text: label, kind: leak ? .leak : .mask, isLabel: true))
  }

  private mutating func close(_ word: inout String.UnicodeScalarView, leak: Bool) {
    guard !word.isEmpty else { return }
    append(MaskedText.Run(text: String(word), kind: leak ? .leak : .plain))
    word = String.UnicodeScalarView()
  }

  private mutating func append(_ run: MaskedText.Run) {
    if !isOpen || atoms.isEmpty { atoms.append(Atom()) }
    isOpen = true
    let last = atoms.count - 1
    atoms[last].runs.append(run)
    atoms[last].width += TerminalText.width(run.text)
    if run.kind == .leak { atoms[last].isLeak = true }
  }

  /// The words nearest to the leak, at most `width` cells wide.
  ///
  /// - Parameters:
  ///   - cutBefore: text before the first piece was left out, so its first word may be half a word.
  ///   - cutAfter: the same at the end.
  func around(width: Int, cutBefore: Bool, cutAfter: Bool) -> MaskedText {
    guard let first = atoms.firstIndex(where: \.isLeak),
      let last = atoms.lastIndex(where: \.isLeak)
    else { return MaskedText() }
    var low = first
    var high = first
    // A revealed text may be long itself: take as much of its beginning as fits.
    var used = min(atoms[first].width, width)
    while high < last, used + 1 + atoms[high + 1].width <= width - 2 {
      high += 1
      used += 1 + atoms[high].width
    }
    let isWhole = high == last
    let lowest = cutBefore ? min(1, first) : 0
    let highest = cutAfter ? max(atoms.count - 2, last) : atoms.count - 1
    var left = 0
    var right = 0
    var canGrowLeft = low > lowest
    var canGrowRight = isWhole && high < highest
    while canGrowLeft || canGrowRight {
      let goesLeft = canGrowLeft && (!canGrowRight || left <= right)
      let next = goesLeft ? atoms[low - 1].width + 1 : atoms[high + 1].width + 1
      // Two cells each are kept for the marks of omission.
      if used + next > width - 4 {
        if goesLeft { canGrowLeft = false } else { canGrowRight = false }
        continue
      }
      used += next
      if goesLeft {
        low -= 1
        left += next
        canGrowLeft = low > lowest
      } else {
        high += 1
        right += next
        canGrowRight = high < highest
      }
    }
    return text(
      low...high, width: width, before: low > 0 || cutBefore,
      after: high < atoms.count - 1 || cutAfter)
  }

  /// The first words, at most `count` of them and `width` cells.
  func opening(width: Int, words count: Int, cutAfter: Bool) -> MaskedText {
    guard !atoms.isEmpty else { return MaskedText() }
    var high = 0
    var used = min(atoms[0].width, width)
    let highest = cutAfter ? max(atoms.count - 2, 0) : atoms.count - 1
    while high < highest, high + 1 < count, used + 1 + atoms[high + 1].width <= width - 1 {
      high += 1
      used += 1 + atoms[high].width
    }
    return text(
      0...high, width: width, before: false, after: high < atoms.count - 1 || cutAfter)
  }

  private func text(
    _ range: ClosedRange<Int>, width: Int, before: Bool, after: Bool
  ) -> MaskedText {
    var result = MaskedText()
    if before { result.append(Self.ellipsis + " ") }
    for index in range {
      if index > range.lowerBound {
        let isInside = atoms[index - 1].runs.last?.kind == .leak && atoms[index].isLeak
        result.append(MaskedText.Run(text: " ", kind: isInside ? .leak : .plain))
      }
      for run in Self.fitted(atoms[index], width: width) { result.append(run) }
    }
    let isMarked = result.runs.last?.text.hasSuffix(Self.ellipsis) == true
    if after, !isMarked { result.append(" " + Self.ellipsis) }
    return result
  }

  /// An atom wider than the line: its labels stay whole, its text keeps what stands nearest to them.
  private static func fitted(_ atom: Atom, width: Int) -> [MaskedText.Run] {
    guard atom.width > width else { return atom.runs }
    let share = max(8, width / atom.runs.count)
    return atom.runs.enumerated().map { index, run in
      guard !run.isLabel, TerminalText.width(run.text) > share else { return run }
      var kept = run
      let leadsToLabel = index + 1 < atom.runs.count && run.kind == .plain
      kept.text =
        leadsToLabel
        ? ellipsis + String(prefix(String(run.text.reversed()), width: share - 1).reversed())
        : prefix(run.text, width: share - 1) + ellipsis
      return kept
    }
  }

  private static func prefix(_ text: String, width: Int) -> String {
    var used = 0
    var kept = ""
    for character in text {
      used += TerminalText.width(String(character))
      if used > width { break }
      kept.append(character)
    }
    return kept
  }
}
