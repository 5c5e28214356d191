/// What a word does in a sentence beside a name: a title, a kin word, a word of organisations.
///
/// The words stand in `Patterns/Lexicons/roles.txt`, a section a role.
package struct WordRoles: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The sections of the file, in the order of the bits.
  package static let names = [
    "title", "kin", "role", "introducer", "person-preposition", "place-preposition", "verb",
    "speech", "organisation", "street", "law", "calendar", "particle", "article", "function",
    "eponym", "eponym-head", "nation", "greeting", "closing", "pronoun", "brand", "honoured",
    "birth", "abbreviation", "thing",
  ]

  package static let title = WordRoles(rawValue: 1 << 0)
  package static let kin = WordRoles(rawValue: 1 << 1)
  package static let role = WordRoles(rawValue: 1 << 2)
  package static let introducer = WordRoles(rawValue: 1 << 3)
  package static let personPreposition = WordRoles(rawValue: 1 << 4)
  package static let placePreposition = WordRoles(rawValue: 1 << 5)
  package static let verb = WordRoles(rawValue: 1 << 6)
  package static let speech = WordRoles(rawValue: 1 << 7)
  package static let organisation = WordRoles(rawValue: 1 << 8)
  package static let street = WordRoles(rawValue: 1 << 9)
  package static let law = WordRoles(rawValue: 1 << 10)
  package static let calendar = WordRoles(rawValue: 1 << 11)
  package static let particle = WordRoles(rawValue: 1 << 12)
  package static let article = WordRoles(rawValue: 1 << 13)
  package static let function = WordRoles(rawValue: 1 << 14)
  package static let eponym = WordRoles(rawValue: 1 << 15)
  package static let eponymHead = WordRoles(rawValue: 1 << 16)
  package static let nation = WordRoles(rawValue: 1 << 17)
  package static let greeting = WordRoles(rawValue: 1 << 18)
  package static let closing = WordRoles(rawValue: 1 << 19)
  package static let pronoun = WordRoles(rawValue: 1 << 20)
  package static let brand = WordRoles(rawValue: 1 << 21)
  package static let honoured = WordRoles(rawValue: 1 << 22)
  package static let birth = WordRoles(rawValue: 1 << 23)
  package static let abbreviation = WordRoles(rawValue: 1 << 24)
  package static let thing = WordRoles(rawValue: 1 << 25)
}
