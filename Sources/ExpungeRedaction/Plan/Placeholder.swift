import ExpungeDetection
import ExpungeText

/// What stands for one subject in a redacted copy: "[NAME 1]", in a file name "NAME-1".
package struct Placeholder: Hashable, Sendable {
  package let word: String
  package let number: Int

  package init(word: String, number: Int) {
    self.word = word
    self.number = number
  }

  package var text: String { "[\(word) \(number)]" }

  /// Letters, digits and hyphens only: neither a shell nor a web server reads them as anything else.
  package var fileNameText: String {
    "\(String(word.map { $0 == " " ? "-" : $0 }))-\(number)"
  }

  /// A placeholder that already stands in a text, and where.
  struct Place {
    let placeholder: Placeholder
    let range: ByteRange
  }

  /// Every placeholder in a text, ascending. O(n).
  static func places(in text: [UInt8]) -> [Place] {
    var found: [Place] = []
    var index = 0
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      if let place = place(at: open, in: text) {
        found.append(place)
        index = place.range.end
      }
    }
    return found
  }

  /// Every placeholder in a file's name, ascending.
  static func places(inFileName text: [UInt8]) -> [Place] {
    var found: [Place] = []
    var start = 0
    while start < text.count {
      let atPiece = start == 0 || !isLetterOrDigit(text[start - 1])
      if atPiece, let place = fileNamePlace(at: start, in: text) {
        found.append(place)
        start = place.range.end
      } else {
        start += 1
      }
    }
    return found
  }

  private static let words: [[UInt8]] = Set(Label.allCases.map(\.placeholder)).sorted()
    .map { Array($0.utf8) }

  private static let fileNameWords: [[UInt8]] = words.map { word in
    word.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }
  }

  private static func place(at open: Int, in text: [UInt8]) -> Place? {
    for word in words where text[(open + 1)...].starts(with: word) {
      let space = open + 1 + word.count
      guard space < text.count, text[space] == UInt8(ascii: " "),
        let (number, end) = number(at: space + 1, in: text),
        end < text.count, text[end] == UInt8(ascii: "]")
      else { continue }
      return Place(
        placeholder: Placeholder(word: String(decoding: word, as: UTF8.self), number: number),
        range: ByteRange(open, end + 1))
    }
    return nil
  }

  private static func fileNamePlace(at start: Int, in text: [UInt8]) -> Place? {
    for (word, written) in zip(words, fileNameWords) where text[start...].starts(with: written) {
      let hyphen = start + written.count
      guard hyphen < text.count, text[hyphen] == UInt8(ascii: "-"),
        let (number, end) = number(at: hyphen + 1, in: text),
        end == text.count || !isLetterOrDigit(text[end])
      else { continue }
      return Place(
        placeholder: Placeholder(word: String(decoding: word, as: UTF8.self), number: number),
        range: ByteRange(start, end))
    }
    return nil
  }

  /// A number of one to six digits that does not begin with 0.
  private static func number(at start: Int, in text: [UInt8]) -> (Int, Int)? {
    var end = start
    var value = 0
    while end < text.count, end - start < 6, case let digit = text[end], 0x30...0x39 ~= digit {
      value = value * 10 + Int(digit - 0x30)
      end += 1
    }
    return end > start && text[start] != 0x30 ? (value, end) : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
