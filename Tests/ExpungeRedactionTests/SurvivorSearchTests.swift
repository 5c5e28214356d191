import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Testing

@Suite struct SurvivorSearchTests {
  static let ordinary: Set<String> = ["will", "grace", "may", "all", "has", "an", "kent"]

  private func report(
    _ text: String, removed: [(String, Label)], explained: [ExplainedPlace] = []
  ) -> SurvivorReport {
    let values = removed.enumerated().map {
      RemovedValue(
        label: $0.element.1, placeholder: Placeholder(word: "NAME", number: $0.offset + 1),
        edit: $0.offset + 1, text: Array($0.element.0.utf8))
    }
    let search = SurvivorSearch(for: values, foldings: .none, ordinaryWords: Self.ordinary)
    return search.search(
      Document(format: .plainText, parts: [Fixture.part(text)]), explained: [explained])
  }

  @Test(
    arguments: [
      "THORNABY", "thornaby", "Thornaby's", "Thornaby’s", "the Thornabys", "Mrs Thornabys",
      "Thorn-aby", "Thorn-\naby", "Thor naby", "Thor\nnaby", "T h o r n a b y", "T.h.o.r.n.a.b.y",
      "Thor\u{AD}naby", "Thor\u{200B}naby", "Ｔｈｏｒｎａｂｙ", "Thórnaby", "Tho\u{301}rnaby",
      "SarahThornaby", "sarahthornaby99", "sthornaby@example.org", "SThornaby", "thornaby_s",
      "Thornaby1985",
      "**Thor**naby", "Thornaby-Smith", "xThornaby", "Sarah", "(sarah)", "thornabys",
    ])
  func aNameIsFoundInEveryForm(text: String) {
    let found = report("before \(text) after", removed: [("Sarah Thornaby", .person)])
    let isWord = !["thornabys"].contains(text)
    #expect(found.survivorCount >= 1 || !isWord)
    #expect(isWord || found.survivorCount == 0)
  }

  @Test(
    arguments: [
      ("Li", "Mr Li came", 1), ("Li", "I live in li and LI", 0), ("S Thornaby", "S and s", 0),
      ("Łukasz Şahin", "LUKASZ", 1), ("Łukasz Şahin", "sahin", 1), ("Łukasz", "łukasz", 1),
      ("Straßer", "STRASSER", 1), ("Müller", "Muller", 1), ("O'Brien", "OBrien", 1),
      ("O'Brien", "O’BRIEN", 1), ("Smith-Ashdown", "Ashdown", 1),
      ("Smith-Ashdown", "SmithAshdown", 1),
      ("Иванов", "ИВАНОВ", 1), ("Иванов", "Ивановка", 0), ("Ludwig van Thorn", "a van came", 0),
      ("Hasan", "he has an idea", 0), ("Mayall", "They may all go. May all go?", 0),
      ("Thornaby", "Thornabyshire", 0), ("Robert", "Robertson", 0),
      ("a.*+?(b)[c]", "ab", 0), ("Thornaby", "of Thorn, Aby said", 0),
    ])
  func wordsOfANameAreJudgedOneByOne(name: String, text: String, expected: Int) {
    #expect(report(text, removed: [(name, .person)]).survivorCount == expected)
  }

  @Test func anOrdinaryWordSurvivesOnlyAsAName() {
    let found = report(
      "We will pay. THE COUNCIL WILL PAY. On 6 May and 1st May, in May 2026, they may go with grace.",
      removed: [("Will Thornaby", .person), ("May Grace", .person)])
    #expect(found.survivorCount == 0)
    #expect(found.kept["ordinary word, not written as a name"] == 4)
    #expect(found.kept["month of a date"] == 3)
    let named = report(
      "So Will came, and Grace.", removed: [("Will", .person), ("Grace", .person)])
    #expect(named.survivorCount == 2)
  }

  @Test func whatIsNoOrdinaryWordSurvivesInLowerCase() {
    #expect(report("we thornaby pay", removed: [("Thornaby", .person)]).survivorCount == 1)
  }

  @Test func anExplainedPlaceIsKeptAndCounted() {
    let text = "Kent County Council wrote to Kent."
    let guarded = ExplainedPlace(range: ByteRange(0, 19), reason: "guards/council")
    let found = report(text, removed: [("Kent", .person)], explained: [guarded])
    #expect(found.survivors.map(\.place) == [.part(Location(part: 0, range: ByteRange(29, 33)))])
    #expect(found.kept == ["guards/council": 1])
  }

  @Test func anExplanationHoldsOnlyWhatLiesWhollyInside() {
    let half = ExplainedPlace(range: ByteRange(0, 4), reason: "guards/council")
    #expect(
      report("Thornaby", removed: [("Thornaby", .person)], explained: [half]).survivorCount == 1)
    let outside = ExplainedPlace(range: ByteRange(0, 999), reason: "guards/council")
    #expect(
      report("Thornaby", removed: [("Thornaby", .person)], explained: [outside]).survivorCount == 1)
  }

  @Test func aFindingOfAnotherKindExplainsAndOneOfTheSameKindDoesNot() {
    func place(_ label: Label) -> ExplainedPlace {
      ExplainedPlace(range: ByteRange(0, 8), reason: "outside-scope", label: label)
    }
    let removed: [(String, Label)] = [("Thornaby", .person)]
    #expect(report("Thornaby", removed: removed, explained: [place(.place)]).survivorCount == 0)
    #expect(report("Thornaby", removed: removed, explained: [place(.person)]).survivorCount == 1)
    #expect(
      report("Thornaby", removed: removed, explained: [place(.person), place(.place)])
        .survivorCount == 0)
  }

  @Test(
    arguments: [
      ("943 476 5919", Label.nhsNumber, "x 943-476-5919 y", 1),
      ("943 476 5919", .nhsNumber, "x 9434765919 y", 1),
      ("943 476 5919", .nhsNumber, "9 4 3.4 7 6 5\n9 1 9", 1),
      ("943 476 5919", .nhsNumber, "943 476 5918", 0),
      ("07700 900123", .phone, "+44 (0)7700 900 123", 1),
      ("+44 7700 900123", .phone, "07700900123", 1),
      ("LS1 4ZZ", .postcode, "ls14zz", 1), ("LS1 4ZZ", .postcode, "LS1\u{A0}4ZZ", 1),
      ("LS1 4ZZ", .postcode, "walls 14zz", 0),
      ("QQ 12 34 56 C", .niNumber, "qq123456c", 1),
      ("s.thornaby@example.org", .email, "S.THORNABY @ EXAMPLE.ORG", 1),
      ("20-00-00", .bankAccount, "20 00 00", 1), ("20-00-00", .bankAccount, "200000", 1),
      ("20-00-00", .bankAccount, "£2,000.00 and 1200000", 0),
      ("10.0.0.1", .ipAddress, "10.0.0.1", 1), ("10.0.0.1", .ipAddress, "10001", 0),
      ("12 Mill Lane, Ripon, HG4 1ZZ", .address, "12 MILL LANE", 1),
      ("12 Mill Lane, Ripon, HG4 1ZZ", .address, "12, Mill  Lane\nRipon HG4 1ZZ", 1),
      ("47", .age, "section 47", 0), ("Ripon", .place, "in RIPON", 1),
    ])
  func identifiersAreFoundAcrossSeparators(
    value: String, label: Label, text: String, expected: Int
  ) {
    #expect(report(text, removed: [(value, label)]).survivorCount == expected)
  }

  @Test func valuesThatSayNothingAloneAreCountedAsSuch() {
    let values = [("47", Label.age), ("S", .person), ("Thornaby", .person), ("thornaby", .person)]
      .map {
        RemovedValue(
          label: $0.1, placeholder: Placeholder(word: "NAME", number: 1), edit: 1,
          text: Array($0.0.utf8))
      }
    let search = SurvivorSearch(for: values, foldings: .none, ordinaryWords: [])
    #expect(search.notHuntedCount == 2)
    #expect(search.huntedCount == 2)
  }

  @Test func initialAndSurnameMayMakeAnotherName() {
    #expect(report("James and james.", removed: [("Jo Ames", .person)]).survivorCount == 1)
    #expect(report("James came.", removed: [("Jo Ames", .person)]).survivorCount == 0)
  }

  @Test func findingsThatStayExplain() {
    let body = Fixture.part("Ripon, Selby, Goole, Thirsk")
    let audit = Fixture.audit(
      [body],
      [
        Planted("Ripon", .place, blocking: false), Planted("Selby", .person, blocking: false),
        Planted("Goole", .person, blocking: false, status: .suppressed),
        Planted("Thirsk", .place, blocking: true),
      ])
    let explained = ExplainedPlace.places(of: audit)
    #expect(explained.map(\.count) == [3])
    let found = report(
      "Ripon, Selby, Goole, Thirsk",
      removed: ["Ripon", "Selby", "Goole", "Thirsk"].map { ($0, .person) },
      explained: explained[0])
    #expect(found.survivors.map(\.placeholder.number) == [2, 4])
    #expect(found.kept == ["outside-scope": 1, "suppressed": 1])
  }

  @Test func ourOwnPlaceholdersAreNoSurvivors() {
    let found = report(
      "[NAME 1] and [DATE 2], the name", removed: [("Name", .person), ("Date", .person)])
    #expect(found.survivors.map(\.place) == [.part(Location(part: 0, range: ByteRange(27, 31)))])
  }

  @Test func theFileNameIsSearched() {
    let value = RemovedValue(
      label: .person, placeholder: Placeholder(word: "NAME", number: 1), edit: nil,
      text: Array("Thornaby".utf8))
    let search = SurvivorSearch(for: [value], foldings: .none, ordinaryWords: [])
    #expect(search.search(fileName: Array("draft_THORNABY_2.txt".utf8)).survivorCount == 1)
    #expect(search.search(fileName: Array("draft_NAME-1_2.txt".utf8)).survivorCount == 0)
  }

  @Test func everyPartIsSearchedAndNamed() {
    let value = RemovedValue(
      label: .person, placeholder: Placeholder(word: "NAME", number: 7), edit: 3,
      text: Array("Thornaby".utf8))
    let search = SurvivorSearch(for: [value], foldings: .none, ordinaryWords: [])
    let copy = Document(
      format: .html,
      parts: [
        Fixture.part("clean"), Fixture.part("by Thornaby", name: "comment 1", kind: .comment),
      ])
    let found = search.search(copy, explained: [])
    #expect(found.survivors.map(\.place) == [.part(Location(part: 1, range: ByteRange(3, 11)))])
    #expect(found.survivors.map(\.edit) == [3])
    #expect(found.survivors.map(\.placeholder.number) == [7])
  }

  @Test func aThousandValuesAreFoundInOnePass() {
    var random = SeededNames(seed: 5)
    let names = (0..<1_000).map { _ in random.name() }
    let text = names.joined(separator: " said to ")
    let found = report(text, removed: names.map { ($0, .person) })
    #expect(found.survivorCount == names.count)
    #expect(report("nothing of it", removed: names.map { ($0, .person) }).survivorCount == 0)
  }
}
