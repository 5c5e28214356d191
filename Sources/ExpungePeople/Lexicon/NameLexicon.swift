/// The large lexicons of names, words and places, in a table that lies in the binary.
///
/// Twelve bits of a slot number the word's record; with twenty-four bits of the hash another word is
/// taken for a listed one in some cases in ten million, by calculation.
package struct NameLexicon: Sendable {
  private static let layout = WordTable.Layout(characters: 6, numberBits: 12)
  /// Characters of a number in the head, and of a record behind it.
  private static let headWidth = 6

  private let table: WordTable
  private let records: [WordRecord]

  /// Reads the head and the records; the slots stay where they are. O(distinct records).
  ///
  /// - Precondition: `text` was made by `encoded(_:)`.
  package init(_ text: StaticString) {
    func value(_ place: Int) -> UInt64 {
      WordTable.value(
        text.utf8Start, place * NameLexicon.headWidth, characters: NameLexicon.headWidth)
    }
    let count = Int(value(1))
    records = (0..<count).map { WordRecord(bits: value(2 + $0)) }
    table = WordTable(
      text, from: (2 + count) * NameLexicon.headWidth, slots: value(0), layout: NameLexicon.layout)
  }

  /// What is known of a word; an empty record for an unknown one. O(1).
  package func record(of key: WordKey) -> WordRecord {
    table.number(of: key).map { records[Int($0)] } ?? WordRecord()
  }

  /// The characters of the table. Deterministic for the same words.
  package static func encoded(_ lists: WordLists<WordRecord>) -> [UInt8] {
    let kinds = Set(lists.records.values).sorted { $0.bits < $1.bits }
    precondition(kinds.count <= 1 << layout.numberBits, "twelve bits number the records")
    precondition(WordRecord.width <= 6 * headWidth, "six characters hold a record")
    let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, UInt64($0)) })
    let slots = WordTable.slots(for: lists.records.count)
    let head = [UInt64(slots), UInt64(kinds.count)] + kinds.map(\.bits)
    return head.flatMap { WordTable.characters(of: $0, count: headWidth) }
      + WordTable.encoded(lists.records.compactMapValues { numbers[$0] }, layout: layout)
  }
}
