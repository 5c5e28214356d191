import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import TestSupport
import Testing

@Suite("Who is who")
struct PersonsTests {
  private static let name = Rule(
    identifier: "people/name", title: "Name",
    pattern: #"\bMrs (?<value>[A-Z][a-z]{0,20}+(?: [A-Z][a-z]{0,20}+)?)"#,
    role: .rule(.init(classCode: "D01", label: .person, severity: .critical, confidence: 90)))

  private func subjects(_ mentions: [[String]]) throws -> [Int] {
    let text = mentions.map { "Mrs \($0.joined(separator: " ")) rang." }.joined(separator: "\n")
    var bench = Bench()
    bench.rules = [Self.name]
    bench.propagates = false
    let findings = try bench.judge(TestDocument.plain(text)).findings
    return findings.sorted { ($0.location?.range.start ?? 0) < ($1.location?.range.start ?? 0) }
      .map(\.subject)
  }

  /// The same in the words of the rule: the first person whom a mention fits.
  private func plainly(_ mentions: [[String]]) -> [Int] {
    var persons: [(forenames: Set<String>, surnames: Set<String>)] = []
    return mentions.map { mention in
      let words = mention.map { $0.lowercased() }
      let last = words[words.count - 1]
      let given = words.count > 1 ? words[0] : nil
      let found = persons.firstIndex { person in
        guard let given else {
          return person.surnames.contains(last) || person.forenames.contains(last)
            || person.surnames.contains { last == $0 + "s" || last == $0 + "es" }
        }
        if person.surnames.contains(last) {
          return person.forenames.isEmpty
            || person.forenames.contains {
              $0 == given || $0.count == 1 && given.hasPrefix($0)
                || given.count == 1 && $0.hasPrefix(given)
            }
        }
        return person.forenames.isEmpty && person.surnames == [given]
      }
      let index = found ?? persons.count
      if found == nil { persons.append(([], [])) }
      persons[index].surnames.formUnion(given == nil && found != nil ? [] : [last])
      if let given { persons[index].forenames.insert(given) }
      return index + 1
    }
  }

  @Test("as the rule says, whatever the order of the mentions")
  func property() throws {
    let names = ["Jane", "John", "J", "Joan", "Ann", "A", "Doe", "Does", "Vex", "Vexes", "Roe"]
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let mentions = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in
          names[Int.random(in: 0..<names.count, using: &generator)]
        }
      }
      #expect(try subjects(mentions) == plainly(mentions), "\(mentions)")
    }
  }
}
