/// One pseudonym of a document: who it is, who said so, and where it stands.
package struct CastEntry: Sendable {
  package var key: CastKey
  /// What titles, introductions and pronouns tell; `unknown` where they do not agree.
  package internal(set) var gender = Gender.unknown
  /// In the order of the document.
  package internal(set) var introductions: [Introduction] = []
  /// Indices into the list's mentions, ascending.
  package internal(set) var mentions: [Int] = []
  /// The person who complains, or one of them.
  package internal(set) var isComplainant = false
  /// Pronouns that could mean nobody else, by whom they speak of.
  var womanVotes = 0
  var manVotes = 0

  init(key: CastKey) { self.key = key }

  /// What one person is to another, as the first introduction that tells it says.
  package var relation: Relation? { introductions.lazy.compactMap(\.relation).first }
}
