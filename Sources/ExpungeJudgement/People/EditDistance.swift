/// Tells whether a word is another one with typing errors.
///
/// Words are small letters of ASCII; an error is a letter added, lost or changed, or two neighbours that
/// change places.
package enum EditDistance {
  /// Whether two words are one error apart, or none, the first letter being right. O(length).
  static func isOne(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) < 2, a.first == b.first else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a[start...].reversed(), b[start...].reversed()).prefix { $0 == $1 }.count
    let restOfA = a[start..<(a.count - end)]
    let restOfB = b[start..<(b.count - end)]
    if restOfA.count < 2, restOfB.count < 2 { return true }
    return restOfA.count == 2 && restOfA.elementsEqual(restOfB.reversed())
  }

  /// Whether a word is a name that is known for certain, misspelt: one error in words of five letters or
  /// more, two in words of nine; the first letter is right, or everything else is. O(length²).
  package static func isClose(_ name: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    let length = min(name.count, word.count)
    guard length >= 4, max(name.count, word.count) >= 5 else { return false }
    let most = length >= 9 ? 2 : 1
    guard abs(name.count - word.count) <= most,
      name.first == word.first
        || name.count == word.count && name.dropFirst().elementsEqual(word.dropFirst())
    else { return false }
    return distance(name, word, atMost: most) <= most
  }

  /// Restricted Damerau and Levenshtein distance; any number above `most` where it is more.
  private static func distance(
    _ a: UnsafeBufferPointer<UInt8>, _ b: [UInt8], atMost most: Int
  ) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var cost = min(
          last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row.append(cost)
      }
      if let least = row.min(), least > most { return least }
      before = last
      last = row
    }
    return last[b.count]
  }
}
