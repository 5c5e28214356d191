package import ExpungeHashing
package import ExpungePeople
import ExpungeText

/// Reads a case list: one person a line, or CSV with the name, or its parts, in columns.
///
/// Everything happens on the locked bytes: no string is made of a name.
package struct CaseListReader {
  private let lexicon: NameLexicon
  private var words: [CaseList.Word] = []
  private var remarks: [CaseList.Remark] = []
  private var initials: UInt32 = 0
  private var names = 0
  private var used = 0

  /// Reads the list.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, or an encoding of one byte a letter, which is then taken for Latin 1.
  ///   - lexicon: tells which names are words of the language, too.
  /// - Throws: `LockedMemoryError` when no memory can be locked.
  package static func read(
    _ bytes: LockedBytes, lexicon: NameLexicon
  ) throws(LockedMemoryError) -> CaseList {
    var reader = CaseListReader(lexicon: lexicon)
    // No folding makes more than two letters of a byte.
    let letters = try LockedBytes(capacity: 2 * bytes.count + 2) { target in
      bytes.withBytes { reader.read($0, into: target) }
      return reader.used
    }
    return CaseList(
      letters: letters, words: reader.words, count: reader.names, initials: reader.initials,
      remarks: reader.remarks)
  }

  private init(lexicon: NameLexicon) { self.lexicon = lexicon }

  private mutating func read(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) {
    guard !source.starts(with: [0xFF, 0xFE]), !source.starts(with: [0xFE, 0xFF]),
      !source.contains(0)
    else {
      remark(0, "The list is UTF-16 or no text: save it as UTF-8. Nothing was read.")
      return
    }
    if !Self.isUTF8(source) {
      remark(0, "The list is not UTF-8: save it as UTF-8, so that letters with accents compare.")
    }
    let rows = CaseListRows(source: source)
    var columns: Set<Int>?
    var empty = 0
    rows.forEachRow { row, number in
      if !row.contains(where: { Word.opens(source[$0]) }) {
        empty += 1
      } else if number == 1, let found = rows.nameColumns(ofHeader: row) {
        columns = found
      } else {
        let cells = rows.cells(of: row).enumerated()
          .filter { columns?.contains($0.offset) ?? true }.map(\.element)
        read(cells, ofRow: number, source, into: target)
      }
    }
    if empty == 1 { remark(0, "An empty row was passed over.") }
    if empty > 1 { remark(0, "\(empty) empty rows were passed over.") }
  }

  private mutating func remark(_ row: Int, _ words: String) {
    remarks.append(CaseList.Remark(row: row, words: words))
  }

  /// One row is one person.
  private mutating func read(
    _ cells: [Range<Int>], ofRow number: Int, _ source: UnsafeBufferPointer<UInt8>,
    into target: UnsafeMutableBufferPointer<UInt8>
  ) {
    let before = (words: words.count, remarks: remarks.count)
    for cell in cells {
      // A date, a reference or an address of mail is no name.
      guard !cell.contains(where: { Ascii.isDigit(source[$0]) || source[$0] == 0x40 }) else {
        remark(number, "A cell with digits or an @ is no name and was passed over.")
        continue
      }
      var index = cell.lowerBound
      while index < cell.upperBound {
        guard Word.opens(source[index]) else {
          index += 1
          continue
        }
        let end = Self.end(ofWordAt: index, before: cell.upperBound, in: source)
        readWord(source, index..<end, number, into: target)
        index = end
      }
    }
    if words.count > before.words {
      names += 1
    } else if remarks.count == before.remarks {
      remark(number, "The row holds no name that can be hunted and was passed over.")
    }
  }

  /// Takes one word of a name, unless it is none: a title, a linking word, a single letter.
  private mutating func readWord(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ row: Int,
    into target: UnsafeMutableBufferPointer<UInt8>
  ) {
    let start = used
    FoldedWord.forEachLetter(of: range, in: source) { letter in
      guard used < target.count else { return }
      target[used] = letter
      used += 1
    }
    let letters = UnsafeBufferPointer(rebasing: target[start..<used])
    let record = lexicon.record(of: WordKey(of: letters))
    func passOver(_ words: String? = nil) {
      used = start
      if let words { remark(row, words) }
    }
    guard let first = letters.first else {
      return passOver("A name in another script than Latin is not hunted.")
    }
    let isSmall = Ascii.isLower(source[range.lowerBound])
    if record.roles.contains(.title) || Self.particles.contains(where: letters.elementsEqual) {
      return passOver()
    }
    if isSmall, record.word > 0, !record.isName {
      return passOver("A word in small letters is no name and was passed over.")
    }
    if first &- 0x61 < 26 { initials |= 1 << UInt32(first - 0x61) }
    guard letters.count > 1 else {
      return passOver("A name of one letter is not hunted; it counts as an initial.")
    }
    let isOrdinary = record.word > 0 && record.word <= 4 || record.place > 1
    if isOrdinary {
      remark(
        row,
        "A name is also a word or a place: it is hunted with a capital inside a sentence, after a "
          + "title, and beside another name of the list.")
    }
    words.append(CaseList.Word(range: start..<used, name: names, isOrdinary: isOrdinary))
  }

  private static let particles = FoundNames.particles.map { Array($0.utf8) }

  // MARK: Bytes

  private static func end(
    ofWordAt start: Int, before limit: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    while end < limit {
      if Word.isLetter(source[end]) || source[end] == Ascii.apostrophe || source[end] == 0x60 {
        end += 1
      } else if end + 2 < limit, source[end] == 0xE2, source[end + 1] == 0x80,
        source[end + 2] == 0x98 || source[end + 2] == 0x99
      {
        // A curly apostrophe, which folding drops.
        end += 3
      } else {
        break
      }
    }
    return end
  }

  private static func isUTF8(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var decoder = UTF8()
    var iterator = source.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
