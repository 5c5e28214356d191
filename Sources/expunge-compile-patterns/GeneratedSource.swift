import ExpungeDetection
import ExpungePacks

/// The Swift file that carries the table and the texts.
///
/// Raw literals of six bits a character: the compiler takes them whole and fast, they need no
/// escapes, `EmbeddedBytes` reads them in no time, and a file's bytes, from which its hash is made,
/// arrive unchanged.
enum GeneratedSource {
  static func text(
    library: PatternLibrary, files: [PatternSource], people: PeopleTables
  ) -> String {
    // The indices beside the table: a run unpacks the one that it uses.
    var table = library
    table.index = .none
    table.indexWithoutFacts = .none
    let entries = files.sorted { $0.path < $1.path }.map { file in
      "    (\"\(file.path)\", \(literal(file.bytes))),"
    }
    return """
      // Made by the build from Patterns/ and Reports/.
      enum CompiledPatterns {
        static let table: StaticString = \(literal(RuleTable.encode(table)))
        static let index: StaticString = \(literal(library.index.bytes))
        static let indexWithoutFacts: StaticString = \(literal(library.indexWithoutFacts.bytes))
        static let files: [(path: StaticString, contents: StaticString)] = [
      \(entries.joined(separator: "\n"))
        ]
        static let peopleLexicon: StaticString = #"\(String(decoding: people.lexicon, as: UTF8.self))"#
        static let peopleUsage: StaticString = #"\(String(decoding: people.usage, as: UTF8.self))"#
        static let peopleLetters: StaticString = #"\(String(decoding: people.letters, as: UTF8.self))"#
        static let peopleCues: StaticString = "\(people.cues)"
        static let peopleWeights: StaticString = #"\(String(decoding: people.weights, as: UTF8.self))"#
      }

      """
  }

  /// A literal: the number of bytes, then the bytes, in groups of six, each as eight characters from
  /// "0" on, the lowest six bits first.
  static func literal(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count / 6 * 8 + 16)
    func append(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 48, by: 6) {
        characters.append(UInt8(truncatingIfNeeded: value >> shift & 63) + UInt8(ascii: "0"))
      }
    }
    append(UInt64(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 6) {
      var value: UInt64 = 0
      for (place, byte) in bytes[start..<min(start + 6, bytes.count)].enumerated() {
        value |= UInt64(byte) << UInt64(8 * place)
      }
      append(value)
    }
    return "#\"" + String(decoding: characters, as: UTF8.self) + "\"#"
  }
}
