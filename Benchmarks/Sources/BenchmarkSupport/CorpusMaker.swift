/// Makes documents of decision size by reshuffling paragraphs: the same ones for the same seed.
package struct CorpusMaker {
  private let paragraphs: [[UInt8]]
  /// How many of a thousand paragraphs are followed by a leak.
  private let leaksPerThousand: UInt64
  private var generator: FixedSeed

  package init(paragraphs: [[UInt8]], leaksPerThousand: Int, seed: UInt64) {
    self.paragraphs = paragraphs
    self.leaksPerThousand = UInt64(max(0, leaksPerThousand))
    generator = FixedSeed(seed)
  }

  /// The next document: 5 to 50 KB, most of them below 15.
  package mutating func document() -> [UInt8] {
    // Halving with even chance gives the long tail that decisions have.
    var size = 5_000
    var step: UInt64 = 8_000
    repeat {
      size += Int(generator.next() % step)
      step += 2_000
    } while generator.next() % 2 == 0 && size < 48_000
    return document(bytes: min(size, 50_000))
  }

  /// A document of about so many bytes, never more unless its first paragraph is longer.
  package mutating func document(bytes size: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(size)
    while true {
      guard let paragraph = paragraphs.randomElement(using: &generator) else { return text }
      if !text.isEmpty, text.count + paragraph.count + 1 > size { return text }
      text += paragraph
      text.append(0x0A)
      if generator.next() % 1_000 < leaksPerThousand,
        let leak = Self.leaks.randomElement(using: &generator)
      {
        text += Array(leak.utf8)
        text.append(0x0A)
      }
    }
  }

  /// Invented people, numbers that are not given to anybody.
  private static let leaks = [
    "Mrs Brackenbury telephoned on 01632 960123 and again on 07700 900456.",
    "Please write to her at tansy.brackenbury@mail.example, not to the office.",
    "He lives at 14 Hollin Bank, Westbury, WB7 4QJ with his mother.",
    "Her National Insurance number is QQ 12 34 56 C and her NHS number 999 000 0000.",
    "Payment went to sort code 00-00-00, account 12345678.",
    "The child, Peregrine, was born on 5 May 2011.",
    "Our reference HB/4471902; the car is AB12 CDE.",
    "DOB: 12/05/1971. Card 4111 1111 1111 1111.",
  ]
}

/// Random numbers that are the same on every run (SplitMix64).
package struct FixedSeed: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
