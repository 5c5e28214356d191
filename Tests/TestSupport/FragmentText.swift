/// Text glued at random from fragments that patterns like, nearly like, or trip over.
///
/// Every person, number and address in it is invented.
package struct FragmentText: Sendable {
  /// Pieces of identifiers, names and addresses, whole and broken.
  package static let identifiers = [
    "RG1 8ZQ", "rg1 8zq", "SW1A", "2AA", "QQ 12 34 56 C", "QQ123456C", "999 000 0000", "9990000000",
    "01632 960123", "+44 7700 900123", "07700 900", "(01632)", "12-34-56", "12345678", "4111 1111",
    "@", "a@b.example", "jo.bloggs@mail.example", "x.y@", "@@", "a@a@a@", "https://", "www.",
    "user.example.co.uk", "AB12 CDE", "AB12CDE", "12/05/1971", "5 May 1971", "May", "1971",
    "born on", "DOB:", "aged 41", "Mr X", "Mrs Bloggs", "Dr. Ó Dálaigh", "Ms", "called", "Zoë",
    "Łukasz", "Şahin", "’s", "‘Jo’", "“quoted”", "No. 4", "Flat 2/1", "14 Station Road",
    "Mill Lane", "Heol y Bont", "Ref: AB/12/345", "£1,200.50", "NHS", "nhs number", "reference",
    "section 117", "v", "bob v alice", "A-A-A-", "ſ", "K", "\u{212A}", "İ",
  ]
  /// Words and separators of prose.
  package static let prose = [
    "the", "of", "and", "for", "on", "upon", "The", "Council", "County", "School", "Hospital",
    "Saint", "Mary's", "Stoke-on-Trent", "Plan", "Care", "Home", "Act", "House", "Road", "Street",
    "said", "that", "complaint", "He", "I", "a", "Westbury", "Northern", "Trust", "Ltd", "plc",
    " ", " ", " ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\u{A0}", "\u{202F}", ",", ".", ";",
    ":", "'", "-", "–", "(", ")", "/", "_", "0", "1", "42", "1999", "é", "日本", "🙂", "\u{FEFF}",
  ]

  private let fragments: [[UInt8]]
  private var generator: SeededGenerator

  package init(
    seed: UInt64,
    fragments: [String] = FragmentText.identifiers + FragmentText.prose
      + FragmentText.prose
  ) {
    self.fragments = fragments.map { Array($0.utf8) }
    generator = SeededGenerator(seed: seed)
  }

  /// Valid UTF-8 of at least so many bytes.
  package mutating func text(bytes count: Int) -> [UInt8] {
    var text: [UInt8] = []
    while text.count < count {
      text += fragments.randomElement(using: &generator) ?? []
      // More often than not words stand apart.
      if generator.next() % 5 < 3 { text.append(0x20) }
    }
    return text
  }

  /// Disjoint ascending ranges of a text, most of them adjoining, none splitting a scalar.
  package mutating func blocks(of text: [UInt8], about size: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    while start < text.count {
      var end = min(text.count, start + 1 + Int(generator.next() % UInt64(2 * size)))
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      if generator.next() % 8 != 0 { blocks.append(start..<end) }
      start = end
    }
    return blocks
  }
}

/// Texts that make careless matching slow.
package enum AdversarialText {
  /// Each about `count` bytes long, by name.
  package static func all(bytes count: Int) -> [(name: String, text: [UInt8])] {
    let repeated = [
      ("addresses without end", "a@"), ("dotted", "a.a@a."), ("capital run", "Station "),
      ("capital run with keywords", "Mary Council "), ("letters joined", "A-"),
      ("cues", "called called "), ("titles", "Mrs Mrs "), ("digits", "07700 900123 "),
      ("one long number", "1"), ("one long word", "a"), ("one capital word", "A"),
      ("plates", "AB12 "), ("initials", "J. "), ("curly", "’s"), ("connectors", "of the and "),
      ("run of connectors", "Plan of the "), ("slashes", "A1/"), ("names", "Łukasz "),
      ("spaces", " "), ("line feeds", "\n"), ("underscores", "a_a_"), ("born", "born on 5 May "),
    ]
    return repeated.map { name, unit in
      let bytes = Array(unit.utf8)
      var text: [UInt8] = []
      text.reserveCapacity(count + bytes.count)
      while text.count < count { text += bytes }
      return (name, text)
    } + [("letters, then versus", letters(count))]
  }

  private static func letters(_ count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: count).indices.map { $0 % 2 == 0 ? 0x41 : 0x2D }
      + Array(" v bob".utf8)
  }
}
