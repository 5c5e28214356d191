import ExpungeText

/// Tells which mentions of a document are one person: the same surname, and no other forename.
struct Persons {
  private struct Person {
    var forenames: Set<String> = []
    var surnames: Set<String> = []
  }

  private var persons: [Person] = []

  /// The person, from 0, that a mention belongs to; a new one when nobody fits.
  ///
  /// A surname alone joins the first who bears it; a surname with a forename joins only someone
  /// without another forename. Initials agree with the forenames that they begin.
  mutating func person(for words: [Word]) -> Int {
    let keys = words.map(\.key)
    guard let last = keys.last else {
      persons.append(Person())
      return persons.count - 1
    }
    let given = keys.dropLast().first
    if let index = persons.firstIndex(where: { fits($0, given: given, last: last) }) {
      if let given {
        persons[index].forenames.insert(given)
        persons[index].surnames.insert(last)
      }
      return index
    }
    var person = Person()
    if let given { person.forenames = [given] }
    person.surnames = [last]
    persons.append(person)
    return persons.count - 1
  }

  private func fits(_ person: Person, given: String?, last: String) -> Bool {
    guard let given else {
      return person.surnames.contains(last) || person.forenames.contains(last)
        || person.surnames.contains { last == $0 + "s" || last == $0 + "es" }
    }
    if person.surnames.contains(last) {
      return person.forenames.isEmpty
        || person.forenames.contains {
          $0 == given || isInitial($0, of: given) || isInitial(given, of: $0)
        }
    }
    // A forename that stood alone first ("Aisha") and now gets its surname ("Aisha Mahmood").
    return person.forenames.isEmpty && person.surnames == [given]
  }

  private func isInitial(_ initial: String, of name: String) -> Bool {
    initial.count == 1 && name.hasPrefix(initial)
  }
}
