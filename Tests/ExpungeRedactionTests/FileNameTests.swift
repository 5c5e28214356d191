import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Testing

@Suite struct FileNameTests {
  @Test(
    arguments: [
      ("Thornaby_S_final.txt", "Thornaby", "NAME-1_final.txt"),
      ("draft-thornaby.md", "thornaby", "draft-NAME-1.md"),
      ("Thornaby's letter.txt", "Thornaby", "NAME-1 letter.txt"),
      ("S.Thornaby v2.txt", "Thornaby", "NAME-1 v2.txt"),
      ("MrsThornaby.html", "Thornaby", "NAME-1.html"),
      ("case.thornaby", "thornaby", "case.NAME-1.txt"),
      ("Thornaby.c", "Thornaby", "NAME-1.c"),
      ("Thornaby", "Thornaby", "NAME-1"),
      ("v1.2/Thornaby", "Thornaby", "v1.2/NAME-1"), ("thornaby/a.txt", "thornaby", "NAME-1/a.txt"),
    ])
  func theWholePieceGoes(name: String, leak: String, expected: String) throws {
    let parts = [Fixture.part("text"), Fixture.fileName(name)]
    let plan = try #require(RedactionPlan(for: Fixture.audit(parts, [Planted(leak, part: 1)])))
    #expect(plan.fileName.map { String(decoding: $0, as: UTF8.self) } == expected)
    #expect(plan.edits.isEmpty)
  }

  @Test func numbersAreThoseOfTheText() throws {
    let parts = [
      Fixture.part("Ashdown and Thornaby, QQ123456C"),
      Fixture.fileName("Thornaby v Ashdown QQ123456C.txt"),
    ]
    let plan = try #require(
      RedactionPlan(
        for: Fixture.audit(
          parts,
          [
            Planted("Ashdown", subject: 1), Planted("Thornaby", subject: 2),
            Planted("QQ123456C", .niNumber, subject: 2),
            Planted("Ashdown", subject: 1, part: 1), Planted("Thornaby", subject: 2, part: 1),
            Planted("QQ123456C", .niNumber, subject: 2, part: 1),
          ])))
    #expect(
      plan.fileName.map { String(decoding: $0, as: UTF8.self) } == "NAME-2 v NAME-1 NI-NUMBER-1.txt"
    )
  }

  @Test func aCleanNameIsNotTouched() throws {
    let parts = [Fixture.part("Ashdown"), Fixture.fileName("25-019-474.txt")]
    let plan = try #require(RedactionPlan(for: Fixture.audit(parts, [Planted("Ashdown")])))
    #expect(plan.fileName == nil)
  }

  @Test func namesNeverCollide() {
    var names = OutputNames()
    #expect(names.claim("NAME-1.txt") == "NAME-1.txt")
    #expect(names.claim("NAME-1.txt") == "NAME-1_2.txt")
    #expect(names.claim("a/NAME-1.txt") == "a/NAME-1.txt")
    #expect(names.claim("a/NAME-1.txt") == "a/NAME-1_2.txt")
    #expect(names.claim(".hidden") == ".hidden")
    #expect(names.claim(".hidden") == ".hidden_2")
  }

  @Test func caseAloneDoesNotTellNamesApart() {
    var names = OutputNames()
    let claimed = ["A.txt", "a.TXT", "a.txt"].map { names.claim($0) }
    #expect(claimed == ["A.txt", "a_2.TXT", "a_3.txt"])
  }

  @Test func longNamesAreShortenedAtACharacter() {
    var names = OutputNames()
    let long = String(repeating: "é", count: 126) + ".txt"
    let claimed = [names.claim(long), names.claim(long)]
    #expect(Set(claimed).count == 2)
    #expect(claimed.allSatisfy { $0.utf8.count <= 255 && $0.hasSuffix(".txt") })
  }
}
