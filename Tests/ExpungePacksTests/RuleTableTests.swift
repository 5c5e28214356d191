import ExpungeDetection
import ExpungePacks
import ExpungeText
import Resources
import Testing

@Suite struct RuleTableTests {
  static func library() throws -> PatternLibrary {
    var library = try PatternTree(sources: Fixtures.sources).library
    library.index = EncodedIndex([1, 2, 3, 255])
    library.indexWithoutFacts = EncodedIndex([4, 5])
    return library
  }

  @Test func goesThereAndBack() throws {
    let library = try Self.library()
    #expect(try RuleTable.decode(RuleTable.encode(library)) == library)
  }

  @Test func everythingOfARuleGoesThereAndBack() throws {
    let rules = [
      Rule(
        identifier: "a/b", aliases: ["c/d", "e/f"], title: "Tïtle", rationale: "r", source: "s",
        pattern: "x\\x{0}", ignoresCase: true, crossesBlocks: true,
        validation: Rule.Validation(validator: .iban, pass: 3, weak: -2, fail: -90, rejects: true),
        role: .rule(
          Rule.Leak(
            classCode: "D01", label: .iban, severity: .info, confidence: 99, priority: 7,
            remedy: .removePart, suggestion: "write “the bank”", yieldsTo: ["x", "y"],
            context: [
              Rule.Context(side: .either, phrases: ["a", "(?i)b"], within: 9, weight: -5),
              Rule.Context(
                side: .after, phrases: ["z"], within: 1, weight: 0, needed: true, drops: false),
              Rule.Context(
                side: .before, phrases: ["z"], within: 1, weight: 0, needed: false, drops: true),
            ], propagates: true))),
      Rule(
        identifier: "g/h", title: "", pattern: "y",
        role: .guarding(
          Rule.Guard(
            kind: "k", claims: [.age, .person], lowersTo: .medium, lowersBy: 20,
            overlapSuffices: true))),
    ]
    let library = PatternLibrary(
      packs: [], rules: rules, foldings: .none, classes: [], profiles: [],
      law: [
        LegalReference(
          article: "a", title: "b", bears: "c", classes: ["D"], source: "d", checked: nil),
        LegalReference(
          article: "e", title: "f", bears: "g", classes: [], source: "h", checked: "2026-11-22"),
      ],
      publication: [
        .fact(.comments, one: "a", many: "b"), .properties(["c"], harmless: ["d", "e"]),
        .wording(["f"], kinds: [.header, .body], wholeBlocks: true), .offSiteLinks,
        .versions(["g"], one: "h", many: "i"),
      ].map { subject in
        PublicationCheck(
          identifier: "publication/x", title: "t", subject: subject, formats: [.word, .html],
          classCode: "X01", label: .fileLayer, severity: .high, confidence: 99,
          remedy: .removePart, reason: "r", suggestion: "i", source: "s")
      })
    #expect(try RuleTable.decode(RuleTable.encode(library)) == library)
  }

  @Test func isTheSameEachTime() throws {
    #expect(RuleTable.encode(try Self.library()) == RuleTable.encode(try Self.library()))
  }

  @Test func aTableCutShortAnywhereIsRefused() throws {
    let bytes = RuleTable.encode(try Self.library())
    for count in bytes.indices {
      #expect(throws: RuleTableError.self) { try RuleTable.decode(Array(bytes[..<count])) }
    }
    #expect(throws: RuleTableError.self) { try RuleTable.decode(bytes + [0]) }
  }

  /// Whatever one byte becomes: an error or another library, never a trap.
  @Test func aTableWithAWrongByteNeverTraps() throws {
    let bytes = RuleTable.encode(try Self.library())
    var refused = 0
    for index in bytes.indices {
      for value in [bytes[index] ^ 0x80, bytes[index] &+ 1, 0xFF] {
        var broken = bytes
        broken[index] = value
        do {
          _ = try RuleTable.decode(broken)
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused > bytes.count / 4)
  }

  @Test func anotherFormatIsRefused() throws {
    var bytes = RuleTable.encode(try Self.library())
    bytes[8] &+= 1
    #expect(throws: RuleTableError.otherVersion(8)) { try RuleTable.decode(bytes) }
    #expect(throws: RuleTableError.notATable) { try RuleTable.decode(Array("something else".utf8)) }
  }
}

@Suite struct EmbeddedLibraryTests {
  /// A report cites something beside each class of leak; a breach of a publisher's own rules has no law.
  @Test func everyClassOfLeakHasItsLaw() throws {
    let library = try RuleTable.decode(Resources.patternTable())
    for item in library.classes where !item.code.hasPrefix("G") {
      #expect(library.law.contains { $0.covers(item.code) }, "\(item.code)")
    }
    let groups = Set(library.classes.compactMap(\.code.first))
    for letter in library.law.flatMap(\.classes) where letter.count == 1 {
      #expect(groups.contains(Character(letter)), "\(letter)")
    }
  }

  @Test func isWhatThePatternsFolderSays() throws {
    let folder = try PatternFolder.sources(in: Project.path("Patterns"), printedAs: "Patterns")
    let embedded = try RuleTable.decode(Resources.patternTable())
    #expect(embedded == (try PatternTree(sources: folder).library))
    #expect(Project.embeddedPatterns == folder)
  }

  /// What a run uses.
  private static func library() throws -> PatternLibrary {
    var library = try RuleTable.decode(Resources.patternTable())
    library.index = EncodedIndex(Resources.patternIndex.bytes()[...])
    library.indexWithoutFacts = EncodedIndex(Resources.patternIndexWithoutFacts.bytes()[...])
    return library
  }

  @Test func theIndexIsThatOfTheRules() throws {
    let library = try Self.library()
    #expect(try RuleSet(library: library).rules == library.rules)
    var shorter = library
    shorter.rules.removeLast()
    #expect(throws: RuleSetError.self) { try RuleSet(library: shorter) }
    var damaged = library
    damaged.index = EncodedIndex(library.index.bytes.dropLast(library.index.count / 2))
    #expect(throws: RuleSetError.self) { try RuleSet(library: damaged) }
  }

  @Test func whatIsForInformationCanBeLeftOut() throws {
    let library = try Self.library()
    let speaking = library.withoutFacts()
    #expect(speaking.rules == library.rules.filter { !$0.isForInformation })
    #expect(speaking.rules.count < library.rules.count)
    #expect(try RuleSet(library: speaking).rules == speaking.rules)
  }

  @Test func compilingMakesTheSameTableEachTime() throws {
    let table = RuleTable.encode(try PatternCompiler.library(of: Fixtures.sources))
    let reversed = try PatternCompiler.library(of: Fixtures.sources.reversed())
    #expect(RuleTable.encode(reversed) == table)
    #expect(try RuleSet(library: RuleTable.decode(table)).rules.count == 2)
  }

  @Test func schemasAreEmbeddedAsTheyStand() throws {
    let path = "Reports/Schemas/audit-1.schema.json"
    let embedded = try #require(Resources.file(path))
    #expect(embedded == (try Project.bytes(of: path)))
    #expect(Resources.file("Reports/Schemas/none.json") == nil)
  }

  @Test func aRulePackComesBeforeAGuard() throws {
    let library = try RuleTable.decode(Resources.patternTable())
    let isRule = library.rules.map { rule in
      if case .rule = rule.role { true } else { false }
    }
    #expect(isRule == isRule.sorted { $0 && !$1 })
    #expect(isRule.contains(true) && isRule.contains(false))
  }
}
