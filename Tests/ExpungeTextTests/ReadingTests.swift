import ExpungeText
import TestSupport
import Testing

@Suite("A reading and the way back")
struct ReadingTests {
  static let foldings = Foldings(replacements: [
    0x00A0: [0x20], 0x00AD: [], 0x200B: [], 0x2019: [0x27], 0x201C: [0x22], 0x2013: [0x2D],
    0xFB01: Array("fi".utf8), 0x1D400: [0x41], 0xFF21: [0x41],
  ])

  @Test("plain text folds to itself and shares its storage")
  func identity() {
    let text = Array("Mrs X complains that the Council\nwas at fault - twice.\n".utf8)
    let reading = Reading(of: text, foldings: Self.foldings)
    #expect(reading.map.isIdentity)
    #expect(reading.text == text)
    let isShared = text.withUnsafeBufferPointer { first in
      reading.text.withUnsafeBufferPointer { $0.baseAddress == first.baseAddress }
    }
    #expect(isShared)
  }

  @Test(
    "each folding",
    arguments: [
      ("Mrs\u{A0}Thompson", "Mrs Thompson"), ("Thomp\u{AD}son", "Thompson"),
      ("Thomp-\nson", "Thompson"), ("Thomp-\r\n  son", "Thompson"),
      ("OGUN-\n   BANJO", "OGUN-BANJO"), ("O\u{2019}Hara", "O'Hara"), ("a\r\nb\rc\n", "a\nb\nc\n"),
      ("Gri\u{FB01}n", "Grifin"), ("\u{1D400}nna", "Anna"), ("the -\nend", "the -\nend"),
      ("12-\n14", "12-\n14"), ("tail-\n", "tail-\n"), ("Łukasz-\nek", "Łukaszek"),
      ("\u{AD}\u{200B}", ""), ("", ""),
    ])
  func folds(original: String, expected: String) {
    let reading = Reading(of: Array(original.utf8), foldings: Self.foldings)
    #expect(String(decoding: reading.text, as: UTF8.self) == expected)
  }

  @Test("a match that ends inside a folded run takes the whole run")
  func wholeRuns() {
    let original = Array("Gri\u{FB01}n".utf8)
    let reading = Reading(of: original, foldings: Self.foldings)
    let half = reading.original(of: ByteRange(0, 4))
    #expect(String(decoding: original[half.start..<half.end], as: UTF8.self) == "Gri\u{FB01}")
  }

  @Test("every offset goes there and back", arguments: 0..<60)
  func everyOffset(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "Thompson", " ", "\n", "\r\n", "\r", "-\n", "-\r\n  ", "-\nB", "\u{A0}", "\u{AD}",
      "\u{200B}", "\u{2019}", "é", "😀", "\u{FB01}", "\u{1D400}", "- ", "-", "12345678",
    ]
    let original = (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
      Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
    let reading = Reading(of: original, foldings: Self.foldings)
    #expect(String(validating: reading.text, as: UTF8.self) != nil)
    var previousEnd = (original: 0, folded: 0)
    for fold in reading.map.folds {
      #expect(fold.original.start >= previousEnd.original)
      // What lies between two folds is the same on both sides.
      #expect(
        Array(original[previousEnd.original..<fold.original.start])
          == Array(reading.text[previousEnd.folded..<fold.folded.start]))
      previousEnd = (fold.original.end, fold.folded.end)
    }
    #expect(
      Array(original[previousEnd.original...]) == Array(reading.text[previousEnd.folded...]))

    for start in 0...reading.text.count {
      for end in start...min(reading.text.count, start + 9) where end > start {
        let range = ByteRange(start, end)
        let back = reading.original(of: range)
        #expect(back.end <= original.count)
        #expect(reading.folded(back).contains(range))
        // Mapping out and in again is stable: nothing grows on the second way.
        #expect(reading.original(of: reading.folded(back)) == back)
      }
    }
    for start in 0...original.count {
      for end in start...min(original.count, start + 9) where end > start {
        let folded = reading.folded(ByteRange(start, end))
        if !folded.isEmpty {
          let again = reading.original(of: folded)
          let unfolded = reading.map.folds.allSatisfy {
            !$0.original.overlaps(ByteRange(start, end))
          }
          if unfolded { #expect(again == ByteRange(start, end)) }
        }
      }
    }
  }
}
