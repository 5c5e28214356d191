/// Tells whether an unlisted word is spelt like a name, by its letters in threes.
package struct LetterModel: Sendable {
  static let size = 27 * 27 * 27

  /// Eighths of a nat above 32, as characters from "0" on, for each three letters (0 none, 1 a).
  private let table: StaticString

  /// - Precondition: `table` has 27 × 27 × 27 characters.
  package init(_ table: StaticString) { self.table = table }

  /// How much likelier the word is a name than a word: eighths of a nat a letter. O(letters).
  func score(of folded: some Collection<UInt8>) -> Int {
    guard table.utf8CodeUnitCount >= LetterModel.size, !folded.isEmpty else { return 0 }
    var before = 0
    var last = 0
    var sum = 0
    func add(_ letter: Int) {
      sum += Int(table.utf8Start[(before * 27 + last) * 27 + letter]) - 48 - 32
      (before, last) = (last, letter)
    }
    for byte in folded { add(Int(byte &- 0x60) % 27) }
    add(0)
    return sum / (folded.count + 1)
  }
}
