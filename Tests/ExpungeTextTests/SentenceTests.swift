import ExpungeText
import Testing

@Suite("Where a sentence begins and ends")
struct SentenceTests {
  @Test(
    "the sentence around a word",
    arguments: [
      ("One. Mr A. Smith left. Three.", "Smith", "Mr A. Smith left."),
      ("See para. 4 of it. Then Smith! Next", "Smith", "Then Smith!"),
      ("\u{201C}Smith left.\u{201D} She cried.", "Smith", "\u{201C}Smith left.\u{201D}"),
      ("Smith left.", "Smith", "Smith left."),
      ("  Smith  ", "Smith", "Smith"),
      ("It cost 3.50 for Smith. Done.", "Smith", "It cost 3.50 for Smith."),
    ])
  func around(text: String, word: String, expected: String) throws {
    let bytes = Array(text.utf8)
    let place = try #require(text.firstRange(of: word))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    let range = ByteRange(start, start + word.utf8.count)
    let sentence = Sentence.around(range, in: bytes, within: ByteRange(0, bytes.count))
      .trimmed(in: bytes)
    #expect(String(decoding: bytes[sentence.start..<sentence.end], as: UTF8.self) == expected)
  }
}
