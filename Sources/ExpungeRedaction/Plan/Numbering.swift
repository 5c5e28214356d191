import ExpungeDetection
import ExpungeText

/// Gives each subject its number, by first appearance, one count for each word of a placeholder.
///
/// The same subject keeps its number under the same label, through all parts and the file's name.
/// Placeholders that already stand in the document keep theirs: a new person never shares one.
struct Numbering {
  private struct Key: Hashable {
    let label: Label
    let subject: Int
  }

  private var numbers: [Key: Int] = [:]
  private var last: [String: Int] = [:]

  init(after document: Document) {
    for part in document.parts {
      let places =
        part.kind == .fileName
        ? Placeholder.places(inFileName: part.text) : Placeholder.places(in: part.text)
      for place in places {
        let word = place.placeholder.word
        last[word] = max(last[word] ?? 0, place.placeholder.number)
      }
    }
  }

  mutating func placeholder(for label: Label, of subject: Int) -> Placeholder {
    let key = Key(label: label, subject: subject)
    let word = label.placeholder
    if let number = numbers[key] { return Placeholder(word: word, number: number) }
    let number = (last[word] ?? 0) + 1
    last[word] = number
    numbers[key] = number
    return Placeholder(word: word, number: number)
  }
}
