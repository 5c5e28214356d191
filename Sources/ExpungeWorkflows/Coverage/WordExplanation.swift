/// Why a capitalised word of a text is no name.
enum WordExplanation: Hashable {
  /// It lies inside what a guard of this kind explains.
  case guarded(kind: String)
  /// It opens a sentence, a heading, a list item, a cell or a quotation.
  case position
  /// A common word of the language.
  case common
  /// It stands in small letters elsewhere in the texts that are measured.
  case seenSmall
  /// An acronym that the text introduces in brackets.
  case introduced
  /// A finding holds it.
  case found
  case none
}
