import Resources
import Testing

@testable import ExpungePeople

@Suite("The table of words and names")
struct LexiconTableTests {
  @Test("A list with a word that is not folded is refused with its line")
  func refusesUnfolded() throws {
    var table = WordLists(empty: WordRecord())
    let problem = #expect(throws: WordListProblem.self) {
      try table.add("# head\n[1]\nanna José", from: "names.txt") { _, _ in true }
    }
    #expect(problem?.description.hasPrefix("names.txt:3:") == true)
  }

  @Test("An unknown section is refused")
  func refusesSection() throws {
    var table = WordLists(empty: WordRecord())
    #expect(throws: WordListProblem.self) {
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
      var table = WordLists(empty: WordRecord())
      try table.add("[1]\n" + words, from: "a") { _, record in
        record.given = 1
        return true
      }
      return NameLexicon.encoded(table)
    }
    #expect(try table("anna ben carla") == table("carla anna ben"))
  }

  @Test("Every field of a word's usage keeps its value beside the others")
  func usage() throws {
    let usage = try #require(WordUsage(head: "15 7 3 47 4 1"))
    #expect(usage.capital == 15 && usage.frequency == 7 && usage.shout == 3)
    #expect(usage.kind == 47 && usage.form == 4 && usage.isName)
    #expect(usage.bits >> UInt32(WordUsage.width) == 0)
  }

  @Test(
    "A head that is no usage is refused",
    arguments: ["", "1 2 3", "16 0 0 0 0 0", "0 0 0 0 0 2", "a b c d e f", "1 1 1 1 1 1 1"])
  func refusesUsage(head: String) {
    #expect(WordUsage(head: head) == nil)
  }

  @Test("English writes a first name with a capital, and a verb without")
  func usageOfWords() {
    let lexicon = UsageLexicon(Resources.peopleUsage)
    let name = lexicon.usage(of: WordKey(of: "jennifer".utf8))
    let verb = lexicon.usage(of: WordKey(of: "showed".utf8))
    #expect(name.capital > 10 && verb.capital < 6)
    #expect(verb.isVerb && verb.form == 3)
    #expect(lexicon.usage(of: WordKey(of: "qzxvkj".utf8)) == .unknown)
  }
}
