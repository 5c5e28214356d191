import ExpungeText

/// Who is looked at: most words of a text are not worth a look.
extension FirstLook {
  /// Whether a word can be a name at all; most words of a text are not worth a look.
  func isCandidate(_ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.shape != .number, token.letters > 1, token.zone == .text || token.zone == .file
    else { return false }
    let record = words.record(index)
    // What most words are, and what no line below makes a candidate.
    if token.shape == .small, record.word > 0, !record.isName, token.zone == .text, !isFileName {
      return false
    }
    if token.zone == .file {
      return token.letters > 2 && record.roles.isEmpty && (record.isName || record.word == 0)
    }
    if isFileName { return record.isName && !record.roles.contains(.function) }
    let isTitled = words.isTitled(index)
    if record.roles.contains(.function), !isTitled, record.given == 0 { return false }
    if record.roles.contains(.title), !isTitled, record.given == 0, record.surname < 2 {
      return false
    }
    if record.roles.contains(.calendar), token.letters < 6, record.given < 3, !isTitled {
      return false
    }
    if record.roles.contains(.article), !isTitled, isArticle(index) { return false }
    if words.isPlural(index) { return token.isCapitalised }
    guard token.isCapitalised else { return isSmallCandidate(index, token, record, isTitled) }
    if token.shape == .twoCapitals, !isTitled { return record.roles.isEmpty && record.word == 0 }
    if (1...3).contains(record.word), record.given == 0, record.surname <= 1, !isTitled,
      token.shape != .innerCapital
    {
      return roles(before: index).isSuperset(of: .greeting)
    }
    return true
  }

  /// Whether it belongs to a thing behind a name ("An Okafor relative"): An is a name, too.
  private func isArticle(_ index: Int) -> Bool {
    guard let name = words.after(index), words.tokens[name].isCapitalised,
      let thing = words.after(name), words.tokens[thing].shape == .small
    else { return false }
    return words.record(thing).roles.isDisjoint(with: [.verb, .speech, .function])
  }

  private func isSmallCandidate(
    _ index: Int, _ token: Token, _ record: WordRecord, _ isTitled: Bool
  ) -> Bool {
    if record.roles.contains(.function) { return false }
    if isTitled { return record.word == 0 || (record.isName && record.roles.isEmpty) }
    if record.word == 0 {
      return !record.isAlwaysCapitalised && record.roles.isEmpty
        && (record.isName ? token.letters > 2 : token.letters > 3)
    }
    guard record.given > 0 else { return false }
    return record.word >= 4 || (record.word == 3 && record.given > 1)
      || !roles(before: index).isDisjoint(with: [.kin, .greeting])
  }

  private func roles(before index: Int) -> WordRoles {
    words.before(index).map { words.record($0).roles } ?? []
  }
}
