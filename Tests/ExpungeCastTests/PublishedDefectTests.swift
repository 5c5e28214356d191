import ExpungeCast
import Testing

/// Faults of published decisions, rebuilt with invented people; each line names the class and the
/// words at the place.
@Suite("Faults of published decisions")
struct PublishedDefectTests {
  @Test("22 010 680: the complainant's letter for her mother, a resident")
  func swappedForMother() {
    let found = CastBench.checks(
      """
      Ms B complains about the care of her late mother, Mrs C.
      Mrs C moved to the Home in March. Mrs B stayed there until June. Mrs C was content.
      Ms B visited. Ms B was told of the fees. Ms B disputes them.
      """)
    #expect(found.contains { $0.hasSuffix(" Mrs B") })
  }

  @Test("24 013 763: the representative's letter for the tenant")
  func swappedForTenant() {
    let found = CastBench.checks(
      """
      Mr F complains on behalf of the tenant, Mr D. Mr D lost his belongings.
      Mr D asked for them. Mr D was told that they were gone. Mr K lost a bed.
      """)
    #expect(found.contains("C01 Mr K"))
    #expect(found.contains("C07 Mr K"))
  }

  @Test("23 001 522: Miss X becomes Miss Y, with Mr Y present")
  func collision() {
    let found = CastBench.checks(
      """
      Miss X complains that the Council told her former partner, Mr Y, where she lives.
      Miss X moved. Miss X was afraid of Mr Y. Miss Y had to move again. Mr Y found her.
      """)
    #expect(found.contains { $0.hasSuffix(" Miss Y") })
  }

  @Test(
    "18 010 273, 22 011 685, 22 004 370: a title drifts",
    arguments: [("Ms X", "Mrs X"), ("Ms X", "Miss X"), ("Mrs X", "Miss X"), ("Mr X", "Mrs X")])
  func drift(right: String, wrong: String) {
    let found = CastBench.checks(
      "\(right) complains about a bin. \(right) rang. \(wrong) rang again. \(right) gave up.")
    #expect(found == ["C02 \(wrong)"])
  }

  @Test("23 018 261: a man's possessive for a woman")
  func possessive() {
    let found = CastBench.checks("Mrs D complains about his council tax. Mrs D rang twice.")
    #expect(found == ["C05 his"])
  }

  @Test("202111438: neutral text, then a man's possessive")
  func neutral() {
    let found = CastBench.checks(
      """
      C complains about their child\u{27}s school. C says they wrote and their letters were lost.
      C said they felt that their concerns were ignored. C rang. The board lost his letter.
      """)
    #expect(found == ["C06 his"])
  }

  @Test("19 010 371: Mr Z from nowhere")
  func unintroduced() {
    let found = CastBench.checks(
      "Mrs X complains about noise. Mrs X rang. The Council wrote to Mr Z. Mrs X moved.")
    #expect(found.contains("C07 Mr Z"))
  }

  @Test("18 010 273: two children of different households under one letter")
  func overloaded() {
    let found = CastBench.checks(
      "Ms X complains about her son, A, and her neighbour. A cried. A\u{27}s sister, A, slept.")
    #expect(found.contains { $0.hasPrefix("C03 ") })
  }
}
