import ExpungeText

/// Tells which mentions of a document are one person: the same surname, and no other forename.
struct Persons {
  private struct Person {
    var forenames: Set<String> = []
    var surnames: Set<String> = []
  }

  private var persons: [Person] = []
  /// Those who bear a name, as surname or forename, in ascending order.
  private var bearers: [String: [Int]] = [:]

  /// The person, from 0, that a mention belongs to; a new one when nobody fits.
  ///
  /// A surname alone joins the first who bears it; a surname with a forename joins only someone
  /// without another forename. Initials agree with the forenames that they begin. O(bearers of the
  /// words), however many persons there are.
  mutating func person(for words: [Word]) -> Int {
    let keys = words.map(\.key)
    guard let last = keys.last else {
      persons.append(Person())
      return persons.count - 1
    }
    let given = keys.dropLast().first
    if let index = known(given: given, last: last) {
      if let given { add(given, last, to: index) }
      return index
    }
    persons.append(Person())
    add(given, last, to: persons.count - 1)
    return persons.count - 1
  }

  private mutating func add(_ given: String?, _ last: String, to index: Int) {
    if let given, persons[index].forenames.insert(given).inserted { bear(given, index) }
    if persons[index].surnames.insert(last).inserted { bear(last, index) }
  }

  private mutating func bear(_ name: String, _ index: Int) {
    var list = bearers.removeValue(forKey: name) ?? []
    let place = list.firstIndex { $0 >= index } ?? list.count
    if place == list.count || list[place] != index { list.insert(index, at: place) }
    bearers[name] = list
  }

  /// The first person whom the words fit: one who bears one of them, or its singular.
  private func known(given: String?, last: String) -> Int? {
    var names = [last]
    if let given {
      names.append(given)
    } else {
      for plural in ["s", "es"] where last.hasSuffix(plural) {
        names.append(String(last.dropLast(plural.count)))
      }
    }
    return names.compactMap { name in
      bearers[name]?.first { fits(persons[$0], given: given, last: last) }
    }.min()
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
