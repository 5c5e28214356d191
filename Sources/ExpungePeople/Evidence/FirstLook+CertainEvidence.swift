import ExpungeText

/// Rare evidence that says much: titles, greetings, signatures, lists, what a sentence says.
extension FirstLook {
  func certain(
    _ index: Int, _ token: Token, _ record: WordRecord, _ gapAfter: Gap, opensLine: Bool,
    endsLine: Bool, _ add: (PersonEvidence, Int) -> Void
  ) {
    let isWord = record.word > 0 ? 1 : 0
    if words.isTitled(index) { add(.titled, isWord) }
    initials(index, token, add)
    if let before = words.before(index) {
      let roles = words.record(before).roles
      let other = words.tokens[before]
      if roles.contains(.greeting), other.isCapitalised || other.position == .start,
        token.gap.isSubset(of: [.space, .comma])
      {
        add(.greeting, 0)
      }
      if roles.contains(.kin), token.gap.isSubset(of: [.space, .line, .comma]) {
        add(
          .kin,
          ((record.given > 0 ? 1 : 0) * 2 + isWord) * 2 + (token.isCapitalised ? 0 : 1))
      }
      if token.gap.isSpaceOrStop, other.isCapitalised,
        FewWords.saints.contains(key(before))
      {
        add(.afterSaint, 0)
      }
      if FewWords.commonGiven.contains(key(before)) {
        add(.afterCommonGiven, 0)
      }
    }
    if opensLine, index > 0, words.record(index - 1).roles.contains(.closing) {
      add(.signedOff, 0)
    }
    surnameFirst(index, token, gapAfter, add)
    if token.shape == .capitals, let after = words.after(index), gapAfter.isSpace,
      [.letter, .twoCapitals].contains(words.tokens[after].shape), words.record(after).word == 0
    {
      add(.capitalsAndInitial, 0)
    }
    if isBefore(.birth, index) { add(.bornAfter, 0) }
    if gapAfter.contains(.closesQuote) || gapAfter.contains(.paragraph),
      !token.gap.isDisjoint(with: [.stop, .comma, .line, .terminator])
    {
      add(.endsMessage, 0)
    }
    if gapAfter == [.comma, .space], let after = words.after(index),
      words.record(after).roles.contains(.article), let second = words.after(after),
      !words.record(second).roles.isDisjoint(with: [.role, .kin])
    {
      add(.apposition, 0)
    }
    if words.vocabulary[token.form].isInEmail { add(.emailSaysSo, 0) }
    if words.isPlural(index) {
      let isAfterArticle =
        words.before(index).map { words.record($0).roles.contains(.article) } ?? false
      add(.plural, isAfterArticle ? 1 : 0)
    }
    if opensLine { add(.opensLine, gapAfter.kind.rawValue) }
    if token.gap.contains(.opensBracket), gapAfter.contains(.closesBracket) { add(.bracketed, 0) }
    if token.gap.contains(.opensQuote), gapAfter.contains(.closesQuote) { add(.quotedAlone, 0) }
    if token.zone == .file {
      add(
        .inNamedFile,
        ((record.given > 0 ? 1 : 0) * 2 + (record.surname > 0 ? 1 : 0)) * 2 + isWord)
    }
    sayings(index, token, gapAfter, add)
    if isFresh(index, token, record, gapAfter) { add(.fresh, record.isName ? 1 : 0) }
    if isCoordinated(index) { add(.coordinated, 0) }
  }

  /// What the sentence says that the word is: "X is the driver", "a product named X".
  private func sayings(
    _ index: Int, _ token: Token, _ gapAfter: Gap, _ add: (PersonEvidence, Int) -> Void
  ) {
    if gapAfter.isWhite || gapAfter == [.comma, .space], let verb = words.after(index) {
      let isVerb = FewWords.being.contains(key(verb))
      let article = isVerb ? words.after(verb) : gapAfter.contains(.comma) ? verb : nil
      if let article, words.record(article).roles.contains(.article) {
        var place = words.after(article)
        var isPerson = false
        var isThing = false
        for _ in 0..<3 {
          guard let noun = place, words.tokens[noun].gap.isWhite, !words.tokens[noun].isCapitalised
          else { break }
          let roles = words.record(noun).roles
          if !roles.isDisjoint(with: [.role, .kin]) { isPerson = true }
          if !roles.isDisjoint(with: [.function, .verb]) { break }
          isThing = true
          place = words.after(noun)
        }
        if isPerson { add(.saidToBePerson, 0) } else if isThing { add(.saidToBeThing, 0) }
      }
    }
    if isBesideThing(index, token, gapAfter) { add(.besideThing, 0) }
    guard token.gap.isWhite || token.gap == [.space, .opensQuote], let before = words.before(index),
      FewWords.calling.contains(key(before)),
      let noun = words.before(before),
      words.tokens[before].gap.isSubset(of: [.space, .comma, .line])
    else { return }
    let roles = words.record(noun).roles
    if words.tokens[noun].shape == .small,
      roles.isDisjoint(with: [.role, .kin, .pronoun, .function, .verb])
    {
      add(.calledThing, 0)
    }
  }

  /// "the tool X", "the X tool", "\"X\" tool"; a possessive owns the thing and is none.
  private func isBesideThing(_ index: Int, _ token: Token, _ gapAfter: Gap) -> Bool {
    func isThing(_ place: Int) -> Bool {
      words.tokens[place].shape == .small && words.record(place).roles.contains(.thing)
        && words.record(place).roles.isDisjoint(with: [.role, .kin])
    }
    if !token.isPossessive, gapAfter.isWhite || gapAfter == [.space, .closesQuote],
      let after = words.after(index), isThing(after)
    {
      return true
    }
    guard token.gap.isWhite || token.gap == [.space, .opensQuote], let before = words.before(index)
    else { return false }
    return isThing(before)
  }

  func key(_ index: Int) -> WordKey { words.vocabulary[words.tokens[index].form].key }

  private func initials(
    _ index: Int, _ token: Token, _ add: (PersonEvidence, Int) -> Void
  ) {
    var place = index
    var count = 0
    while count < 3, let before = words.before(place),
      words.tokens[place].gap.isSpaceOrStop
        || words.tokens[place].gap == .stop, words.tokens[before].shape == .letter
    {
      place = before
      count += 1
    }
    if count > 0, !words.record(index).roles.contains(.function) {
      add(.initialsBefore, 0)
      if words.isTitled(place) { add(.titledInitials, 0) }
    }
    if let after = words.after(index), words.tokens[after].gap.isSpace,
      words.tokens[after].shape == .letter, !words.record(after).roles.contains(.function)
    {
      add(.initialsAfter, 0)
    }
  }

  /// "Okafor, John" that ends a line, a cell or a bracket.
  private func surnameFirst(
    _ index: Int, _ token: Token, _ gapAfter: Gap, _ add: (PersonEvidence, Int) -> Void
  ) {
    func isHalf(_ place: Int) -> Bool {
      let record = words.record(place)
      return words.tokens[place].isCapitalised && words.tokens[place].letters > 1
        && record.roles.isDisjoint(with: [
          .calendar, .organisation, .street, .law, .nation, .function, .title, .greeting, .closing,
        ])
    }
    func ends(_ place: Int) -> Bool {
      !words.gapAfter(place).isDisjoint(with: [
        .line, .paragraph, .cell, .closesBracket, .opensBracket,
      ])
    }
    func begins(_ place: Int) -> Bool {
      !words.tokens[place].gap.isDisjoint(with: [
        .line, .paragraph, .cell, .opensBracket, .colon, .other,
      ]) || words.before(place).map { words.tokens[$0].shape == .number } == true
    }
    guard isHalf(index) else { return }
    if gapAfter == [.comma, .space], let after = words.after(index), isHalf(after), begins(index),
      ends(after) || words.gapAfter(after).contains(.space)
    {
      if ends(after) { add(.listed, 0) }
    }
    if token.gap == [.comma, .space], let before = words.before(index), isHalf(before),
      begins(before), ends(index)
    {
      add(.listed, 1)
    }
  }

  private func isBefore(_ role: WordRoles, _ index: Int) -> Bool {
    var place = index
    for _ in 0..<2 {
      guard let after = words.after(place),
        words.tokens[after].gap.isSubset(of: [.space, .comma, .opensBracket, .line])
      else { return false }
      if words.record(after).roles.isSuperset(of: role) { return true }
      place = after
    }
    return false
  }

  /// A word that nothing explains, where a person stands.
  private func isFresh(
    _ index: Int, _ token: Token, _ record: WordRecord, _ gapAfter: Gap
  ) -> Bool {
    guard token.isCapitalised, token.letters > 3, record.word == 0, record.place == 0,
      !record.isAlwaysCapitalised, record.roles.isEmpty,
      words.vocabulary[token.form].afterArticle == 0
    else { return false }
    if token.isPossessive { return true }
    if gapAfter.isWhite, let after = words.after(index),
      !words.record(after).roles.isDisjoint(with: [.verb, .speech])
    {
      return true
    }
    guard token.gap.isWhite, let before = words.before(index) else { return false }
    return !words.record(before).roles.isDisjoint(with: [.introducer, .speech, .personPreposition])
  }

  /// Joined by "and" or "&" to a word that a list of names has.
  private func isCoordinated(_ index: Int) -> Bool {
    [partner(after: index), partner(before: index)].contains { other in
      guard let other else { return false }
      return words.tokens[other].isCapitalised && words.record(other).isName
    }
  }

  /// The capitalised word that a word is joined to by "and", "or", "&" or a comma.
  func partner(after index: Int) -> Int? {
    guard let after = words.after(index) else { return nil }
    let gap = words.tokens[after].gap
    if gap.contains(.joint) || gap == [.comma, .space] || gap == .slash {
      return words.tokens[after].isCapitalised ? after : nil
    }
    guard gap.isWhite, isJoiningWord(after), let beyond = words.after(after),
      words.tokens[beyond].isCapitalised
    else { return nil }
    return beyond
  }

  func partner(before index: Int) -> Int? {
    guard let before = words.before(index) else { return nil }
    let gap = words.tokens[index].gap
    if gap.contains(.joint) || gap == [.comma, .space] || gap == .slash {
      return words.tokens[before].isCapitalised ? before : nil
    }
    guard gap.isWhite, isJoiningWord(before), let beyond = words.before(before),
      words.tokens[beyond].isCapitalised, words.tokens[before].gap.isWhite
    else { return nil }
    return beyond
  }

  private func isJoiningWord(_ index: Int) -> Bool {
    words.tokens[index].shape == .small
      && FewWords.joining.contains(key(index))
  }
}
