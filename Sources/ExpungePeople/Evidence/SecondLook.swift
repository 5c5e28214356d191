import ExpungeText

/// The evidence that the other candidates of a text give: the same word again, a misspelling of it,
/// the words on both sides.
struct SecondLook {
  /// Steps of a first score, of nothing (0) to sure (5).
  static func step(_ score: Int) -> Int {
    if score >= 150 { return 5 }
    if score >= 0 { return 4 }
    if score >= -150 { return 3 }
    return score >= -400 ? 2 : 1
  }

  /// The chance in a hundred that a candidate of a step is a name.
  private static let likelihoods = [0, 0, 7, 32, 68, 95]

  /// Letters of a word that may be a misspelling: a longer one is none, and would take the square of
  /// its letters.
  private static let longestMisspelt = 64

  private enum Saying { case nothing, thing, person }

  /// What each case of evidence says that its word is.
  private static let sayings: [Saying] = {
    var sayings = [Saying](repeating: .nothing, count: EvidenceSpace.count)
    func note(_ kinds: [PersonEvidence], _ saying: Saying) {
      for kind in kinds {
        for place in 0..<kind.dimensions.reduce(1, *) {
          sayings[Int(EvidenceSpace.number(kind, place))] = saying
        }
      }
    }
    note([.calledThing, .saidToBeThing, .besideThing], .thing)
    note([.titled, .kin, .bornAfter, .saidToBePerson, .apposition, .greeting], .person)
    return sayings
  }()

  private let look: FirstLook
  private let candidates: [NameCandidate]
  /// For each token the step of its candidate, 0 for none.
  private var steps: [UInt8]
  /// For each form its two best steps, so that a mention can be told from the others.
  private var best: [Int32: (first: UInt8, second: UInt8)] = [:]
  private var similar: [Int32: UInt8] = [:]
  private var shortOrLong: [Int32: UInt8] = [:]
  /// Forms that the text says are things, and forms that it says are persons.
  private var things: Set<Int32> = []
  private var persons: Set<Int32> = []
  /// Tokens of two capitals that are the first letters of a likely full name.
  private var initials: Set<Int> = []
  private let sureForms: Int
  /// How many likely names the text has, in hundredths, for each form and in all.
  private var likely: [Int32: Int] = [:]
  private var allLikely = 0
  private let isShort: Bool

  /// O(candidates × letters).
  init(_ look: FirstLook, _ candidates: [NameCandidate], text: UnsafeBufferPointer<UInt8>) {
    self.look = look
    self.candidates = candidates
    steps = Array(repeating: 0, count: look.words.tokens.count)
    isShort = look.words.tokens.count < 100
    var sure: Set<Int32> = []
    for candidate in candidates {
      let step = UInt8(SecondLook.step(candidate.firstScore))
      steps[candidate.token] = step
      let form = look.words.tokens[candidate.token].form
      var pair = best[form] ?? (0, 0)
      if step > pair.first {
        pair = (step, pair.first)
      } else if step > pair.second {
        pair.second = step
      }
      best[form] = pair
      let likelihood = SecondLook.likelihoods[Int(step)]
      likely[form, default: 0] += likelihood
      allLikely += likelihood
      if step == 5 { sure.insert(form) }
    }
    sureForms = sure.count
    for candidate in candidates {
      let form = look.words.tokens[candidate.token].form
      for number in candidate.cases {
        switch SecondLook.sayings[Int(number)] {
        case .nothing: break
        case .thing: things.insert(form)
        case .person: persons.insert(form)
        }
      }
    }
    compareForms(text)
    findInitials(text)
  }

  /// Appends the cases that hold for a candidate. O(1).
  func collect(_ candidate: NameCandidate, into cases: inout [UInt16]) {
    let words = look.words
    let index = candidate.token
    let token = words.tokens[index]
    let isWord = words.vocabulary[token.form].record.word > 0 ? 1 : 0
    func add(_ kind: PersonEvidence, _ place: Int) {
      cases.append(EvidenceSpace.number(kind, place))
    }
    let pair = best[token.form] ?? (0, 0)
    let own = steps[index]
    let others = pair.first == own ? pair.second : pair.first
    add(.sameElsewhere, (Int(others) * 2 + isWord) * 2 + (token.isCapitalised ? 0 : 1))
    add(.similarElsewhere, Int(similar[token.form] ?? 0) * 2 + isWord)
    add(.shortOrLongElsewhere, Int(shortOrLong[token.form] ?? 0) * 2 + isWord)
    let isSaid = (things.contains(token.form) ? 2 : 0) + (persons.contains(token.form) ? 1 : 0)
    if isSaid > 0 { add(.saidElsewhere, (isSaid - 1) * 2 + isWord) }
    if initials.contains(index) { add(.initialsOfName, 0) }
    add(.scoreNear, Int(bestNear(index)) * 2 + isWord)
    let density = (allLikely - likely[token.form, default: 0]) * 2 / max(60, words.tokens.count)
    add(.density, (min(4, density) * 2 + isWord) * 2 + (isShort ? 1 : 0))
    var hasNeighbour = false
    func neighbour(_ other: Int?, _ gap: Gap, _ spaced: PersonEvidence, _ hyphened: PersonEvidence)
    {
      let step = other.map { Int(steps[$0]) } ?? 0
      if gap == .hyphen {
        add(hyphened, step * 2 + isWord)
      } else if gap.isWhite || (gap.isSpaceOrStop && other != nil) {
        add(spaced, step * 2 + isWord)
      } else {
        add(spaced, isWord)
        return
      }
      if step >= 3 { hasNeighbour = true }
    }
    neighbour(words.before(index), token.gap, .scoreBefore, .scoreBeforeHyphen)
    neighbour(words.after(index), words.gapAfter(index), .scoreAfter, .scoreAfterHyphen)
    let partners = [look.partner(before: index), look.partner(after: index)].compactMap { $0 }
    if let step = partners.map({ Int(steps[$0]) }).max() {
      add(.scoreCoordinated, step * 2 + isWord)
    }
    add(.sureNames, (min(3, sureForms) * 2 + isWord) * 2 + (hasNeighbour ? 1 : 0))
    if !hasNeighbour {
      add(.alone, words.vocabulary[token.form].record.word * 2 + (isShort ? 1 : 0))
    }
  }

  private mutating func findInitials(_ text: UnsafeBufferPointer<UInt8>) {
    let words = look.words
    func first(_ token: Int) -> UInt16 { UInt16(text[Int(words.tokens[token].start)] & 0xDF) }
    var pairs: Set<UInt16> = []
    for candidate in candidates where steps[candidate.token] >= 4 {
      guard let after = words.after(candidate.token), steps[after] >= 4,
        words.tokens[after].gap.isWhite
      else { continue }
      pairs.insert(first(candidate.token) << 8 | first(after))
    }
    guard !pairs.isEmpty else { return }
    for candidate in candidates where words.tokens[candidate.token].shape == .twoCapitals {
      let start = Int(words.tokens[candidate.token].start)
      if words.tokens[candidate.token].end == start + 2,
        pairs.contains(UInt16(text[start]) << 8 | UInt16(text[start + 1]))
      {
        initials.insert(candidate.token)
      }
    }
  }

  private func bestNear(_ index: Int) -> UInt8 {
    let first = max(0, index - 12)
    let last = min(steps.count - 1, index + 12)
    return (first...last).lazy.filter { $0 != index }.map { steps[$0] }.max() ?? 0
  }

  // MARK: Forms that are nearly the same

  /// Finds pairs of forms one letter apart, or of which one begins the other.
  private mutating func compareForms(_ text: UnsafeBufferPointer<UInt8>) {
    var spelt: [(form: Int32, letters: [UInt8], step: UInt8)] = []
    for (form, pair) in best {
      let entry = look.words.vocabulary[form]
      if (1...2).contains(entry.record.word), pair.first < 4 { continue }
      let letters = FoldedWord.letters(of: Int(entry.start)..<Int(entry.end), in: text)
      if letters.count >= 3 { spelt.append((form, letters, pair.first)) }
    }
    spelt.sort { $0.letters.lexicographicallyPrecedes($1.letters) }
    comparePrefixes(spelt)
    var byDeletion: [UInt64: [Int]] = [:]
    for (number, item) in spelt.enumerated()
    where (4...SecondLook.longestMisspelt).contains(item.letters.count) {
      for key in deletions(of: item.letters) { byDeletion[key, default: []].append(number) }
    }
    for numbers in byDeletion.values where numbers.count > 1 {
      for a in numbers.prefix(64) {
        for b in numbers.prefix(64) where a != b && spelt[a].form != spelt[b].form {
          guard spelt[a].letters.first == spelt[b].letters.first else { continue }
          note(spelt[b].step, for: spelt[a].form, in: &similar)
        }
      }
    }
  }

  private func note(_ step: UInt8, for form: Int32, in table: inout [Int32: UInt8]) {
    table[form] = max(table[form] ?? 0, step)
  }

  /// Sorted spellings: those that a spelling begins follow it at once.
  private mutating func comparePrefixes(
    _ spelt: [(form: Int32, letters: [UInt8], step: UInt8)]
  ) {
    for (number, short) in spelt.enumerated() {
      for long in spelt[(number + 1)...].prefix(16) {
        guard long.letters.starts(with: short.letters) else { break }
        note(long.step, for: short.form, in: &shortOrLong)
        note(short.step, for: long.form, in: &shortOrLong)
      }
    }
  }

  /// The keys of a word with one letter left out, and whole: two words share one when a letter is
  /// added, dropped or replaced, or two neighbours change places.
  private func deletions(of letters: [UInt8]) -> [UInt64] {
    var keys = [WordKey(of: letters).value]
    for dropped in 1..<letters.count {
      var key = WordKey()
      for (place, letter) in letters.enumerated() where place != dropped { key.add(letter) }
      keys.append(key.value)
    }
    return keys
  }
}
