import ExpungeCast
import ExpungeText
import TestSupport
import Testing

@Suite("Cast list")
struct CastListTests {
  private func entry(_ name: String, _ list: CastList) throws -> CastEntry {
    try #require(list.entries.first { $0.key.name == name }, "\(list.entries.map(\.key.name))")
  }

  @Test("titles, letters alone, roles and institutions, each with its mentions")
  func forms() throws {
    let list = CastBench.list(
      """
      Mrs X complains about her son, Y. Y\u{27}s school, School F, wrote to Social Worker B.
      Officer 2 rang Mr and Mrs V. She told Y that Dr. G agreed.
      """)
    #expect(
      Set(list.entries.map(\.key.name)) == [
        "Mrs X", "Y", "School F", "Social Worker B", "Officer 2", "Mr V", "Mrs V", "Dr G",
      ])
    #expect(try entry("Y", list).mentions.count == 3)
    #expect(try entry("Y", list).relation == .child)
    #expect(try entry("Y", list).gender == .man)
    #expect(try entry("Mrs X", list).isComplainant)
    #expect(list.mentions.filter(\.isCouple).count == 2)
  }

  @Test(
    "what looks like a letter and is nobody",
    arguments: [
      "Section F, Criterion C, Band A, Plan B and Vitamin D apply.",
      "See D v NSPCC [1978] AC 171 and R (G) v Westminster.",
      "Mr J Smith and J. R. Okafor wrote.", "A decision was made. I agree.",
      "a) one\nb) two\nA. The law", "An X-ray at B&Q, in AB1 2CD.", "Mr O\u{27}Dowd rang.",
    ])
  func nobody(text: String) {
    #expect(CastBench.list(text).entries.filter { $0.key.title != nil }.isEmpty)
    #expect(CastBench.list(text).entries.filter { $0.key.form == .bare }.isEmpty)
  }

  @Test("a letter alone is a person only once it is introduced, or used as one twice")
  func letters() throws {
    #expect(CastBench.list("The bands run from B to H. They cover B.").isEmpty)
    #expect(try entry("D", CastBench.list("He saw a child, D. Later D left.")).mentions.count == 2)
    #expect(
      try entry("R", CastBench.list("R, as I shall refer to her son, left.")).mentions.count == 1)
    #expect(
      try entry("E", CastBench.list("Her sons, D and E, left. E returned.")).mentions.count == 2)
    #expect(try entry("P", CastBench.list("P was late. P managed it.")).introductions.isEmpty)
    #expect(CastBench.list("P was late.").isEmpty)
  }

  @Test(
    "the ways in which somebody is introduced",
    arguments: [
      (
        "Mr B, whom I shall refer to as such. The owner, whom I shall call Mrs K, left.", "Mrs K",
        "named"
      ),
      ("Mrs X rang. Her mother, Mrs Y, left.", "Mrs Y", "relation"),
      ("Mrs X rang. Mrs Y is Mrs X\u{27}s mother.", "Mrs Y", "relation"),
      ("Mrs X rang. Mr M, her husband, left.", "Mr M", "relation"),
      ("Mrs X rang. Mr M, a solicitor, left.", "Mr M", "apposition"),
      ("Mrs X rang the owner (Ms B).", "Ms B", "apposition"),
      ("Mrs X rang a paediatrician, Ms B, twice.", "Ms B", "apposition"),
      ("Mr B and Ms C complain about noise.", "Ms C", "complainant"),
      ("Mr and Mrs V complain.", "Mrs V", "complainant"),
      ("Mrs X rang Social Worker A.", "Social Worker A", "role"),
      ("Mrs T says her husband fell. Mr T was ill. Mr T died.", "Mr T", "couple"),
    ])
  func introductions(text: String, name: String, manner: String) throws {
    let introductions = try entry(name, CastBench.list(text)).introductions
    #expect("\(try #require(introductions.first).manner)" == manner)
  }

  @Test("whose son somebody is")
  func relatives() throws {
    let list = CastBench.list(
      "Mr T complains. A child, D, cried. He saw D\u{27}s younger brother, E.")
    let brother = try #require(try entry("E", list).introductions.first)
    #expect(brother.relation == .sibling)
    #expect(list.entries[try #require(brother.relatedTo)].key.name == "D")
  }

  @Test("pronouns that can mean one person only tell whether it is a woman")
  func pronouns() throws {
    let list = CastBench.list(
      "Mr X complains. Officer 4 wrote that she was busy. Officer 4 said she was sorry.")
    #expect(try entry("Officer 4", list).gender == .woman)
  }

  @Test("any text is read without a trap, and its mentions lie inside it")
  func hostile() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "Mrs ", "X", "Y's ", ". ", "her son, ", "\n", "é", "—", "'", "(", ")", "and ", "Officer ",
      "2 ",
      "he ", "complains ", "Mr & Mrs ", "D", ", ", "child ", "\u{1F600}", "B-C ", "XX ", "v ",
      "a) ",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let list = CastBench.list(text)
      let count = text.utf8.count
      #expect(list.mentions.allSatisfy { $0.range.start < $0.range.end && $0.range.end <= count })
      #expect(
        list.breaches(style: CastStyle()).allSatisfy { $0.place.range.end <= count })
    }
  }
}
