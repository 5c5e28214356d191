import TestSupport

/// Invented names that are no words: consonants and vowels in turn, always the same for a seed.
struct SeededNames {
  private static let consonants = Array("bcdfghjklmnpqrstvwxz")
  private static let vowels = Array("aeiou")
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func name() -> String {
    var name = ""
    for _ in 0..<Int.random(in: 3...4, using: &generator) {
      name.append(Self.consonants.randomElement(using: &generator) ?? "b")
      name.append(Self.vowels.randomElement(using: &generator) ?? "a")
    }
    return name.prefix(1).uppercased() + name.dropFirst() + "q"
  }
}
