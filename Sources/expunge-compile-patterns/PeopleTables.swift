import ExpungePeople
import Foundation

/// What the search for people's names needs in the binary: words, spelling, weights.
struct PeopleTables {
  /// A file that cannot be read; one sentence.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  let lexicon: [UInt8]
  let usage: [UInt8]
  let letters: [UInt8]
  let cues: String
  let weights: [UInt8]

  /// Reads `Patterns/Lexicons` and `Patterns/People` of a project.
  ///
  /// - Throws: when a file is missing or a line of it is wrong; the error names both.
  init(root: String) throws {
    func text(_ path: String) throws -> String {
      do {
        return try String(contentsOfFile: "\(root)/Patterns/\(path)", encoding: .utf8)
      } catch {
        throw Problem(
          description:
            "Patterns/\(path): error: the file is missing or no UTF-8; restore it, or build it as Patterns/Lexicons/build.py says"
        )
      }
    }
    var lists = WordLists(empty: WordRecord())
    func add(_ name: String, _ setting: (String, inout WordRecord) -> Bool) throws {
      try lists.add(
        try text("Lexicons/\(name).txt"), from: "Patterns/Lexicons/\(name).txt", setting)
    }
    func level(_ head: String, upTo limit: Int) -> Int? {
      Int(head).flatMap { 1...limit ~= $0 ? $0 : nil }
    }
    try add("words") { head, record in
      guard let level = level(head, upTo: 7) else { return false }
      if level == 7 { record.isAlwaysCapitalised = true } else { record.word = level }
      return true
    }
    try add("given-names") { head, record in
      record.given = level(head, upTo: 3) ?? 0
      return record.given > 0
    }
    try add("surnames") { head, record in
      record.surname = level(head, upTo: 3) ?? 0
      return record.surname > 0
    }
    try add("places") { head, record in
      record.place = level(head, upTo: 3) ?? 0
      return record.place > 0
    }
    try add("roles") { head, record in
      guard let bit = WordRoles.names.firstIndex(of: head) else { return false }
      record.roles.insert(WordRoles(rawValue: 1 << UInt32(bit)))
      return true
    }
    lexicon = NameLexicon.encoded(lists)
    var usages = WordLists(empty: WordUsage?.none)
    try usages.add(try text("Lexicons/usage.txt"), from: "Patterns/Lexicons/usage.txt") {
      head, usage in
      usage = WordUsage(head: head)
      return usage != nil
    }
    usage = UsageLexicon.encoded(usages)
    letters = try text("Lexicons/letters.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap(\.utf8)
    weights = try Weights(
      reading: try text("People/weights.txt"), from: "Patterns/People/weights.txt"
    ).encoded
    let words = try text("People/cues.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
    guard words.count <= CueWords.capacity,
      words.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x61 < 26 } })
    else {
      throw Problem(
        description:
          "Patterns/People/cues.txt: error: write at most \(CueWords.capacity) words, one a line, in small letters from a to z"
      )
    }
    cues = words.joined(separator: " ")
  }
}
