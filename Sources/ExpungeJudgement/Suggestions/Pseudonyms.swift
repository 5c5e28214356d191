import ExpungeCast
import ExpungeDetection
package import ExpungeText

/// Which pseudonym stands for whom: over one document, or over several that share one cast.
///
/// Letters in use, letters to avoid and first letters of real names are not given away; one person keeps
/// one letter, husband and wife share it. Source: statement of reasons manual, chapter 3. The names lie in
/// memory for the length of a run; nothing of this is ever written.
package struct Pseudonyms: Sendable {
  private struct Person {
    /// The pseudonym that the document itself has for them.
    var known: CastKey?
    var letter: String?
    /// Forms of address, in the order of the text.
    var forms: [FormOfAddress] = []
    var surname: String?
    /// Forms of address by the forename behind them.
    var formsOfForenames: [String: FormOfAddress] = [:]
    /// Of whom the pronouns behind a forename speak.
    var genders: [String: Gender] = [:]
    /// Forenames that are introduced as a relative's or a child's.
    var relatives: Set<String> = []
    /// Forenames that a post introduces.
    var officers: Set<String> = []
    /// Whether a surname stood alone behind a form of address: perhaps a relative's.
    var hasTitledSurname = false
  }

  private var identities = Persons()
  private var people: [Person] = []
  private var used: Set<String> = []
  private var initials: Set<String> = []

  package init() {}

  /// What stands for a name where it is mentioned.
  package struct Pseudonym: Sendable, Hashable {
    /// In small letters; nil for a letter alone.
    package var title: String?
    /// "X"; of a role the whole name: "Officer B".
    package var name: String

    /// "Mrs X"
    package var written: String {
      title.map { CastKey(form: .titled($0), letter: name).name } ?? name
    }
  }

  // MARK: Gathering

  /// Takes down a document's letters, its people and the pseudonyms that they have already.
  package mutating func gather(
    _ document: Document, findings: [Finding], cast: DocumentCast
  ) {
    used.formUnion(cast.takenLetters)
    let roster = roster(of: document, findings)
    for finding in findings where finding.label == .person {
      guard let location = finding.location else { continue }
      let text = document.parts[location.part].text
      let words = Self.names(in: location.range, of: text)
      for word in words.flatMap({ $0.key.split(separator: "-") }) {
        initials.insert(word.prefix(1).uppercased())
      }
      guard let person = roster[finding.subject] else { continue }
      if let last = words.last, words.count > 1 || people[person].surname == nil {
        people[person].surname = last.key
      }
      if let given = words.first, words.count > 1 || given.key != people[person].surname {
        read(given.key, of: person, at: location.range, in: text)
      }
      guard let place = Self.form(before: location.range, in: text), !place.isCouple
      else { continue }
      if !people[person].forms.contains(place.form) { people[person].forms.append(place.form) }
      if words.count > 1, let given = words.first {
        people[person].formsOfForenames[given.key] = place.form
      } else {
        people[person].hasTitledSurname = true
      }
    }
    adopt(cast, roster)
  }

  private mutating func read(
    _ forename: String, of person: Int, at range: ByteRange, in text: [UInt8]
  ) {
    if NameSurroundings.followsRelation(range, in: text)
      || NameSurroundings.precedesAge(range, in: text)
    {
      people[person].relatives.insert(forename)
    }
    if NameSurroundings.followsPost(range, in: text) { people[person].officers.insert(forename) }
    let gender = NameSurroundings.gender(after: range.end, in: text)
    if gender != .unknown, people[person].genders[forename] == nil {
      people[person].genders[forename] = gender
    }
  }

  /// Takes down whose the document's own pseudonyms are: of several who may be one, the likeliest, and
  /// those whose name is a misspelling of that one's.
  private mutating func adopt(_ cast: DocumentCast, _ roster: [Int: Int]) {
    let surest = cast.pseudonyms.sorted {
      $0.value.confidence != $1.value.confidence
        ? $0.value.confidence > $1.value.confidence : $0.key < $1.key
    }
    for (subject, it) in surest {
      guard let person = roster[subject], people[person].known == nil else { continue }
      if it.key.form != .bare, it.confidence < Self.leastLikeness { continue }
      // A letter alone is a child's, and no child is called "Mr".
      if it.key.form == .bare, people[person].forms.contains(where: { !$0.isOfChildren }) {
        continue
      }
      let owner = people.first { $0.known == it.key }
      guard owner == nil || isMisspelt(people[person].surname, owner?.surname) else { continue }
      people[person].known = it.key
    }
  }

  /// Chance in a hundred from which a name takes over another person's title and letter.
  private static let leastLikeness = 50

  private func isMisspelt(_ surname: String?, _ other: String?) -> Bool {
    guard let surname, let other, min(surname.utf8.count, other.utf8.count) >= 5 else {
      return false
    }
    return EditDistance.isOne(Array(surname.utf8), Array(other.utf8))
  }

  /// The words of a name: without its form of address, a double-barrelled surname as one.
  private static func names(in range: ByteRange, of text: [UInt8]) -> [Word] {
    var names: [Word] = []
    for word in Word.words(of: range, in: text) {
      if names.isEmpty, word.range.end < range.end, FormOfAddress(word.key) != nil { continue }
      if let last = names.last, word.range.start - last.range.end == 1,
        text[last.range.end] == Ascii.hyphen
      {
        names[names.count - 1] = Word(joining: last, word)
      } else {
        names.append(word)
      }
    }
    return names
  }

  /// The form of address before a name, or at its beginning.
  private static func form(before range: ByteRange, in text: [UInt8]) -> FormOfAddress.Place? {
    let start = names(in: range, of: text).first?.range.start ?? range.start
    return FormOfAddress.before(start, in: text)
  }

  /// Who the subjects are, each by its fullest mention, in the order of the document.
  private mutating func roster(of document: Document, _ findings: [Finding]) -> [Int: Int] {
    var fullest: [Int: [Word]] = [:]
    var order: [Int] = []
    for finding in findings where finding.label == .person {
      guard let location = finding.location else { continue }
      let words = Self.names(in: location.range, of: document.parts[location.part].text)
      if fullest[finding.subject] == nil { order.append(finding.subject) }
      if words.count > fullest[finding.subject]?.count ?? -1 { fullest[finding.subject] = words }
    }
    var roster: [Int: Int] = [:]
    for subject in order {
      let person = identities.person(for: fullest[subject] ?? [])
      while people.count <= person { people.append(Person()) }
      roster[subject] = person
    }
    return roster
  }

  // MARK: Giving

  /// The pseudonym for each place where a person is named, for those who need one.
  ///
  /// The document was gathered before. A person for whom no letter is left has none.
  ///
  /// - Parameter needs: whether a finding's person needs a pseudonym at all.
  package mutating func assign(
    _ document: Document, findings: [Finding], cast: DocumentCast, needs: (Finding) -> Bool
  ) -> [Location: Pseudonym] {
    let roster = roster(of: document, findings)
    let isNeutral = cast.isNeutral
    var given: [Location: Pseudonym] = [:]
    let needing = Set(findings.filter { $0.label == .person && needs($0) }.map(\.subject))
    for finding in findings where finding.label == .person && needing.contains(finding.subject) {
      guard let location = finding.location, let person = roster[finding.subject] else {
        continue
      }
      let text = document.parts[location.part].text
      given[location] = pseudonym(
        of: person, behind: Self.form(before: location.range, in: text),
        words: Self.names(in: location.range, of: text), isNeutral: isNeutral)
    }
    return given
  }

  private mutating func pseudonym(
    of person: Int, behind place: FormOfAddress.Place?, words: [Word], isNeutral: Bool
  ) -> Pseudonym? {
    if let known = people[person].known {
      switch known.form {
      case .titled(let title):
        let form = form(of: person, known: title, own: place, words: words)
        return Pseudonym(title: isNeutral ? nil : form, name: known.letter)
      case .bare: return Pseudonym(title: nil, name: known.letter)
      case .role, .institution: return Pseudonym(title: nil, name: known.name)
      }
    }
    guard let letter = letter(of: person) else { return nil }
    if isNeutral { return Pseudonym(title: nil, name: letter) }
    if let own = place?.form {
      return Pseudonym(title: own.isOfChildren ? nil : own.word, name: letter)
    }
    return Pseudonym(title: title(of: person, words), name: letter)
  }

  /// The title for a mention of somebody whose pseudonym has one: its own where that may be a relative's.
  private func form(
    of person: Int, known title: String, own place: FormOfAddress.Place?, words: [Word]
  ) -> String? {
    let it = people[person]
    let known = FormOfAddress(title)
    guard let own = place?.form else {
      // A surname alone is whoever bears the title; a forename may be a relative's.
      if words.count == 1, words.first?.key == it.surname { return title }
      guard let first = words.first, let known else { return title }
      return isSaid(known, of: first.key, it)
        || !it.hasTitledSurname && !it.relatives.contains(first.key)
        ? title : nil
    }
    if own.isOfChildren { return nil }
    let isSamePerson = known.map { own.gender == $0.gender && !it.forms.contains($0) } ?? false
    return isSamePerson && place?.isCouple != true ? title : own.word
  }

  /// The title for a mention that has none: the one that stands before the same forename elsewhere, or
  /// before the surname where there is no other.
  private func title(of person: Int, _ words: [Word]) -> String? {
    let it = people[person]
    guard let first = words.first else { return nil }
    if let form = it.formsOfForenames[first.key] { return form.isOfChildren ? nil : form.word }
    guard it.forms.count == 1, let form = it.forms.first, !form.isOfChildren else { return nil }
    let isSurname = words.count == 1 && first.key == it.surname
    return isSurname || isSaid(form, of: first.key, it) ? form.word : nil
  }

  /// Whether a form of address that stands before a surname is that of a forename: pronouns agree, or a
  /// post introduces it, and nobody introduces the forename as a relative's.
  private func isSaid(_ form: FormOfAddress, of forename: String, _ it: Person) -> Bool {
    if it.formsOfForenames[forename] == form { return true }
    guard !it.relatives.contains(forename) else { return false }
    if it.officers.contains(forename), it.genders[forename] == nil { return true }
    return form.gender != .unknown && it.genders[forename] == form.gender
  }

  private mutating func letter(of person: Int) -> String? {
    if let letter = people[person].letter { return letter }
    let letter = spousesLetter(of: person) ?? freeLetter(for: person)
    people[person].letter = letter
    if let letter { used.insert(letter) }
    return letter
  }

  /// The letter of somebody of the same surname and the other gender, which nobody else shares yet.
  private func spousesLetter(of person: Int) -> String? {
    let it = people[person]
    guard let surname = it.surname, let gender = it.forms.first?.gender, gender != .unknown else {
      return nil
    }
    let family = people.indices.filter { $0 != person && people[$0].surname == surname }
    let spouse = family.first {
      people[$0].forms.first?.gender == gender.opposite && letterNow(of: $0) != nil
    }
    guard let spouse, let letter = letterNow(of: spouse) else { return nil }
    let isShared = family.contains { $0 != spouse && letterNow(of: $0) == letter }
    return isShared ? nil : letter
  }

  private func letterNow(of person: Int) -> String? {
    if let known = people[person].known { return known.title == nil ? nil : known.letter }
    return people[person].letter
  }

  /// Never the person's own initial; another's only when nothing else is left.
  private func freeLetter(for person: Int) -> String? {
    if let letter = PseudonymLetters.next(avoiding: used.union(initials)) { return letter }
    return ["XX", "YY", "ZZ"].first { !used.contains($0) }
  }
}
