import ExpungeDetection
import ExpungeText
import Resources
import Testing

/// The tables beside the packs, as the binary carries them.
@Suite struct EmbeddedTableTests {
  static let library = Result { try RuleTable.decode(Resources.patternTable()) }

  @Test(arguments: [
    ("Smith\u{2019}s", "Smith's"), ("\u{201C}Mrs\u{A0}X\u{201D}", "\"Mrs X\""),
    ("020\u{2011}7946", "020-7946"), ("2019\u{2013}20", "2019-20"), ("of\u{FB01}ce", "office"),
    ("\u{FF2E}\u{FF28}\u{FF33}", "NHS"), ("\u{1D400}\u{1D41B}\u{1D7D9}", "Ab1"),
    ("Thom\u{AD}pson", "Thompson"), ("a\u{200B}b\u{FEFF}", "ab"), ("\u{202E}x\u{202C}", "x"),
    ("Smith\u{B9}", "Smith"), ("\u{2116} 5", "No 5"), ("Łukasz Şahin é", "Łukasz Şahin é"),
    ("a\u{2014}b", "a\u{2014}b"), ("½", "½"),
  ])
  func readingsAreFolded(written: String, read: String) throws {
    let foldings = try Self.library.get().foldings
    let folded = written.unicodeScalars.reduce(into: [UInt8]()) { bytes, scalar in
      bytes += foldings.replacements[scalar.value] ?? Array(String(scalar).utf8)
    }
    #expect(String(decoding: folded, as: UTF8.self) == read)
  }

  @Test func foldingsGiveASCIIOnlyAndNeverTouchIt() throws {
    for (scalar, text) in try Self.library.get().foldings.replacements {
      #expect(scalar >= 0x80)
      #expect(text.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    }
  }

  @Test func everyClassOfTheTaxonomyIsListedOnce() throws {
    let codes = try Self.library.get().classes.map(\.code)
    let ranges = [
      ("D", 10), ("S", 5), ("Q", 11), ("P", 5), ("C", 13), ("X", 10), ("T", 4), ("G", 2),
    ]
    let wanted = ranges.flatMap { letter, count in
      (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
    }
    #expect(codes == wanted)
  }

  @Test func everyFileArrivesUnchanged() throws {
    let paths = Resources.paths
    #expect(paths.contains("Patterns/Classes.yaml"))
    #expect(Set(try paths.map { try Project.bytes(of: $0).count % 6 }).count > 3)
    for path in paths {
      #expect(Resources.file(path) == (try Project.bytes(of: path)), "\(path)")
    }
  }

  @Test func theProfilesAreThere() throws {
    let library = try Self.library.get()
    #expect(
      library.profiles.map(\.identifier) == [
        "family-court", "housing-ombudsman", "lgsco", "strict", "tribunal",
      ])
  }
}
