import ExpungeText

/// What the checks of one document look at, and what they have found so far.
struct CastChecking {
  let list: CastList
  let style: CastStyle
  private(set) var breaches: [CastBreach] = []
  /// Mentions that a check has explained: later checks leave them alone.
  var explained: Set<Int> = []
  /// The most places a finding leans on.
  static let mostRelated = 8

  init(list: CastList, style: CastStyle) {
    self.list = list
    self.style = style
  }

  mutating func add(_ breach: CastBreach) {
    guard style.checks.contains(breach.check) else { return }
    breaches.append(breach)
  }

  func place(of mention: Int) -> CastBreach.Place {
    let mention = list.mentions[mention]
    return CastBreach.Place(part: list.parts[mention.part].number, range: mention.range)
  }

  func place(_ part: Int, _ range: ByteRange) -> CastBreach.Place {
    CastBreach.Place(part: list.parts[part].number, range: range)
  }

  func related(_ role: CastBreach.Role, _ mentions: some Sequence<Int>)
    -> [(role: CastBreach.Role, place: CastBreach.Place)]
  {
    mentions.prefix(Self.mostRelated).map { (role, place(of: $0)) }
  }

  func name(_ entry: Int) -> String { "\u{201C}\(list.entries[entry].key.name)\u{201D}" }

  func line(_ mention: Int) -> Int { list.mentions[mention].sentence }
}

extension CastList {
  /// Everything in which the document's pseudonyms contradict each other, themselves, or the people
  /// that were found, in the order of the document. O(n log n) in mentions and people.
  package func breaches(style: CastStyle) -> [CastBreach] {
    guard !isEmpty else { return [] }
    var checking = CastChecking(list: self, style: style)
    checking.checkTitles()
    checking.checkSharing()
    checking.checkSecondPseudonyms()
    checking.checkIntroductions()
    checking.checkPronouns()
    checking.checkNeutrality()
    checking.checkNames()
    checking.checkInstitutions()
    checking.checkStyle()
    return checking.breaches.sorted { a, b in
      if a.place.part != b.place.part { return a.place.part < b.place.part }
      if a.place.range != b.place.range { return a.place.range < b.place.range }
      return a.check.rawValue < b.check.rawValue
    }
  }
}
