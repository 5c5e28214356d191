import Foundation

/// Reads a redacted copy of a draft as a proof-reader would: knows what each place may have become, and
/// nothing of how it was made.
struct DraftChecker {
  let draft: Draft
  private(set) var faults: [String] = []

  init(_ draft: Draft, copy: String) {
    self.draft = draft
    checkSurvivors(copy)
    checkSigns(copy)
    checkMentions(copy)
  }

  // MARK: The text as a whole

  private mutating func checkSurvivors(_ copy: String) {
    let words = copy.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    for name in draft.names.map({ $0.lowercased() }) {
      let forms = [name, "\(name)s", "\(name)es", "\(name)'s", "\(name)'"]
      if words.contains(where: forms.contains) { faults.append("a name survived") }
    }
  }

  private mutating func checkSigns(_ copy: String) {
    let wrong = [
      "  ": "two spaces", " ,": "a space before a comma", " \\.": "a space before a stop",
      "'s's": "two possessives", "(Mr|Mrs|Ms|Miss|Dr) (Mr|Mrs|Ms|Miss|Dr)": "two titles",
      "\\b[Tt]he (Mr|Mrs|Ms|Miss|Dr)\\b": "an article before a title",
      "\\b[A-Z]' ": "a possessive without its s", "\\b[A-Z] [B-HJ-Z]\\b": "two letters",
      "\\b[Aa]n (Mr|Mrs|Ms|Miss|Dr|[BCDGJKPQTUVWYZ])\\b": "an for a",
      "\\b[Aa] [AEFHILMNORSX]\\b": "a for an", "\\[[A-Z]": "a label",
    ]
    for (pattern, fault) in wrong {
      if copy.range(of: pattern, options: .regularExpression) != nil { faults.append(fault) }
    }
  }

  // MARK: Each mention

  private mutating func checkMentions(_ copy: String) {
    var letters: [Int: Set<String>] = [:]
    let initials = Set(
      draft.names.filter(draft.text.localizedCaseInsensitiveContains).compactMap {
        $0.first.map(String.init)
      })
    for paragraph in draft.paragraphs where paragraph.pieces.contains(where: { $0.mention != nil })
    {
      guard let words = captured(paragraph, in: copy) else {
        faults.append("a paragraph reads otherwise beside its names: \(paragraph.text)")
        continue
      }
      for (mention, word) in zip(paragraph.pieces.compactMap(\.mention), words) {
        guard let letter = letter(of: mention, written: word) else {
          faults.append("\(mention.form) became \u{201C}\(word)\u{201D}")
          continue
        }
        letters[mention.person, default: []].insert(letter)
        if initials.contains(letter) { faults.append("a letter is a real initial") }
      }
    }
    for (person, found) in letters {
      if found.count > 1 { faults.append("one person has \(found.count) letters") }
      if let known = draft.people[person].pseudonym?.last.map(String.init), found != [known] {
        faults.append("a person of the cast list has another letter")
      }
    }
    let all = letters.values.flatMap(\.self)
    if Set(all).count < all.count { faults.append("two people have one letter") }
  }

  /// What stands where a paragraph's mentions stood. Articles and apostrophes beside them may change.
  private func captured(_ paragraph: Draft.Paragraph, in copy: String) -> [String]? {
    var pattern = "(?m)^"
    for piece in paragraph.pieces {
      if piece.mention != nil {
        pattern += "([A-Za-z ]+?)"
      } else {
        var words = NSRegularExpression.escapedPattern(for: piece.words)
        if words.hasPrefix("' ") { words = "'s?" + words.dropFirst() }
        if words.hasSuffix(" a ") || words.hasSuffix(" an ") {
          words = words.replacing(#/ an? $/#, with: " an? ")
        }
        pattern += words
      }
    }
    guard let expression = try? NSRegularExpression(pattern: pattern + "$"),
      let match = expression.firstMatch(
        in: copy, range: NSRange(copy.startIndex..., in: copy))
    else { return nil }
    return (1..<match.numberOfRanges).compactMap { index in
      Range(match.range(at: index), in: copy).map { String(copy[$0]) }
    }
  }

  /// The letter of a mention that is written as its form may be; nil for any other words.
  private func letter(of mention: Draft.Mention, written words: String) -> String? {
    let person = draft.people[mention.person]
    var rest = words.split(separator: " ").map(String.init)[...]
    let letter: String?
    switch mention.form {
    case .titled:
      guard rest.popFirst()?.lowercased() == person.title?.lowercased() else { return nil }
      letter = rest.popFirst()
    case .named:
      if rest.count == 2, rest.popFirst() != person.title { return nil }
      letter = rest.popFirst()
    case .child, .attribute:
      letter = rest.popFirst()
    case .family:
      letter = rest.popFirst()
      guard rest.popFirst() == "family" else { return nil }
    case .couple:
      guard rest.popFirst() == "Mr", rest.popFirst() == "and", rest.popFirst() == "Mrs" else {
        return nil
      }
      letter = rest.popFirst()
    }
    guard rest.isEmpty, let letter, letter.count == 1, letter.allSatisfy(\.isUppercase) else {
      return nil
    }
    return letter
  }
}
