/// The large lexicons, as a table that lies in the binary and needs no unpacking.
///
/// Open addressing over slots of six characters, six bits each, from "0" on: twenty-four bits of the
/// word's hash and twelve that number its record; a slot of zeros is empty. Two thirds of the slots are
/// taken, so that another word is taken for a listed one in some cases in ten million, by calculation.
package struct NameLexicon: Sendable {
  static let slotWidth = 6
  /// Characters before the slots: the number of slots, then the number of records, six each.
  static let headWidth = 12
  static let recordWidth = 6

  private let table: StaticString
  private let slots: UInt64
  private let records: [WordRecord]

  /// Reads the head; the slots stay where they are. O(distinct records).
  ///
  /// - Precondition: `table` was made by `LexiconTable`.
  package init(_ table: StaticString) {
    self.table = table
    let text = table.utf8Start
    slots = NameLexicon.value(text, 0)
    let count = Int(NameLexicon.value(text, 6))
    records = (0..<count).map { index in
      WordRecord(
        bits: NameLexicon.value(text, NameLexicon.headWidth + index * NameLexicon.recordWidth))
    }
  }

  /// What is known of a word; an empty record for an unknown one. O(1).
  package func record(of key: WordKey) -> WordRecord {
    guard slots > 0 else { return WordRecord() }
    let mixed = key.mixed
    var slot = NameLexicon.home(mixed, slots: slots)
    let print = NameLexicon.fingerprint(mixed)
    let base = table.utf8Start + NameLexicon.headWidth + records.count * NameLexicon.recordWidth
    for _ in 0..<slots {
      let entry = NameLexicon.value(base, Int(slot) * NameLexicon.slotWidth)
      if entry == 0 { break }
      if entry >> 12 == print { return records[Int(entry & 0xFFF)] }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return WordRecord()
  }

  /// The slot a word's search begins at.
  @inline(__always)
  static func home(_ mixed: UInt64, slots: UInt64) -> UInt64 { (mixed >> 32 &* slots) >> 32 }

  /// Never 0, so that an entry is never taken for an empty slot.
  @inline(__always)
  static func fingerprint(_ mixed: UInt64) -> UInt64 { max(1, mixed & 0xFF_FFFF) }

  /// Thirty-six bits from six characters, the first lowest.
  @inline(__always)
  private static func value(_ text: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in 0..<6 {
      value |= UInt64(text[offset + place] &- 0x30) << UInt64(6 * place)
    }
    return value
  }
}
