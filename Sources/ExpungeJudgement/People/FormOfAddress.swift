package import ExpungeCast
package import ExpungeText

/// A form of address before a name: "Mrs", "Dr".
package struct FormOfAddress: Sendable, Hashable {
  /// In small letters, without a stop.
  package let word: String

  /// Nil for a word that is none.
  package init?(_ word: String) {
    guard Self.all.contains(word) else { return nil }
    self.word = word
  }

  package var gender: Gender {
    if Self.ofWomen.contains(word) { return .woman }
    return Self.ofMen.contains(word) ? .man : .unknown
  }

  /// Whether it is said of children alone, who are a letter without a title.
  package var isOfChildren: Bool { word == "master" }

  private static let all: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "rev", "reverend", "sir",
    "dame", "lord", "lady", "cllr", "councillor",
  ]
  private static let ofWomen: Set<String> = ["mrs", "ms", "miss", "dame", "lady"]
  private static let ofMen: Set<String> = ["mr", "master", "sir", "lord"]

  /// One that stands before a name in a text.
  package struct Place: Sendable {
    package let form: FormOfAddress
    /// The word and its stop, in bytes of the text.
    package let range: ByteRange
    /// First byte of it, or of the one that is joined to it: "Mr and Mrs".
    package let start: Int

    package var isCouple: Bool { start < range.start }
  }

  /// The one that ends just before an offset, white space and a stop between.
  package static func before(_ offset: Int, in text: [UInt8]) -> Place? {
    guard let (word, range) = word(endingBefore: offset, in: text),
      let form = FormOfAddress(word)
    else { return nil }
    var start = range.start
    if let (joint, place) = Self.word(endingBefore: range.start, in: text), joint == "and",
      let (other, first) = Self.word(endingBefore: place.start, in: text),
      FormOfAddress(other) != nil
    {
      start = first.start
    } else if let ampersand = endOfWord(before: range.start, in: text),
      text[ampersand - 1] == 0x26,
      let (other, first) = Self.word(endingBefore: ampersand - 1, in: text),
      FormOfAddress(other) != nil
    {
      start = first.start
    }
    return Place(form: form, range: range, start: start)
  }

  /// The word before an offset, in small letters, with the bytes of it and its stop.
  package static func word(
    endingBefore offset: Int, in text: [UInt8]
  ) -> (word: String, range: ByteRange)? {
    guard let end = endOfWord(before: offset, in: text) else { return nil }
    var last = end
    if text[last - 1] == Ascii.fullStop { last -= 1 }
    var start = last
    while start > 0, Ascii.isLetter(text[start - 1]) { start -= 1 }
    guard start < last, !endsWithLetter(text, before: start) else { return nil }
    let word = String(decoding: text[start..<last].map { $0 | 0x20 }, as: UTF8.self)
    return (word, ByteRange(start, end))
  }

  /// Whether a letter beyond ASCII stands right before an offset.
  private static func endsWithLetter(_ text: [UInt8], before offset: Int) -> Bool {
    var lead = offset - 1
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    return lead >= 0 && text[lead] >= 0x80 && Word.opens(text[lead])
  }

  /// Where the word before an offset ends, when only white space of one line stands between.
  private static func endOfWord(before offset: Int, in text: [UInt8]) -> Int? {
    var end = offset
    while end > 0 {
      if text[end - 1] == Ascii.space || text[end - 1] == Ascii.tab
        || text[end - 1] == Ascii.lineFeed || text[end - 1] == Ascii.carriageReturn
      {
        end -= 1
      } else if end > 1, text[end - 1] == 0xA0, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return end > 0 && end < offset && offset - end <= 4 ? end : nil
  }
}
