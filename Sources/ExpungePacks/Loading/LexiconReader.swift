import ExpungeDetection
import Yams

/// Reads a list of words with its source and licence.
struct LexiconReader {
  let file: YAMLFile
  let problems: ProblemList

  func read(_ root: Node.Mapping) -> Lexicon? {
    let head = Fields(
      root, what: "a lexicon", keys: ["lexicon", "title", "source", "licence", "words"], in: file,
      problems)
    guard let identifier = head.requiredText("lexicon"), head.requiredText("title") != nil,
      head.requiredText("source") != nil, head.requiredText("licence") != nil,
      head.required("words") != nil, let words = head.texts("words")
    else { return nil }
    for word in words where word.text != word.text.lowercased() {
      problems.add("the word “\(word.text)” has a capital; write it small", at: word.place)
    }
    return Lexicon(
      identifier: identifier.text,
      words: Set(words.map(\.text)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
