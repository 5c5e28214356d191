import ExpungeDetection
import ExpungePacks
import ExpungeText
import Testing

@Suite struct PatternTreeTests {
  @Test func aRuleIsReadWhole() throws {
    let tree = try PatternTree(sources: Fixtures.sources)
    let entry = try #require(tree.rule(named: "numbers/membership"))
    #expect(
      entry.rule
        == Rule(
          identifier: "numbers/membership", aliases: ["numbers/member"], title: "Membership number",
          rationale: "The letters stand for the body's own series.",
          source: "invented for a test", pattern: "\\bMB(?<value>[0-9]{4})(?![0-9])",
          role: .rule(
            Rule.Leak(
              classCode: "D08", label: .reference, severity: .critical, confidence: 80,
              yieldsTo: ["section"],
              context: [
                Rule.Context(
                  side: .before, phrases: ["member", "member number"], within: 30, weight: 15),
                Rule.Context(side: .before, phrases: ["form"], within: 10, weight: 0, drops: true),
              ]))))
    #expect(entry.finds[1].text == Array("MB0001 and MB0002".utf8))
    #expect(entry.finds[1].marked == [ByteRange(2, 6), ByteRange(13, 17)])
    #expect(entry.finds[2].hasBlocks)
    #expect(entry.finds[2].blocks == [ByteRange(0, 10), ByteRange(11, 14)])
    #expect(tree.rule(named: "numbers/member")?.rule == entry.rule)
  }

  @Test func aGuardIsReadWhole() throws {
    let tree = try PatternTree(sources: Fixtures.sources)
    let entry = try #require(tree.rule(named: "statutes/section"))
    #expect(entry.rule.ignoresCase)
    #expect(entry.rule.role == .guarding(Rule.Guard(kind: "section", claims: [.reference])))
  }

  @Test func tablesAndProfilesAreRead() throws {
    let library = try PatternTree(sources: Fixtures.sources).library
    #expect(library.foldings.replacements.count == 12 + 2 + 10)
    #expect(library.foldings.replacements[0x2003] == [0x20])
    #expect(library.foldings.replacements[0xFEFF] == [])
    #expect(library.foldings.replacements[0xFF17] == Array("7".utf8))
    #expect(library.foldings.replacements[0x41] == nil)
    #expect(
      library.classes.last
        == TaxonomyClass(code: "Q11", title: "Combination", severity: .high, coverage: .notYet))
    let profile = try #require(library.profile(named: "strict"))
    #expect(profile.floor(for: .reference) == 60)
    #expect(profile.floor(for: .person) == 40)
    #expect(profile.severity(rule: "numbers/member", classCode: "Q02", label: .age) == .low)
    #expect(profile.severity(rule: "x/y", classCode: "Q02", label: .age) == .high)
    #expect(profile.severity(rule: "x/y", classCode: "Q02", label: .person) == nil)
    #expect(profile.failOn == .medium)
    #expect(profile.houseStyle == ["person": "Mr X"])
  }

  @Test func packsNameTheirSource() throws {
    let library = try PatternTree(sources: Fixtures.sources).library
    #expect(library.packs.map(\.identifier) == ["numbers", "statutes"])
    #expect(library.packs.map(\.version) == ["1.0.0", "1.2.0"])
    #expect(library.packs.allSatisfy { $0.sha256.count == 64 })
    let changed = try PatternTree(
      sources: Fixtures.sources(changing: "numbers.yaml", "series.", to: "series;")
    ).library
    #expect(changed.packs[0].sha256 != library.packs[0].sha256)
    #expect(changed.packs[1].sha256 == library.packs[1].sha256)
  }

  @Test(arguments: [
    ("numbers.yaml", "series.", "series;"), ("Foldings.yaml", "U+200B", "U+200C"),
    ("Classes.yaml", "Combination", "Combinations"), ("strict.yaml", "default: 40", "default: 41"),
    ("numbers.yaml", "DIGIT: '[0-9]'", "DIGIT: '[1-9]'"),
  ])
  func theHashOfAllChangesWithAnything(file: String, old: String, new: String) throws {
    let library = try PatternTree(sources: Fixtures.sources).library
    let changed = try PatternTree(
      sources: Fixtures.sources(changing: file, old, to: new)
    ).library
    #expect(library.sha256.count == 64)
    #expect(library.sha256 != changed.sha256)
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    #expect(
      try PatternTree(sources: Fixtures.sources.reversed()).library
        == PatternTree(sources: Fixtures.sources).library)
  }

  // MARK: A second folder

  @Test func aPackOfTheSameNameReplaces() throws {
    let own = Fixtures.rules.replacing("name: membership", with: "name: card")
    let tree = try PatternTree(
      sources: Fixtures.sources.filter { !$0.path.contains("Profiles") },
      overlay: [Fixtures.source("own/numbers.yaml", own)])
    #expect(tree.rules.map(\.rule.identifier) == ["numbers/card", "statutes/section"])
  }

  @Test func anotherPackIsAddedWithMacrosOfItsFolder() throws {
    let own = Fixtures.rules.replacing("pack: numbers", with: "pack: cards")
      .replacing("numbers/member", with: "cards/member")
      .replacing("MB(?<value>{{DIGIT}}{4})", with: "MB(?<value>{{OWN}}{4})")
    let tree = try PatternTree(
      sources: Fixtures.sources,
      overlay: [
        Fixtures.source("own/cards.yaml", own),
        Fixtures.source("own/Macros.yaml", "macros: {OWN: '[0-9]'}"),
      ])
    #expect(
      tree.rules.map(\.rule.identifier)
        == ["cards/membership", "numbers/membership", "statutes/section"])
    #expect(tree.rules[0].rule.pattern == tree.rules[1].rule.pattern)
  }

  @Test func whatIsWrongInTheSecondFolderIsReportedThere() throws {
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(
        sources: Fixtures.sources,
        overlay: [
          Fixtures.source(
            "own/statutes.yaml", Fixtures.guards.replacing("kind: section", with: "kind: act"))
        ])
    }
    #expect(
      problems.problems.map(\.description).contains {
        $0.hasPrefix(
          "Patterns/Packs/numbers.yaml:5:13: error: no guard is of the kind “section”; use one of act"
        )
      })
  }

  @Test func aFolderThatIsNotThereIsRefused() {
    let missing = Project.path("Patterns/None")
    #expect {
      try PatternFolder.sources(in: missing)
    } throws: { error in
      "\(error)" == "\(missing): error: there is no such folder; give the path of one"
    }
    #expect(throws: PackProblems.self) {
      try PatternFolder.sources(in: Project.path("README.md"))
    }
    #expect(throws: PackProblems.self) { try PatternFolder.sources(in: Project.path("Plugins")) }
  }
}

extension String {
  func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let start = rest.indices.first(where: { rest[$0...].hasPrefix(part) }) {
      result += rest[..<start] + other
      rest = rest[start...].dropFirst(part.count)
    }
    return result + rest
  }
}
