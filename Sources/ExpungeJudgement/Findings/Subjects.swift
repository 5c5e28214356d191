import ExpungeDetection
import ExpungeText

/// Numbers what findings are about: one person or one address of a document is one subject.
struct Subjects {
  private var persons = Persons()
  private var numbers: [Key: Int] = [:]
  private var next = 1

  private enum Key: Hashable {
    case person(Int)
    case value(Label, String)
  }

  /// The subject of a finding, from 1; asked in printing order.
  mutating func subject(label: Label, range: ByteRange, in text: [UInt8]) -> Int {
    let key: Key
    if label == .person {
      key = .person(persons.person(for: Word.words(of: range, in: text)))
    } else {
      key = .value(label, Subjects.skeleton(of: text[range.start..<range.end]))
    }
    if let number = numbers[key] { return number }
    defer { next += 1 }
    numbers[key] = next
    return next
  }

  /// Letters and digits alone, small: what spellings of one value share.
  private static func skeleton(of bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      let kept = bytes.lazy.filter { Ascii.isLetter($0) || Ascii.isDigit($0) }
      // Digits have the bit that makes a letter small.
      return String(decoding: kept.map { $0 | 0x20 }, as: UTF8.self)
    }
    return String(
      String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars
        .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        .map(Character.init))
  }
}
