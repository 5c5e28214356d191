/// How general English uses a hundred thousand words, in a table that lies in the binary.
///
/// With twenty-nine bits of the hash another word is taken for a listed one in some cases in a thousand
/// million, by calculation.
package struct UsageLexicon: Sendable {
  private static let layout = WordTable.Layout(
    characters: 8, numberBits: UInt64(WordUsage.width))
  private static let headWidth = 6

  private let table: WordTable

  /// - Precondition: `text` was made by `encoded(_:)`.
  package init(_ text: StaticString) {
    let slots = WordTable.value(text.utf8Start, 0, characters: UsageLexicon.headWidth)
    table = WordTable(
      text, from: UsageLexicon.headWidth, slots: slots, layout: UsageLexicon.layout)
  }

  /// O(1).
  func usage(of key: WordKey) -> WordUsage {
    table.number(of: key).map { WordUsage(bits: UInt32(truncatingIfNeeded: $0)) } ?? .unknown
  }

  /// The characters of the table. Deterministic for the same words.
  package static func encoded(_ lists: WordLists<WordUsage?>) -> [UInt8] {
    WordTable.characters(
      of: UInt64(WordTable.slots(for: lists.records.count)), count: headWidth)
      + WordTable.encoded(
        lists.records.compactMapValues { $0.map { UInt64($0.bits) } }, layout: layout)
  }
}
