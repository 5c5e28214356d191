package import ExpungeText

/// One place where a pseudonym stands.
package struct Mention: Sendable {
  /// Index into the cast list's people.
  package var entry: Int
  /// Index into the parts that the list was made of.
  package var part: Int
  /// Bytes of the part's reading, without a possessive ending.
  package var range: ByteRange
  /// "Mr and Mrs X": one letter, two people.
  package var isCouple = false
  var isPossessive = false
  /// Index of its first and last token.
  var firstToken: Int
  var lastToken: Int
  var sentence: Int
  /// Position of its first and last word among the part's words.
  var firstWord: Int
  var lastWord: Int
}

/// How a decision says who a pseudonym is.
package struct Introduction: Sendable {
  package enum Manner: UInt8, Sendable {
    /// "whom I shall call Mr B"
    case named
    /// "her son, Y"; "Mrs Y is Mrs X's mother"
    case relation
    /// "a licensing officer, Officer K"; "Mr F, a solicitor"; "(Ms B)"
    case apposition
    /// "Mrs X complains"; the first person of all
    case complainant
    /// "Social Worker A": the pseudonym says it itself
    case role
    /// "Mr and Mrs V"; a husband is spoken of, and Mr T shares Mrs T's letter
    case couple
  }

  package var manner: Manner
  /// Index into the parts that the list was made of.
  package var part: Int
  /// The words that introduce, with the pseudonym, in bytes of the part's reading.
  package var range: ByteRange
  package var relation: Relation?
  /// What the introducing word says: "son".
  package var gender = Gender.unknown
  /// Whom the relation is to, as an index into the cast list's people.
  package var relatedTo: Int?
  /// Index into the list's mentions.
  var mention: Int
  /// A post or part in words that is none of the parties': "the caller".
  var isOtherRole = false
  /// Index of the token that tells the relation: "son".
  var relationToken: Int?
  /// Index of the token that says who it is: "son", "solicitor".
  var wordToken: Int?
}
