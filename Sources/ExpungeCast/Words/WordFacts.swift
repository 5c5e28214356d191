/// What a word of the cast's vocabulary tells: a word may be several things ("neighbour").
struct WordFacts: Sendable {
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt32

    static let title = Kind(rawValue: 1 << 0)
    static let pronoun = Kind(rawValue: 1 << 1)
    static let relation = Kind(rawValue: 1 << 2)
    /// A word for a person without a relation or post.
    static let person = Kind(rawValue: 1 << 3)
    static let role = Kind(rawValue: 1 << 4)
    /// A role in the matter itself, which may be said of one person more than once.
    static let party = Kind(rawValue: 1 << 5)
    static let child = Kind(rawValue: 1 << 6)
    static let institution = Kind(rawValue: 1 << 7)
    static let complaint = Kind(rawValue: 1 << 8)
    static let statement = Kind(rawValue: 1 << 9)
    static let told = Kind(rawValue: 1 << 10)
    static let addressed = Kind(rawValue: 1 << 11)
    static let verb = Kind(rawValue: 1 << 12)
    static let introducer = Kind(rawValue: 1 << 13)
    static let notPeople = Kind(rawValue: 1 << 14)
    static let several = Kind(rawValue: 1 << 15)
    /// Not a word of the vocabulary: a letter that stands alone.
    static let letter = Kind(rawValue: 1 << 16)
    /// A number of one or two digits after a role.
    static let number = Kind(rawValue: 1 << 17)
    /// The last word of a pair such as "social worker".
    static let compound = Kind(rawValue: 1 << 18)
  }

  var kind: Kind = []
  var gender = Gender.unknown
  var relation: Relation?
}
