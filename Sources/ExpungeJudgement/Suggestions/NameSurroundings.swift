package import ExpungeCast
package import ExpungeText

/// What the words around a name tell about the person: no more than the sentence says.
package enum NameSurroundings {
  private static let women: Set<String> = ["she", "her", "hers", "herself"]
  private static let men: Set<String> = ["he", "him", "his", "himself"]
  private static let relatives: Set<String> = [
    "son", "daughter", "child", "children", "baby", "twin", "grandson", "granddaughter",
    "grandchild", "stepson", "stepdaughter", "nephew", "niece", "brother", "sister", "boy", "girl",
    "pupil", "mother", "father", "mum", "dad", "parent", "grandmother", "grandfather", "husband",
    "wife", "partner", "aunt", "uncle", "cousin", "sibling",
  ]

  /// Of whom the first pronoun behind an offset speaks, within its sentence.
  package static func gender(after offset: Int, in text: [UInt8]) -> Gender {
    var index = offset
    let limit = min(text.count, offset + 120)
    while index < limit {
      let byte = text[index]
      if byte == Ascii.fullStop || byte == 0x3F || byte == 0x21 || byte == Ascii.lineFeed {
        return .unknown
      }
      guard Word.opens(byte) else {
        index += 1
        continue
      }
      let end = Word.end(ofWordAt: index, before: limit) { text[$0] }
      let word = String(decoding: text[index..<end].map { $0 | 0x20 }, as: UTF8.self)
      if women.contains(word) { return .woman }
      if men.contains(word) { return .man }
      index = end
    }
    return .unknown
  }

  /// Whether a name is introduced as a relative's: "her son, …", "her daughter …".
  package static func followsRelation(_ name: ByteRange, in text: [UInt8]) -> Bool {
    follows(relatives, name, in: text)
  }

  /// Whether a name is introduced by a post, as a child's never is: "the social worker, …".
  package static func followsPost(_ name: ByteRange, in text: [UInt8]) -> Bool {
    follows(posts, name, in: text)
  }

  private static let posts: Set<String> = [
    "worker", "officer", "manager", "teacher", "nurse", "doctor", "solicitor", "carer", "landlord",
    "adviser", "caseworker", "investigator", "headteacher", "surveyor", "advocate", "therapist",
    "psychologist",
  ]

  private static func follows(
    _ words: Set<String>, _ name: ByteRange, in text: [UInt8]
  ) -> Bool {
    var start = name.start
    while start > 0,
      text[start - 1] == Ascii.space || text[start - 1] == 0x2C
        || text[start - 1] == 0x28
    {
      start -= 1
    }
    guard let word = Word.before(start, in: text, limit: max(0, start - 24)) else { return false }
    return word.range.end == start && words.contains(word.key)
  }

  /// Whether an age stands behind a name, as it does behind a child's: "Liam (aged 9)".
  package static func precedesAge(_ name: ByteRange, in text: [UInt8]) -> Bool {
    let behind = text[name.end..<min(text.count, name.end + 12)]
    return behind.starts(with: " (aged ".utf8) || behind.starts(with: ", aged ".utf8)
      || behind.starts(with: ", who is ".utf8)
        && behind.dropFirst(9).first.map(Ascii.isDigit) == true
  }
}
