/// A number for each of many words, as characters that lie in the binary and need no unpacking.
///
/// Open addressing over slots of a few characters, six bits each, from "0" on: the upper bits of a slot
/// are bits of the word's hash, the lower ones its number. A slot of zeros is empty. Two thirds of the
/// slots are taken.
struct WordTable: Sendable {
  /// How wide a slot is, and how much of it is the number.
  struct Layout: Sendable {
    let characters: Int
    let numberBits: UInt64

    /// Never 0, so that an entry is never taken for an empty slot.
    @inline(__always)
    fileprivate func fingerprint(_ mixed: UInt64) -> UInt64 {
      max(1, mixed & (1 << (UInt64(6 * characters) - numberBits) - 1))
    }
  }

  private let text: StaticString
  private let start: Int
  private let slots: UInt64
  private let layout: Layout

  /// - Parameter start: the character the slots begin at.
  init(_ text: StaticString, from start: Int, slots: UInt64, layout: Layout) {
    self.text = text
    self.start = start
    self.slots = slots
    self.layout = layout
  }

  /// The number of a word; nil for an unknown one. O(1).
  func number(of key: WordKey) -> UInt64? {
    guard slots > 0 else { return nil }
    let mixed = key.mixed
    var slot = WordTable.home(mixed, slots: slots)
    let print = layout.fingerprint(mixed)
    let base = text.utf8Start + start
    for _ in 0..<slots {
      let entry = WordTable.value(
        base, Int(slot) * layout.characters, characters: layout.characters)
      if entry == 0 { break }
      if entry >> layout.numberBits == print { return entry & (1 << layout.numberBits - 1) }
      slot = slot + 1 == slots ? 0 : slot + 1
    }
    return nil
  }

  /// The bits of some characters, the first lowest.
  @inline(__always)
  static func value(
    _ text: UnsafePointer<UInt8>, _ offset: Int, characters: Int
  ) -> UInt64 {
    var value: UInt64 = 0
    for place in 0..<characters {
      value |= UInt64(text[offset + place] &- 0x30) << UInt64(6 * place)
    }
    return value
  }

  /// The slot a word's search begins at.
  @inline(__always)
  private static func home(_ mixed: UInt64, slots: UInt64) -> UInt64 {
    (mixed >> 32 &* slots) >> 32
  }

  // MARK: Writing

  /// The characters of a number. O(characters).
  static func characters(of value: UInt64, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(6 * $0) & 63) + 0x30 }
  }

  /// How many slots so many words take.
  static func slots(for words: Int) -> Int { words * 3 / 2 + 1 }

  /// The characters of all slots. Deterministic for the same words.
  static func encoded(_ numbers: [String: UInt64], layout: Layout) -> [UInt8] {
    let slots = WordTable.slots(for: numbers.count)
    var table = [UInt64](repeating: 0, count: slots)
    for (word, number) in numbers.sorted(by: { $0.key < $1.key }) {
      precondition(number >> layout.numberBits == 0, "a slot has room for the number")
      let mixed = WordKey(of: word.utf8).mixed
      var slot = Int(home(mixed, slots: UInt64(slots)))
      while table[slot] != 0 { slot = slot + 1 == slots ? 0 : slot + 1 }
      table[slot] = layout.fingerprint(mixed) << layout.numberBits | number
    }
    var characters: [UInt8] = []
    characters.reserveCapacity(slots * layout.characters)
    for entry in table {
      characters += WordTable.characters(of: entry, count: layout.characters)
    }
    return characters
  }
}
