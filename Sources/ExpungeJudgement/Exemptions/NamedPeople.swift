import ExpungeDetection
import ExpungeText

/// Tells which findings are about a person whom the profile names on purpose.
///
/// A person of the document is such a one when the whole name stands somewhere; then mentions with no
/// other word than the name's are exempt. A namesake with another forename is not.
struct NamedPeople {
  private struct Entry {
    let person: NamedPerson
    /// The words of the name, small, in order.
    let words: [String]

    /// The surname and every forename, or its initial: "Jane Okafor", "J. Okafor".
    func isWhole(_ mention: [String]) -> Bool {
      guard mention.count == words.count else { return false }
      return holds(mention) && mention.last == words.last
    }

    /// Nothing but words of the name, or initials of its forenames.
    func holds(_ mention: [String]) -> Bool {
      !mention.isEmpty
        && mention.allSatisfy { word in
          words.contains(word)
            || word.count == 1 && words.dropLast().contains { $0.hasPrefix(word) }
        }
    }
  }

  private let entries: [Entry]

  init(_ people: [NamedPerson]) {
    entries = people.map { Entry(person: $0, words: Self.words(of: Array($0.name.utf8))) }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// For each finding the entry that speaks about it. O(findings × entries).
  func people(in findings: [Finding], of document: Document) -> [Int: NamedPerson] {
    var result: [Int: NamedPerson] = [:]
    let mentions = findings.enumerated().compactMap { index, finding -> Mention? in
      guard finding.label == .person, let location = finding.location else { return nil }
      let text = document.parts[location.part].text
      return Mention(
        finding: index, subject: finding.subject,
        words: Self.words(of: Array(text[location.range.start..<location.range.end])))
    }
    for entry in entries {
      let subjects = Set(mentions.filter { entry.isWhole($0.words) }.map(\.subject))
      for mention in mentions
      where subjects.contains(mention.subject) && entry.holds(mention.words) {
        result[mention.finding] = entry.person
      }
    }
    return result
  }

  private struct Mention {
    let finding: Int
    let subject: Int
    let words: [String]
  }

  private static func words(of text: [UInt8]) -> [String] {
    Word.words(of: ByteRange(0, text.count), in: text).map(\.key).filter { !titles.contains($0) }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir", "dame", "lady",
    "lord",
    "judge", "cllr", "councillor", "rt", "hon", "s",
  ]
}
