import ExpungeText

/// The evidence that a word and what stands around it give, before any other word is judged.
struct FirstLook {
  let words: TextWords
  let isFileName: Bool

  // MARK: Who is looked at

  /// Whether a word can be a name at all; most words of a text are not worth a look.
  func isCandidate(_ index: Int) -> Bool {
    let token = words.tokens[index]
    guard token.shape != .number, token.letters > 1, token.zone == .text || token.zone == .file
    else { return false }
    let record = words.record(index)
    if token.zone == .file {
      return token.letters > 2 && record.roles.isEmpty && (record.isName || record.word == 0)
    }
    if isFileName { return record.isName && !record.roles.contains(.function) }
    let isTitled = words.isTitled(index)
    if record.roles.contains(.function), !isTitled, record.given == 0 { return false }
    if record.roles.contains(.title), !isTitled, record.given == 0, record.surname < 2 {
      return false
    }
    if words.isPlural(index) { return token.isCapitalised }
    guard token.isCapitalised else { return isSmallCandidate(index, token, record, isTitled) }
    if token.shape == .twoCapitals, !isTitled { return false }
    if (1...3).contains(record.word), record.given == 0, record.surname <= 1, !isTitled,
      token.shape != .innerCapital
    {
      return roles(before: index).isSuperset(of: .greeting)
    }
    return true
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

  // MARK: The evidence

  /// Appends the cases that hold for a candidate. O(1).
  func collect(_ index: Int, letterScore: Int, into cases: inout [UInt16]) {
    let token = words.tokens[index]
    let form = words.vocabulary[token.form]
    let record = form.record
    let isWord = record.word > 0 ? 1 : 0
    func add(_ kind: PersonEvidence, _ place: Int = 0) {
      cases.append(EvidenceSpace.number(kind, place))
    }
    add(.always)
    add(.lists, (record.given * 4 + record.surname) * 6 + record.word)
    add(.shapeAndWord, Int(token.shape.rawValue) * 6 + record.word)
    add(.shapeAndGiven, Int(token.shape.rawValue) * 4 + record.given)
    add(.length, min(13, max(0, Int(token.letters) - 1)))
    add(.place, record.place)
    if record.isAlwaysCapitalised { add(.alwaysCapitalised) }
    let position = Int(token.position.rawValue)
    if !record.isName, record.word == 0, !record.isAlwaysCapitalised {
      let step = FirstLook.step(ofLetters: letterScore)
      add(.letters, step)
      add(.lettersAndPosition, step * 3 + position)
    }
    forEachRole(record.roles) { add(.ownRole, $0) }
    if token.isPossessive { add(.possessive) }
    if token.hasAccent { add(.accent) }
    if isFileName {
      add(.inFileName)
      add(
        .fileNamePart,
        ((record.given > 0 ? 1 : 0) * 2 + (record.surname > 0 ? 1 : 0)) * 2 + isWord)
    }
    add(.positionAndWord, position * 6 + record.word)
    add(.positionAndName, (position * 4 + record.given) * 2 + (record.surname > 0 ? 1 : 0))
    let known = (record.given > 0 ? 1 : 0) + (record.surname > 0 ? 2 : 0)
    add(.knownAndPosition, (known * 3 + FirstLook.commonness(record)) * 3 + position)
    add(.gapBefore, token.gap.kind.rawValue)
    let gapAfter = words.gapAfter(index)
    add(.gapAfter, gapAfter.kind.rawValue)
    if token.isQuoted { add(.quoted) }
    if token.gap.contains(.cell) || gapAfter.contains(.cell) { add(.cell) }
    let opensLine = !token.gap.isDisjoint(with: [.line, .paragraph])
    let endsLine = !gapAfter.isDisjoint(with: [.line, .paragraph])
    if opensLine, endsLine { add(.aloneInLine) }
    neighbours(index, token, gapAfter, add)
    certain(index, token, record, gapAfter, opensLine: opensLine, endsLine: endsLine, add)
    against(index, token, record, gapAfter, add)
    run(index, add)
    elsewhere(form, isWord: isWord == 1, add)
  }

  private static func step(ofLetters score: Int) -> Int {
    score < -4 ? 0 : score < 0 ? 1 : score < 3 ? 2 : score < 7 ? 3 : 4
  }

  /// No word, a rare one, a common one.
  private static func commonness(_ record: WordRecord) -> Int {
    record.word == 0 ? 0 : record.word <= 3 ? 2 : 1
  }

  private func forEachRole(_ roles: WordRoles, _ body: (Int) -> Void) {
    var bits = roles.rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  // MARK: Neighbours

  private func neighbours(
    _ index: Int, _ token: Token, _ gapAfter: Gap, _ add: (PersonEvidence, Int) -> Void
  ) {
    if let before = words.before(index) {
      let other = words.tokens[before]
      if other.shape == .number {
        if token.gap.isSpace { add(.numberBefore, 0) }
      } else {
        let isSpace = token.gap.isWhite ? 1 : 0
        forEachRole(words.record(before).roles) { add(.roleBefore, $0 * 2 + isSpace) }
      }
      if token.gap.isWhite,
        !words.record(before).roles.isDisjoint(with: [.introducer, .speech, .personPreposition])
      {
        let record = words.record(index)
        add(.introduced, (record.isName ? 3 : 0) + FirstLook.commonness(record))
      }
      add(.wordBefore, outline(before))
      if let second = words.before(before) {
        forEachRole(words.record(second).roles) { add(.roleTwoBefore, $0) }
      }
    }
    guard let after = words.after(index) else {
      if index + 1 == words.tokens.count { add(.lastOfText, 0) }
      return
    }
    let other = words.tokens[after]
    if other.shape == .number {
      if gapAfter.isSpace { add(.numberAfter, 0) }
    } else {
      let isSpace = gapAfter.isWhite ? 1 : 0
      forEachRole(words.record(after).roles) { add(.roleAfter, $0 * 2 + isSpace) }
    }
    if gapAfter.isWhite, !words.record(after).roles.isDisjoint(with: [.verb, .speech]),
      !other.isCapitalised
    {
      add(
        .verbAfter,
        FirstLook.commonness(words.record(index)) * 3 + Int(token.position.rawValue))
    }
    add(.wordAfter, outline(after))
    if let second = words.after(after) {
      forEachRole(words.record(second).roles) { add(.roleTwoAfter, $0) }
    }
    if token.shape == .capitals, other.shape == .capitals, let before = words.before(index),
      words.tokens[before].shape == .capitals
    {
      add(.lineInCapitals, 0)
    }
  }

  /// A neighbour in a few words: shape × given × surname × how common.
  private func outline(_ index: Int) -> Int {
    let record = words.record(index)
    let shape: Int
    switch words.tokens[index].shape {
    case .small, .mixed: shape = 0
    case .capital, .innerCapital: shape = 1
    case .capitals, .twoCapitals, .letter: shape = 2
    case .number: shape = 3
    }
    let common = record.word == 0 ? 0 : record.word <= 2 ? 1 : 2
    return ((shape * 2 + (record.given > 0 ? 1 : 0)) * 2 + (record.surname > 0 ? 1 : 0)) * 3
      + common
  }

  // MARK: Certain and rare evidence

  private func certain(
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
        ["st", "saint", "ss"].contains(spellingKeys: words.vocabulary[other.form].key)
      {
        add(.afterSaint, 0)
      }
      if ["md", "mohd", "muhd"].contains(spellingKeys: words.vocabulary[other.form].key) {
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
      let isVerb = ["is", "was"].contains(spellingKeys: key(verb))
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
    guard token.gap.isWhite || token.gap == [.space, .opensQuote], let before = words.before(index),
      ["called", "named", "nicknamed", "titled", "branded"].contains(spellingKeys: key(before)),
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

  private func key(_ index: Int) -> WordKey { words.vocabulary[words.tokens[index].form].key }

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
      && ["and", "or"].contains(spellingKeys: words.vocabulary[words.tokens[index].form].key)
  }

  // MARK: Against

  private func against(
    _ index: Int, _ token: Token, _ record: WordRecord, _ gapAfter: Gap,
    _ add: (PersonEvidence, Int) -> Void
  ) {
    let roles = record.roles
    if roles.contains(.function) { add(.function, 0) }
    let before = words.before(index)
    let after = words.after(index)
    if let before, words.tokens[before].shape == .letter, token.gap.contains(.stop),
      words.isTitled(before), roles.contains(.function) || (1...3).contains(record.word)
    {
      add(.afterPseudonym, 0)
    }
    if roles.contains(.calendar) {
      let besideNumber = [before, after].contains { other in
        other.map { words.tokens[$0].shape == .number } ?? false
      }
      let afterPreposition =
        before.map {
          !words.record($0).roles.isDisjoint(with: [
            .placePreposition, .personPreposition, .article,
          ])
        } ?? false
      if besideNumber || afterPreposition { add(.inDate, 0) }
    }
    if gapAfter == .hyphen, let after, words.tokens[after].shape == .small {
      add(.hyphenatedWord, 0)
    }
    if let after, gapAfter.isWhite {
      let next = words.record(after).roles
      if next.contains(.eponymHead) { add(.beforeEponymHead, 0) }
      if next.contains(.pronoun), roles.contains(.modal) { add(.beforePronoun, 0) }
      if let before, token.gap.isWhite, words.record(before).roles.contains(.article),
        words.tokens[after].shape == .small, next.isDisjoint(with: [.verb, .function])
      {
        add(.theBeforeAndNounAfter, 0)
      }
    }
    if roles.contains(.eponym), !words.isTitled(index) {
      add(token.isPossessive ? .eponymPossessive : .eponym, 0)
    }
    if [before, after].contains(where: { other in
      other.map { words.record($0).roles.contains(.honoured) && words.tokens[$0].isCapitalised }
        ?? false
    }) {
      add(.judge, 0)
    }
    if [before, after].contains(where: { other in
      other.map {
        words.tokens[$0].letters == 1 && words.tokens[$0].shape == .small
          && ["v"].contains(spellingKeys: words.vocabulary[words.tokens[$0].form].key)
      } ?? false
    }) {
      add(.versus, 0)
    }
    if gapAfter.contains(.stop), let after, !words.tokens[after].isCapitalised, token.letters < 6 {
      add(.abbreviation, 0)
    }
    if roles.contains(.nation) { add(.nation, 0) }
  }

  // MARK: Run and document

  private func run(_ index: Int, _ add: (PersonEvidence, Int) -> Void) {
    let number = words.runOfToken[index]
    guard number >= 0 else { return }
    let run = words.runs[Int(number)]
    add(.runLength, min(5, run.capitals) - 1)
    add(
      .runPlace,
      run.first == run.last ? 0 : run.first == index ? 1 : run.last == index ? 3 : 2)
    if run.isOrganisation { add(.runOrganisation, 0) }
    if run.isStreet { add(.runStreet, 0) }
    if run.isLaw { add(.runLaw, 0) }
    if run.isTitled { add(.runTitled, 0) }
    add(.runNames, min(3, run.names) * 4 + min(4, run.capitals) - 1)
    if run.isBeforeYear { add(.runBeforeYear, 0) }
    if run.capitals > 1, run.commonWords == run.capitals { add(.runCommonWords, 0) }
  }

  private func elsewhere(
    _ form: Vocabulary.Form, isWord: Bool, _ add: (PersonEvidence, Int) -> Void
  ) {
    if form.titled > 0 { add(.titledElsewhere, 0) }
    if form.afterArticle > 0 { add(.afterArticleElsewhere, 0) }
    if form.afterPlace > 0 { add(.afterPlaceElsewhere, 0) }
    if form.inOrganisation > 0 { add(.inOrganisationElsewhere, 0) }
    if form.inLongRun > 0 { add(.inLongRunElsewhere, 0) }
    add(.timesCapitalised, max(0, min(4, Int(form.capitalised)) - 1))
    add(.timesSmall, min(2, Int(form.small)) * 6 + form.record.word)
    add(.timesInside, min(3, Int(form.capitalisedInside)))
  }
}

extension [String] {
  /// Whether one of a few words has a key.
  @inline(__always)
  fileprivate func contains(spellingKeys key: WordKey) -> Bool {
    contains { WordKey(of: $0.utf8).value == key.value }
  }
}
