import ExpungePeople
import ExpungeText
import Resources
import Testing

/// The finder with the words and weights that the binary carries.
@Suite("Names found by evidence")
struct PeopleFinderTests {
  private static let knowledge = PeopleKnowledge(
    lexicon: NameLexicon(Resources.peopleLexicon),
    usages: UsageLexicon(Resources.peopleUsage),
    letters: LetterModel(Resources.peopleLetters),
    cues: CueWords(Resources.peopleCues),
    weights: Weights(Resources.peopleWeights))
  private static let finder = PeopleFinder(knowledge)

  private func names(_ text: String, isFileName: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    return Self.finder.mentions(
      in: bytes, blocks: [ByteRange(0, bytes.count)], isFileName: isFileName, atLeast: 0
    ).map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
  }

  @Test(
    "A name is found whole, without title and possessive",
    arguments: [
      ("She said that Oluwaseun Adebayo's mother had rung.", "Oluwaseun Adebayo"),
      ("The notes say Mrs Kowalczyk was out.", "Kowalczyk"),
      ("Hi Siobhan, please call me back.", "Siobhan"),
      ("Her daughter, Aisha, was asleep.", "Aisha"),
      ("The keyworker told Rhiannon that the visit was off.", "Rhiannon"),
      ("Mrs X's neighbour, Mr O'Donoghue, objected.", "O'Donoghue"),
      ("He rang J. R. Okafor about the bill.", "J. R. Okafor"),
    ])
  func finds(text: String, name: String) {
    #expect(names(text).contains(name))
  }

  @Test(
    "What is anonymised, official or ordinary is no name",
    arguments: [
      "Mrs X complained that the Council delayed. Mr Y agreed with Ms B.",
      "The Care Act 2014 says the Council must assess a carer's needs.",
      "In May 2024 the Council wrote to Mrs X. She replied in June.",
      "The Tribunal heard the appeal on Monday. Officers attended.",
      "She was referred to the Memory Clinic in the same week.",
      "THE COUNCIL'S RESPONSE\nThe Council accepts fault.",
    ])
  func leaves(text: String) {
    #expect(names(text).isEmpty)
  }

  @Test("Offsets are bytes of the text, whatever letters it has")
  func offsets() {
    #expect(names("Wówczas Łucja Wiśniewska przyszła.").contains { $0.contains("Wiśniewska") })
  }

  @Test("Evidence is told in words, the heaviest first")
  func evidence() throws {
    let bytes = Array("The notes say Mrs Kowalczyk was out.".utf8)
    let mention = try #require(
      Self.finder.mentions(
        in: bytes, blocks: [ByteRange(0, bytes.count)], isFileName: false, atLeast: 0
      ).first)
    #expect(mention.confidence > 90)
    let weights = mention.evidence.map { abs($0.weight) }
    #expect(weights == weights.sorted(by: >))
    let titled = try #require(mention.evidence.first { $0.kind == .titled })
    #expect(titled.weight > 0)
    #expect(titled.kind.words(isFor: true) == "A title stands before it.")
  }

  @Test("A text is searched in stretches that give the same offsets")
  func stretches() {
    let sentence = "The notes say Mrs Kowalczyk was out. "
    let text = Array(String(repeating: sentence, count: 400).utf8)
    let blocks = stride(from: 0, to: text.count, by: sentence.utf8.count).map {
      ByteRange($0, $0 + sentence.utf8.count - 1)
    }
    let mentions = PeopleFinder(Self.knowledge, stretch: 1000).mentions(
      in: text, blocks: blocks, isFileName: false, atLeast: 200)
    #expect(mentions.count == 400)
    #expect(mentions.last?.range.start == 399 * sentence.utf8.count + 18)
  }
}
