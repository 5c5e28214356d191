import ExpungeWorkflows
import TestSupport
import Testing

@Suite("Counting words")
struct WordCountTests {
  @Test func agreesWithItsDefinition() {
    var generator = SeededGenerator(seed: 7)
    // White space, its neighbours, and bytes that differ from them in the top bit.
    let bytes: [UInt8] = [
      0x00, 0x08, 0x09, 0x0A, 0x0D, 0x0E, 0x1F, 0x20, 0x21, 0x61, 0x7F, 0x80, 0x89, 0x8D, 0xA0,
      0xFF,
    ]
    for length in 0..<400 {
      let text = (0..<length).map { _ in bytes.randomElement(using: &generator) ?? 0 }
      let words = text.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      #expect(WordCount.of(text) == words.count)
    }
  }
}
