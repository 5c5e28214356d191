/// Common words that tell, by standing beside a word or near it, whether it is a name: "rang", "portal".
///
/// They and their order are data, `Patterns/People/cues.txt`; what each is worth is a weight.
package struct CueWords: Sendable {
  /// How many there can be; every kind of evidence about them has so many cases.
  package static let capacity = 768

  private static let slots = 2048
  private var keys = [UInt64](repeating: 0, count: slots)
  /// One above the number of the word whose key it is; 0 for an empty slot.
  private var numbers = [UInt16](repeating: 0, count: slots)

  /// - Parameter words: small letters from a to z, parted by single spaces; no more than `capacity`.
  package init(_ words: StaticString) {
    var key = WordKey()
    var count: UInt16 = 0
    words.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte == 0x20 {
          count += 1
          add(key, count)
          key = WordKey()
        } else {
          key.add(byte)
        }
      }
    }
    if words.utf8CodeUnitCount > 0 { add(key, count + 1) }
  }

  private mutating func add(_ key: WordKey, _ number: UInt16) {
    guard number <= CueWords.capacity else { return }
    var slot = Int(truncatingIfNeeded: key.mixed) & (CueWords.slots - 1)
    while numbers[slot] != 0 { slot = (slot + 1) & (CueWords.slots - 1) }
    keys[slot] = key.value
    numbers[slot] = number
  }

  /// One above the number of a word; 0 for a word that is none. O(1).
  func number(of key: WordKey) -> UInt16 {
    var slot = Int(truncatingIfNeeded: key.mixed) & (CueWords.slots - 1)
    while numbers[slot] != 0 {
      if keys[slot] == key.value { return numbers[slot] }
      slot = (slot + 1) & (CueWords.slots - 1)
    }
    return 0
  }
}
