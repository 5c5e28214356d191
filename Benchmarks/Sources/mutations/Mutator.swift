/// Puts one fault into a clean draft: the same one for the same seed.
///
/// It reads drafts with patterns of its own, so that it is not as blind as the cast list may be.
struct Mutator {
  /// A fault, and the class of the taxonomy that names it.
  enum Fault: String, CaseIterable {
    case swappedLetter = "C01"
    case driftedTitle = "C02"
    case mergedPseudonyms = "C03"
    case splitPseudonym = "C04"
    case flippedPronoun = "C05"
    case droppedIntroduction = "C07"
    case realName = "C10"
  }

  /// A draft with a fault in it.
  struct Mutation {
    var fault: Fault
    var text: String
    /// UTF-8 bytes of `text` where the fault is; several where it was made in several places.
    var places: [Range<Int>]
  }

  /// A pseudonym of a draft, by plain patterns: a title and a letter, or a letter that is a child's.
  struct Key: Hashable {
    var title: String?
    var letter: String
  }

  private struct Place {
    var key: Key
    var range: Range<String.Index>
    /// The letter alone.
    var letter: Range<String.Index>
  }

  private let text: String
  private let places: [Place]

  init(_ text: String) {
    self.text = text
    var places: [Place] = []
    var children: Set<String> = []
    let titled =
      /\b(?<title>Mr|Mrs|Ms|Miss|Mx|Dr) (?<letter>[A-Z])(?![A-Za-z0-9&\/\-]|\.[A-Z]| [A-Z][a-z])/
    for match in text.matches(of: titled) {
      places.append(
        Place(
          key: Key(title: String(match.title), letter: String(match.letter)), range: match.range,
          letter: match.letter.startIndex..<match.letter.endIndex))
    }
    let child =
      /\b(?:[Cc]hild|son|daughter|brother|sister|grandson|granddaughter)[, (]+(?:child )?(?<letter>[B-HJ-Z])\b/
    for match in text.matches(of: child) { children.insert(String(match.letter)) }
    for match in text.matches(of: /(?<letter>[B-HJ-Z])/) {
      let letter = String(match.letter)
      guard children.contains(letter), Self.standsAlone(match.range, in: text),
        !places.contains(where: { $0.letter.lowerBound == match.range.lowerBound })
      else { continue }
      places.append(
        Place(key: Key(title: nil, letter: letter), range: match.range, letter: match.range))
    }
    self.places = places.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A letter with no letter, digit or stop on either side that makes it part of something else.
  private static func standsAlone(_ range: Range<String.Index>, in text: String) -> Bool {
    if range.lowerBound > text.startIndex {
      let before = text[text.index(before: range.lowerBound)]
      if before.isLetter || before.isNumber || "&./-".contains(before) { return false }
      let words = text[..<range.lowerBound].suffix(12)
      let nouns = [
        "School ", "Section ", "section ", "Criterion ", "criterion ", "Part ", "Officer ",
        "Worker ",
        "Tutor ", "Kiosk ", "Trader ", "Neighbour ", "Rev ", "level ", " in ", " v ",
      ]
      if nouns.contains(where: { words.hasSuffix($0) }) { return false }
    }
    guard range.upperBound < text.endIndex else { return true }
    let after = text[range.upperBound]
    if after.isLetter || after.isNumber || "&/-".contains(after) { return false }
    return !text[range.upperBound...].hasPrefix(" v ") && !text[range.upperBound...].hasPrefix(" (")
  }

  private var keys: [Key] {
    var seen: Set<Key> = []
    return places.map(\.key).filter { seen.insert($0).inserted }
  }

  private func count(_ key: Key) -> Int { places.count { $0.key == key } }

  /// One fault of a kind; nil where the draft gives no occasion for it.
  func mutation(_ fault: Fault, seed: inout some RandomNumberGenerator) -> Mutation? {
    switch fault {
    case .swappedLetter: swapped(&seed)
    case .driftedTitle: drifted(&seed)
    case .mergedPseudonyms: merged(&seed)
    case .splitPseudonym: split(&seed)
    case .flippedPronoun: flipped(&seed)
    case .droppedIntroduction: dropped(&seed)
    case .realName: named(&seed)
    }
  }

  /// The draft with other words in some places, which ascend.
  private func replacing(
    _ changes: [(range: Range<String.Index>, with: String)], _ fault: Fault
  ) -> Mutation {
    var made = ""
    var places: [Range<Int>] = []
    var index = text.startIndex
    for change in changes {
      made += text[index..<change.range.lowerBound]
      let start = made.utf8.count
      made += change.with
      places.append(start..<made.utf8.count)
      index = change.range.upperBound
    }
    made += text[index...]
    return Mutation(fault: fault, text: made, places: places)
  }

  private func freeLetter(_ seed: inout some RandomNumberGenerator) -> String? {
    let used = Set(keys.map(\.letter))
    return "BCDEFGHJKLMNPQRSTUVWXYZ".map(String.init).filter { !used.contains($0) }
      .randomElement(using: &seed)
  }

  // MARK: Faults

  /// One mention of a pseudonym that stands three times or more, not its first, gets the letter of
  /// another one of its title or, where there is none, a letter that nobody has.
  private func swapped(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    let candidates = places.indices.filter { index in
      let key = places[index].key
      return key.title != nil && count(key) >= 3
        && places.firstIndex { $0.key == key } != index
    }
    guard let index = candidates.randomElement(using: &seed) else { return nil }
    let place = places[index]
    let others = keys.filter { $0.title == place.key.title && $0.letter != place.key.letter }
    guard
      let letter = others.map(\.letter).randomElement(using: &seed) ?? freeLetter(&seed)
    else { return nil }
    return replacing(
      [(place.range, "\(place.key.title ?? "") \(letter)")], .swappedLetter)
  }

  /// One mention of a pseudonym gets another title of its gender, or now and then of the other.
  private func drifted(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    let candidates = places.filter {
      $0.key.title != nil && $0.key.title != "Dr" && count($0.key) >= 3
        && !isCouple($0)
    }
    guard let place = candidates.randomElement(using: &seed), let title = place.key.title else {
      return nil
    }
    let taken = Set(keys.filter { $0.letter == place.key.letter }.compactMap(\.title))
    let near = title == "Mr" ? ["Mrs", "Ms", "Miss"] : ["Mrs", "Ms", "Miss", "Mr"]
    guard
      let other = near.filter({ !taken.contains($0) }).randomElement(using: &seed)
    else { return nil }
    return replacing([(place.range, "\(other) \(place.key.letter)")], .driftedTitle)
  }

  private func isCouple(_ place: Place) -> Bool {
    let before = text[..<place.range.lowerBound].suffix(12)
    return before.hasSuffix("Mr and ") || before.hasSuffix("Mrs and ") || before.hasSuffix("Mr & ")
  }

  /// Every mention of one pseudonym gets the letter of another that is no couple with it.
  private func merged(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    var pairs: [(Key, Key)] = []
    for a in keys {
      for b in keys
      where a.letter != b.letter && (a.title == b.title || a.title == nil && b.title == "Dr") {
        pairs.append((a, b))
      }
    }
    guard let (kept, gone) = pairs.randomElement(using: &seed) else { return nil }
    let changes = places.filter { $0.key == gone }.map { place in
      (range: place.letter, with: kept.letter)
    }
    return replacing(changes, .mergedPseudonyms)
  }

  /// From the middle of a draft on, a pseudonym has another letter.
  private func split(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    let candidates = keys.filter { $0.title != nil && count($0) >= 4 }
    guard let key = candidates.randomElement(using: &seed), let letter = freeLetter(&seed) else {
      return nil
    }
    let all = places.filter { $0.key == key }
    let changes = all.suffix(all.count / 2).map { (range: $0.letter, with: letter) }
    return replacing(changes, .splitPseudonym)
  }

  /// A pronoun in a sentence whose only pseudonym stands before it and is of its gender.
  private func flipped(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    var candidates: [(Range<String.Index>, String)] = []
    for match in text.matches(of: /\b([Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b/) {
      let start = sentenceStart(before: match.range.lowerBound)
      let end = sentenceEnd(after: match.range.upperBound)
      let named = places.filter { start <= $0.range.lowerBound && $0.range.upperBound <= end }
      guard Set(named.map(\.key)).count == 1, let one = named.first, let title = one.key.title,
        one.range.upperBound <= match.range.lowerBound, !isCouple(one)
      else { continue }
      let word = String(match.output.0)
      let isWoman = word.lowercased().hasPrefix("s") || word.lowercased().hasPrefix("her")
      guard isWoman == ["Mrs", "Ms", "Miss"].contains(title), title != "Dr", title != "Mx" else {
        continue
      }
      candidates.append((match.range, Self.flip(word, before: text[match.range.upperBound...])))
    }
    guard let (range, word) = candidates.randomElement(using: &seed) else { return nil }
    return replacing([(range, word)], .flippedPronoun)
  }

  private static func flip(_ word: String, before rest: Substring) -> String {
    let flipped =
      switch word.lowercased() {
      case "he": "she"
      case "she": "he"
      case "his": "her"
      case "him": "her"
      case "himself": "herself"
      case "herself": "himself"
      default:
        rest.dropFirst().first?.isLetter == true && rest.first == " "
          && ![
            " to ", " that ", " and ", " for ", " in ", " with ", " as ", " on ", " a ", " the ",
            " she ",
          ]
          .contains(where: { rest.hasPrefix($0) }) ? "his" : "him"
      }
    return word.first?.isUppercase == true
      ? flipped.prefix(1).uppercased() + flipped.dropFirst() : flipped
  }

  private func sentenceStart(before index: String.Index) -> String.Index {
    let before = text[..<index]
    let stop = before.matches(of: /[.!?]['’”"]? (?=[A-Z])|\n/).last { match in
      !["Mr", "Mrs", "Ms", "Dr"].contains { before[..<match.range.lowerBound].hasSuffix($0) }
    }
    return stop?.range.upperBound ?? text.startIndex
  }

  private func sentenceEnd(after index: String.Index) -> String.Index {
    text[index...].firstMatch(of: /[.!?]['’”"]?(?: (?=[A-Z])|\n)|\n/)?.range.upperBound
      ?? text.endIndex
  }

  /// The words that say who a pseudonym is are taken out before or behind its first mention.
  private func dropped(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    var candidates: [(Range<String.Index>, String)] = []
    let key = #"(?:(?:Mr|Mrs|Ms|Miss|Dr) )?[B-HJ-Z](?![A-Za-z0-9&/\-])"#
    let relation =
      #"\b(?:her|his|their|an?|the) (?:[a-z]+ ){0,2}(?:son|daughter|husband|wife|mother|father|brother|sister|child|caller|paediatrician|GP|neighbour|uncle|aunt|friend|partner|solicitor|manager|consultant|carer|tutor),? \(?(?:child )?"#
    guard let before = try? Regex("(\(relation))(\(key))\\)?") else { return nil }
    for match in text.matches(of: before) {
      guard let name = match.output[2].range, let whole = match.output[0].range,
        let place = places.first(where: { $0.range.lowerBound == name.lowerBound }),
        places.first(where: { $0.key == place.key })?.range == place.range
      else { continue }
      // What is left must still be a mention: a letter alone that is used again.
      guard place.key.title != nil || count(place.key) >= 3 else { continue }
      candidates.append((whole, String(text[name])))
    }
    guard let (range, word) = candidates.randomElement(using: &seed) else { return nil }
    return replacing([(range, word)], .droppedIntroduction)
  }

  /// One mention of a pseudonym gets a name, invented.
  private func named(_ seed: inout some RandomNumberGenerator) -> Mutation? {
    let candidates = places.filter { $0.key.title != nil && !isCouple($0) }
    guard let place = candidates.randomElement(using: &seed),
      let name = Self.surnames.randomElement(using: &seed)
    else { return nil }
    return replacing([(place.range, "\(place.key.title ?? "") \(name)")], .realName)
  }

  private static let surnames = [
    "Pemberton", "Brackenbury", "Okonkwo", "Hussain", "Kowalczyk", "Fairweather", "Mbeki",
    "Tansley",
    "Venkataraman", "O'Dowd", "Ashworth", "Szymanska", "Rahman", "Garside", "Llewellyn",
    "Achterberg",
    "Nwosu", "Thistlethwaite", "Bhattacharya", "Quigley",
  ]
}
