/// All that the search for people's names knows beforehand: lists of words, spelling, weights.
package struct PeopleKnowledge: Sendable {
  let lexicon: NameLexicon
  let usages: UsageLexicon
  let letters: LetterModel
  let cues: CueWords
  let weights: Weights

  package init(
    lexicon: NameLexicon, usages: UsageLexicon, letters: LetterModel, cues: CueWords,
    weights: Weights
  ) {
    self.lexicon = lexicon
    self.usages = usages
    self.letters = letters
    self.cues = cues
    self.weights = weights
  }
}
