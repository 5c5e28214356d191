/// What the lexicons know about a word: one lookup answers everything.
package struct WordRecord: Hashable, Sendable {
  package private(set) var bits: UInt64

  package init(bits: UInt64 = 0) { self.bits = bits }

  /// Bits of a record: the roles lowest.
  package static let width = WordRoles.names.count + 10

  private static let base = UInt64(WordRoles.names.count)

  /// How common a given name it is: 0 none, 3 most.
  package var given: Int {
    get { field(0, 3) }
    set { set(0, 3, newValue) }
  }

  /// How common a surname it is: 0 none, 3 most.
  package var surname: Int {
    get { field(2, 3) }
    set { set(2, 3, newValue) }
  }

  /// How common a word in small letters it is: 1 most, 5 least, 0 no word.
  package var word: Int {
    get { field(4, 7) }
    set { set(4, 7, newValue) }
  }

  /// A place: 0 none, 1 a large town of the world, 2 British, 3 a country.
  package var place: Int {
    get { field(7, 3) }
    set { set(7, 3, newValue) }
  }

  /// A word that is only ever written with a capital.
  package var isAlwaysCapitalised: Bool {
    get { field(9, 1) == 1 }
    set { set(9, 1, newValue ? 1 : 0) }
  }

  package var roles: WordRoles {
    get { WordRoles(rawValue: UInt32(truncatingIfNeeded: bits & (1 << WordRecord.base - 1))) }
    set { bits = bits & ~(1 << WordRecord.base - 1) | UInt64(newValue.rawValue) }
  }

  /// Whether any list of names has it.
  package var isName: Bool { given > 0 || surname > 0 }

  @inline(__always)
  private func field(_ shift: UInt64, _ mask: UInt64) -> Int {
    Int(bits >> (WordRecord.base + shift) & mask)
  }

  private mutating func set(_ shift: UInt64, _ mask: UInt64, _ value: Int) {
    let place = WordRecord.base + shift
    bits = bits & ~(mask << place) | (UInt64(value) & mask) << place
  }
}
