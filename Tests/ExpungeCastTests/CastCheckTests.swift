import ExpungeCast
import ExpungeText
import Testing

@Suite("Checks of the cast list")
struct CastCheckTests {
  @Test(
    "correct texts are left alone",
    arguments: [
      "Mr and Mrs V complain. Mr V rang. Mrs V wrote. Mr and Mrs V objected.",
      "Mrs T says her husband fell. Mr T was ill. He died. She grieves. Mr T was kind.",
      "Miss X complains for her mother, Mrs X. Mrs X fell. Miss X rang. She was upset.",
      "Mrs K complains for her son, P. P was ill. He stayed at home. Mrs K taught him.",
      "Mr T has two sons. His son, D, cried. His other son, E, slept. D and E are well.",
      "Mrs X complains. She met the neighbour, Mr N. He shouted. Mr N denies it.",
      "Mr H complains. A licensing officer, Officer K, wrote. She did not consult Mr H.",
      "Mrs R complains for her daughter, S. If S gets a place, she may start. Mrs R agrees.",
      "Ms T complains about her dog. Her letters went unanswered. Ms T says she is tired.",
      "Miss C complains. I spoke to Miss C. I considered what she said. Miss C replied.",
    ])
  func silence(text: String) {
    #expect(CastBench.checks(text) == [])
  }

  @Test(
    "faults are found where they stand",
    arguments: [
      ("Mrs K complains. Mrs K rang. Mrs K wrote. Mrs L complains that nobody came.", "C01 Mrs L"),
      ("Mrs K complains. Her mother, Mrs K, fell.", "C03 Mrs K"),
      ("Mr T complains. A child, D, cried. He saw D\u{27}s brother, D.", "C03 D"),
      ("Mr T complains. Officer A and Officer A came.", "C03 Officer A"),
      (
        "Mrs K complains about her son, P. Mrs K rang. P was ill. A paediatrician, Dr P, came. P slept.",
        "C03 Dr P"
      ),
      (
        "Mrs K complains. Mrs K rang. Mrs K wrote. Mrs J was told no. Mrs J appealed. Mrs J lost.",
        "C04 Mrs J"
      ),
      ("Mrs K complains. Her husband, Mr B, fell. Her husband, Mr C, rang.", "C04 Mr C"),
      ("Mr J complains. Nothing he said suggests she was unable to appeal. Mr J rang.", "C05 she"),
      ("Mrs X complains about her daughter, Mr D. Mr D is ill.", "C05 Mr D"),
      ("P was late. P managed it. P\u{27}s mother rang.", "C07 P"),
      ("Mrs X complains about a man whom I shall call Mr B. Mrs X rang.", "C07 Mr B"),
      ("Mrs X complains. Mrs X met Mr J.S. in May.", "C09 Mr J.S."),
      ("Mrs X complains. Mrs X met Mr J. S. in May.", "C09 Mr J. S."),
      (
        "Summary: Mr K complains about a bin.\nMr J says it was late. Mr J rang. Mr J wrote.",
        "C11 Mr K"
      ),
      ("Mrs X \u{27}s bin was late. Mrs X complains.", "C13 Mrs X"),
    ])
  func faults(text: String, expected: String) {
    #expect(CastBench.checks(text).contains(expected), "\(CastBench.checks(text))")
  }

  @Test("a name that was left is compared with the pseudonyms")
  func names() {
    #expect(
      CastBench.checks("Mrs X complains. Mrs Pemberton rang. Mrs X wrote.", names: ["Pemberton"])
        == ["C10 Pemberton"])
    #expect(
      CastBench.checks(
        "Mrs X complains for her son, P. P fell. Her son, Liam, cried.", names: ["Liam"]
      ).contains("C10 Liam"))
    #expect(
      CastBench.checks(
        "Mrs X complains. The manager, Mrs Pemberton, rang. Mrs X wrote.", names: ["Pemberton"])
        == [])
    #expect(
      CastBench.checks("Mrs P complains. Mrs Pemberton rang.", names: ["Pemberton"])
        == ["C08 Mrs P", "C10 Pemberton"])
    #expect(
      CastBench.checks("Mrs X complains. Anna B rang Mrs X.", names: ["Anna"]).contains(
        "C09 Anna B"))
  }

  @Test("a profile says which checks there are")
  func style() {
    let text = "Mrs A complains. Mrs A rang. Mr J.S. came. Miss A wrote."
    var style = CastStyle(discouragedLetters: ["A"])
    #expect(
      CastBench.checks(text, style: style) == [
        "C13 Mrs A", "C09 Mr J.S.", "C02 Miss A", "C13 Miss A",
      ])
    style.checks = [.titleDrift]
    #expect(CastBench.checks(text, style: style) == ["C02 Miss A"])
    style.checks = []
    #expect(CastBench.checks(text, style: style) == [])
  }

  @Test("no suggestion uses a letter that somebody has")
  func suggestions() throws {
    let list = CastBench.list(
      "Mrs X complains. Mr T complains. He saw a child, Y. Y\u{27}s brother, Y, left.")
    let breach = try #require(
      list.breaches(style: CastStyle()).first { $0.check == .sharedPseudonym })
    #expect(breach.suggestion.contains("\u{201C}Z\u{201D}"))
  }

  @Test("a long text takes time in proportion", .timeLimit(.minutes(1)))
  func linear() {
    let paragraph =
      "Mrs X says her son, Y, was ill. He stayed at home. Officer 3 rang her. Mr Z came. She wept.\n"
    let list = CastBench.list(String(repeating: paragraph, count: 10_000))
    #expect(list.mentions.count == 40_000)
    #expect(!list.breaches(style: CastStyle()).isEmpty)
  }
}
