import ExpungeText

/// Tells which mentions of a document are one person: the same surname, and no other forename.
struct Persons {
  private struct Person {
    var forenames: Set<String> = []
    /// One, or two where a forename that stood alone got its surname later.
    var surnames: [String] = []
  }

  /// A surname with a forename, an initial, or what a forename begins with.
  private struct FullName: Hashable {
    let surname: String
    let forename: String
  }

  private var persons: [Person] = []
  // The first person, so the lowest number, who …
  /// … has the surname.
  private var bySurname: [String: Int] = [:]
  /// … has the forename.
  private var byForename: [String: Int] = [:]
  /// … has the surname and the forename.
  private var byFullName: [FullName: Int] = [:]
  /// … has the surname and a forename of this first letter.
  private var byInitial: [FullName: Int] = [:]
  /// The only person of a surname whose forename is not known.
  private var withoutForename: [String: Int] = [:]

  /// The person, from 0, that a mention belongs to; a new one when nobody fits.
  ///
  /// A surname alone joins the first who bears it; a surname with a forename joins only someone
  /// without another forename. Initials agree with the forenames that they begin. O(1), however many
  /// persons share a name.
  mutating func person(for words: [Word]) -> Int {
    let keys = words.map(\.key)
    guard let last = keys.last else {
      persons.append(Person())
      return persons.count - 1
    }
    guard let given = keys.dropLast().first else {
      if let index = bearer(of: last) { return index }
      persons.append(Person())
      add(surname: last, to: persons.count - 1)
      return persons.count - 1
    }
    let index = known(given, last) ?? persons.count
    if index == persons.count { persons.append(Person()) }
    add(surname: last, to: index)
    add(forename: given, to: index)
    return index
  }

  /// The first who bears a name, as surname or forename, or the surname of which it is the plural.
  private func bearer(of name: String) -> Int? {
    var found = [bySurname[name], byForename[name]]
    for plural in ["s", "es"] where name.hasSuffix(plural) {
      found.append(bySurname[String(name.dropLast(plural.count))])
    }
    return found.compactMap { $0 }.min()
  }

  /// The first whom a forename with a surname fits.
  private func known(_ given: String, _ last: String) -> Int? {
    var found = [
      byFullName[FullName(surname: last, forename: given)], withoutForename[last],
      // A forename that stood alone first ("Aisha") and now gets its surname ("Aisha Mahmood").
      withoutForename[given],
    ]
    if let initial = given.first {
      let key = FullName(surname: last, forename: String(initial))
      found.append(given.count == 1 ? byInitial[key] : byFullName[key])
    }
    return found.compactMap { $0 }.min()
  }

  private mutating func add(surname: String, to index: Int) {
    guard !persons[index].surnames.contains(surname) else { return }
    persons[index].surnames.append(surname)
    lower(&bySurname[surname], to: index)
    if persons[index].forenames.isEmpty {
      if persons[index].surnames.count == 1 { withoutForename[surname] = index }
    } else {
      for forename in persons[index].forenames { enter(surname, forename, index) }
    }
  }

  private mutating func add(forename: String, to index: Int) {
    guard persons[index].forenames.insert(forename).inserted else { return }
    lower(&byForename[forename], to: index)
    for surname in persons[index].surnames {
      if withoutForename[surname] == index { withoutForename[surname] = nil }
      enter(surname, forename, index)
    }
  }

  private mutating func enter(_ surname: String, _ forename: String, _ index: Int) {
    lower(&byFullName[FullName(surname: surname, forename: forename)], to: index)
    guard let initial = forename.first else { return }
    lower(&byInitial[FullName(surname: surname, forename: String(initial))], to: index)
  }

  private func lower(_ entry: inout Int?, to index: Int) {
    entry = entry.map { min($0, index) } ?? index
  }
}
