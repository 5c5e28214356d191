import ExpungeText

/// The rows of a case list and their cells: lines, or CSV with commas, semicolons or tabs.
///
/// Everything is looked at where it lies; no copy is made of a cell.
struct CaseListRows {
  let source: UnsafeBufferPointer<UInt8>

  /// Calls `body` with each line's bytes and number, from 1; lines end at LF, CRLF or CR.
  func forEachRow(_ body: (Range<Int>, _ number: Int) -> Void) {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      number += 1
      body(start..<end, number)
      start = end + 1
      if end < source.count, source[end] == 0x0D, start < source.count, source[start] == 0x0A {
        start += 1
      }
    }
  }

  /// The cells of a row; a separator between double quotes separates nothing.
  func cells(of row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var isQuoted = false
    var start = row.lowerBound
    for index in row {
      switch source[index] {
      case 0x22: isQuoted.toggle()
      case 0x2C, 0x3B, 0x09:
        guard !isQuoted else { continue }
        cells.append(start..<index)
        start = index + 1
      default: continue
      }
    }
    cells.append(start..<row.upperBound)
    return cells
  }

  /// The positions of the cells that hold names, where a row is one of column titles; otherwise nil.
  func nameColumns(ofHeader row: Range<Int>) -> Set<Int>? {
    let columns = cells(of: row).enumerated().filter { isTitle($0.element) }.map(\.offset)
    return columns.isEmpty ? nil : Set(columns)
  }

  /// Titles of columns that hold a name or a part of one: letters alone, in small ones.
  private static let titles = [
    "name", "names", "surname", "surnames", "forename", "forenames", "firstname", "firstnames",
    "lastname", "fullname", "givenname", "givennames", "familyname", "middlename", "middlenames",
    "person", "knownas", "alias", "aliases", "nickname", "maidenname", "formername", "formernames",
    "preferredname", "othername", "othernames",
  ].map { Array($0.utf8) }

  private func isTitle(_ cell: Range<Int>) -> Bool {
    guard cell.count <= 40, !cell.contains(where: { source[$0] >= 0x80 }) else { return false }
    return Self.titles.contains { title in
      title.elementsEqual(cell.lazy.map { source[$0] }.filter(Ascii.isLetter).map { $0 | 0x20 })
    }
  }
}
