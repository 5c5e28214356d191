import ExpungeJudgement

/// A match of a hunted pattern with its surroundings: decides whether it is a survivor.
///
/// The rules. A word of a name survives as a whole word in any case, with its letters separated by
/// hyphens, apostrophes, dots or marks of emphasis, spaced out one by one, or torn once by white
/// space if it begins with a capital and has five letters or more. A word that is also an ordinary
/// word of the language ("will", "grace") survives only where it is written as a name, with a
/// capital: in lower case, in a line of capitals, or as the month of a date, it is kept and counted.
/// Identifiers survive whatever separates their characters. In doubt it is a survivor.
struct OccurrenceContext {
  let pattern: HuntedPattern
  /// The matched units; up to `lead` units stand before them.
  let units: ArraySlice<SkeletonUnit>
  let before: ArraySlice<SkeletonUnit>
  /// The unit after the match; nil at the end of the text.
  let next: SkeletonUnit?
  let words: OrdinaryWords

  /// Units before a match that the rules may look at.
  static let lead = 16

  /// Nil when it is not an occurrence at all.
  var verdict: Occurrence.Verdict? {
    guard units.first?.begins ?? false, next?.begins ?? true else { return nil }
    switch pattern.kind {
    case .token: return isWholeWord ? token : nil
    case .shortToken:
      return isWholeWord && foreignGaps.isEmpty && hasSameCase ? .survivor(.word) : nil
    case .plural:
      return isWholeWord && foreignGaps.isEmpty && followsTitle ? .survivor(.plural) : nil
    case .name: return name
    case .userName:
      return isWholeWord && foreignGaps.isEmpty && isUserName ? .survivor(.userName) : nil
    case .phrase:
      guard isWholeWord, foreignGaps.allSatisfy({ units[$0].gap.joins }) else { return nil }
      return pattern.isOrdinary && isLowerCase ? .kept(.ordinaryWord) : .survivor(.whole)
    case .identifier: return identifier
    case .shortIdentifier: return shortIdentifier
    case .explanation:
      return isWholeWord && foreignGaps.isEmpty ? .survivor(.whole) : nil
    }
  }

  private var token: Occurrence.Verdict? {
    let gaps = foreignGaps
    if gaps.isEmpty { return ordinary ?? .survivor(.word) }
    if gaps.count == units.count - 1 {
      let spaced = gaps.allSatisfy { units[$0].gap.joins || units[$0].gap.isWhiteSpace }
      return units.count >= 4 && spaced ? .survivor(.split) : nil
    }
    if gaps.allSatisfy({ units[$0].gap.joins }) {
      return startsWithCapital || units.count >= 6 ? .survivor(.split) : nil
    }
    guard gaps.count == 1, let tear = gaps.first, units[tear].gap.isWhiteSpace, units.count >= 5,
      startsWithCapital, !units[tear].isUpper || isAllCapitals
    else { return nil }
    // "May all" is no torn "Mayall".
    let isTwoWords = words.isOrdinary(units[..<tear]) && words.isOrdinary(units[tear...])
    return isTwoWords ? .kept(.ordinaryWord) : .survivor(.split)
  }

  private var ordinary: Occurrence.Verdict? {
    guard pattern.isOrdinary else { return nil }
    if !startsWithCapital || (isAllCapitals && followsCapitals) { return .kept(.ordinaryWord) }
    return pattern.isMonth && isBesideNumber ? .kept(.month) : nil
  }

  private var name: Occurrence.Verdict? {
    guard isWholeWord || units.count >= 10 else { return nil }
    let gaps = foreignGaps
    guard gaps.count <= 1 || gaps.allSatisfy({ units[$0].gap.joins }),
      gaps.allSatisfy({ units[$0].gap.joins || units[$0].gap.isWhiteSpace })
    else { return nil }
    return pattern.isOrdinary && isLowerCase ? .kept(.ordinaryWord) : .survivor(.whole)
  }

  private var identifier: Occurrence.Verdict? {
    // Eight digits or less turn up inside longer numbers by chance; a postcode inside words.
    let mayStandInside = units.count >= (pattern.isNumeric ? 9 : 8)
    guard mayStandInside || (isFree(before: units) && isFree(after: units)) else { return nil }
    return .survivor(foreignGaps.isEmpty ? .whole : .split)
  }

  private var shortIdentifier: Occurrence.Verdict? {
    guard isFree(before: units), isFree(after: units), foreignGaps.isEmpty else { return nil }
    let gaps = units.dropFirst().count { !$0.gap.isEmpty }
    let own = pattern.ownGaps.count { $0 }
    let isUngrouped = gaps == 0 && (units.count >= 6 || !pattern.isNumeric)
    return gaps == own || isUngrouped ? .survivor(.whole) : nil
  }

  // MARK: What the rules ask

  /// Indices of units that stand behind a gap the value itself has not.
  private var foreignGaps: [Int] {
    units.indices.dropFirst().filter {
      !units[$0].gap.isEmpty && !pattern.ownGaps[$0 - units.startIndex]
    }
  }

  /// Whether neither side goes on with a letter; a digit or a change to a capital ends a word too.
  private var isWholeWord: Bool {
    guard let first = units.first, let last = units.last else { return false }
    if first.gap.isEmpty, let previous = before.last,
      previous.isDigit == first.isDigit, !(previous.isLower && first.isUpper)
    {
      return false
    }
    guard let next, next.gap.isEmpty else { return true }
    return next.isDigit != last.isDigit || (last.isLower && next.isUpper)
  }

  /// Whether nothing of the same kind goes on directly before an identifier.
  private func isFree(before units: ArraySlice<SkeletonUnit>) -> Bool {
    guard let first = units.first, first.gap.isEmpty, let previous = before.last else {
      return true
    }
    return previous.isDigit != first.isDigit && pattern.isNumeric
  }

  private func isFree(after units: ArraySlice<SkeletonUnit>) -> Bool {
    guard let last = units.last, let next, next.gap.isEmpty else { return true }
    return next.isDigit != last.isDigit && pattern.isNumeric
  }

  /// "sthornaby" or "SThornaby": "James" is not "J. Ames".
  private var isUserName: Bool {
    units.allSatisfy(\.isLower) || units.dropFirst().first?.isUpper ?? false
  }

  private var hasSameCase: Bool { zip(units, pattern.capitals).allSatisfy { $0.isUpper == $1 } }
  private var startsWithCapital: Bool { units.first?.isUpper ?? false }
  private var isLowerCase: Bool { !units.contains { $0.isUpper } }
  private var isAllCapitals: Bool { units.allSatisfy { $0.isUpper } }

  /// Whether the word before is in capitals too, so that case says nothing here.
  private var followsCapitals: Bool {
    guard before.count >= 2, let last = before.last else { return false }
    return last.isUpper && last.gap.isEmpty && before[before.endIndex - 2].isUpper
  }

  private var followsTitle: Bool {
    guard let first = units.first, first.gap.isSubset(of: [.space, .line, .soft]), !before.isEmpty
    else { return false }
    var start = before.endIndex - 1
    while start > before.startIndex, before[start].gap.isEmpty { start -= 1 }
    let word = before[start...].map { Character(Unicode.Scalar(0x61 + $0.symbol)) }
    return before[start...].allSatisfy { $0.symbol < 26 }
      && (String(word) == "the" || FormOfAddress(String(word)) != nil)
  }

  /// Whether a day or a year stands beside it: "6 May", "6th May", "May 2026".
  private var isBesideNumber: Bool {
    if let next, next.isDigit, next.gap.isWhiteSpace { return true }
    guard units.first?.gap.isWhiteSpace ?? false, let last = before.last else { return false }
    if last.isDigit { return true }
    guard before.count >= 3 else { return false }
    let ordinal = before.suffix(3).map { $0 }
    return ordinal[0].isDigit && ordinal[1].gap.isEmpty && ordinal[2].gap.isEmpty
      && !ordinal[1].isDigit && !ordinal[2].isDigit
  }
}
