import ExpungeDetection
import ExpungePacks
import Foundation
import Testing

@Suite struct CatalogueTests {
  @Test func listHasARowForEachRuleAndGuard() throws {
    let catalogue = try PatternCatalogue(embedded: Fixtures.sources)
    #expect(
      catalogue.list == """
        identifier          label      severity  confidence  kind            title
        numbers/membership  REFERENCE  critical  80          rule            Membership number
        statutes/section                                     guard: section  Section of an Act

        """)
  }

  @Test func showPrintsAllThatIsKnown() throws {
    let catalogue = try PatternCatalogue(embedded: Fixtures.sources)
    #expect(
      catalogue.show("numbers/member") == """
        identifier: numbers/membership
        aliases: [numbers/member]
        title: Membership number
        class: D08
        label: REFERENCE
        severity: critical
        confidence: 80
        priority: 50
        remedy: replace
        yields-to: [section]
        context:
          - {before: [member, member number], within: 30, weight: 15}
          - {before: [form], within: 10, drops: true}
        pattern: '\\bMB(?<value>{{DIGIT}}{4})(?!{{DIGIT}})'
        pattern-with-macros-replaced: '\\bMB(?<value>[0-9]{4})(?![0-9])'
        rationale: 'The letters stand for the body''s own series.'
        source: invented for a test
        finds:
          - 'a member, MB↓1234↑'
          - 'MB↓0001↑ and MB↓0002↑'
          - "one MB↓1234↑\\ntwo"
        leaves:
          - 'form MB1234'
          - 'MB123'
          - 'MB12345'
        defined-at: 'Patterns/Packs/numbers.yaml:9'

        """)
    #expect(catalogue.show("numbers/none") == nil)
  }

  @Test func lintNamesWhatNobodyCanCheck() throws {
    var sources = Fixtures.sources(
      changing: "statutes.yaml", "    source: invented for a test\n", to: "")
    #expect(
      try PatternCatalogue(embedded: sources).lint().map(\.description) == [
        "Patterns/Guards/statutes.yaml:6:11: warning: statutes/section vetoes without a source; "
          + "name one, or let it lower the severity only"
      ])
    sources = Fixtures.sources(changing: "numbers.yaml", "\"MB123\", ", to: "")
    #expect(
      try PatternCatalogue(embedded: sources).lint().map(\.description) == [
        "Patterns/Packs/numbers.yaml:9:11: warning: numbers/membership has 2 of at least 3 examples "
          + "under “leaves”"
      ])
    #expect(try PatternCatalogue(embedded: Fixtures.sources).lint().isEmpty)
  }

  @Test func lintLetsNothingVetoFromMemory() throws {
    let remembered = "    source: a list of shops; well known, not read again\n"
    var sources = Fixtures.sources(
      changing: "statutes.yaml", "    source: invented for a test\n", to: remembered)
    #expect(
      try PatternCatalogue(embedded: sources).lint().map(\.description) == [
        "Patterns/Guards/statutes.yaml:6:11: error: statutes/section rests on memory and vetoes; "
          + "add `lowers-by`, so that it only lowers the confidence of what is critical"
      ])
    sources = Fixtures.sources(
      changing: "statutes.yaml", "    source: invented for a test\n",
      to: "    lowers-by: 30\n" + remembered)
    #expect(try PatternCatalogue(embedded: sources).lint().isEmpty)
  }

  @Test func lintPointsIntoThePattern() throws {
    let sources = Fixtures.sources(
      changing: "numbers.yaml", "MB(?<value>{{DIGIT}}{4})", to: "MB(?<value>{{DIGIT}}{,4})")
    #expect(
      try PatternCatalogue(embedded: sources).lint().map(\.description).contains {
        $0.hasPrefix(
          "Patterns/Packs/numbers.yaml:16:37: error: numbers/membership: {,n} is plain text")
      })
  }

  @Test func exportWritesTheTreeAndReadsBack() throws {
    try Project.withTemporaryFolder { folder in
      try PatternExport.write(Fixtures.sources, to: "\(folder)/own/deep")
      let read = try PatternFolder.sources(in: "\(folder)/own/deep", printedAs: "Patterns")
      #expect(read.sorted { $0.path < $1.path } == Fixtures.sources.sorted { $0.path < $1.path })
      let catalogue = try PatternCatalogue(
        embedded: Fixtures.sources, folder: "\(folder)/own/deep")
      #expect(catalogue.rows.count == 2)
    }
  }

  @Test func exportOverwritesNothing() throws {
    try Project.withTemporaryFolder { folder in
      try PatternExport.write(Fixtures.sources, to: folder)
      let before = try PatternFolder.sources(in: folder)
      #expect(throws: PatternExport.Failure.self) {
        try PatternExport.write([Fixtures.source("Patterns/Packs/numbers.yaml", "x")], to: folder)
      }
      #expect(throws: PatternExport.Failure.self) {
        try PatternExport.write(Fixtures.sources, to: "\(folder)/Classes.yaml")
      }
      #expect(try PatternFolder.sources(in: folder) == before)
    }
  }
}
