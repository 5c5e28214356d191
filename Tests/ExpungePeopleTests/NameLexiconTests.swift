import ExpungePeople
import Testing

@Suite("The table of words and names")
struct LexiconTableTests {
  @Test("A list with a word that is not folded is refused with its line")
  func refusesUnfolded() throws {
    var table = LexiconTable()
    let problem = #expect(throws: LexiconTable.Problem.self) {
      try table.add("# head\n[1]\nanna José", from: "names.txt") { _, _ in true }
    }
    #expect(problem?.description.hasPrefix("names.txt:3:") == true)
  }

  @Test("An unknown section is refused")
  func refusesSection() throws {
    var table = LexiconTable()
    #expect(throws: LexiconTable.Problem.self) {
      try table.add("[9]\nanna", from: "names.txt") { head, _ in head == "1" }
    }
  }

  @Test("Every field of a record keeps its value beside the others")
  func fields() {
    var record = WordRecord()
    record.given = 3
    record.surname = 2
    record.word = 5
    record.place = 1
    record.isAlwaysCapitalised = true
    record.roles = [.title, .abbreviation, .thing]
    #expect(record.given == 3 && record.surname == 2 && record.word == 5 && record.place == 1)
    #expect(record.isAlwaysCapitalised && record.roles == [.title, .abbreviation, .thing])
    #expect(record.bits >> UInt64(WordRecord.width) == 0)
  }

  @Test("The same words give the same table")
  func deterministic() throws {
    func table(_ words: String) throws -> [UInt8] {
      var table = LexiconTable()
      try table.add("[1]\n" + words, from: "a") { _, record in
        record.given = 1
        return true
      }
      return table.encoded()
    }
    #expect(try table("anna ben carla") == table("carla anna ben"))
  }
}
