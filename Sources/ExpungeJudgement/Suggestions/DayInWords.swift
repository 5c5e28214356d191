import ExpungeText

/// A day of the calendar as a text writes it, and what a season or a month makes of it.
package struct DayInWords: Sendable, Equatable {
  /// 1 to 12.
  package var month: Int
  package var year: Int?

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]

  /// Reads "3 May 2024", "3rd of May", "Friday 3 May 2024", "03/05/2024", "2024-05-03"; nil for what has
  /// no day or no month.
  package init?(_ bytes: ArraySlice<UInt8>) {
    var month: Int?
    var year: Int?
    var numbers: [Int] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var end = index + 1
      if Ascii.isDigit(bytes[index]) {
        while end < bytes.endIndex, Ascii.isDigit(bytes[end]) { end += 1 }
        guard end - index <= 4 else { return nil }
        let number = bytes[index..<end].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
        if end - index == 4 { year = number } else { numbers.append(number) }
      } else if Ascii.isLetter(bytes[index]) {
        while end < bytes.endIndex, Ascii.isLetter(bytes[end]) { end += 1 }
        month = month ?? Self.month(named: bytes[index..<end])
      }
      index = end
    }
    if month == nil, numbers.count >= 2 {
      // Day before month, as Britain writes it; behind the year, month before day.
      let isYearFirst = bytes.prefix(4).allSatisfy(Ascii.isDigit)
      month = isYearFirst ? numbers[0] : numbers[1]
      if year == nil, numbers.count == 3 { year = 2000 + numbers[2] }
    } else if numbers.isEmpty {
      return nil
    }
    guard let month, (1...12).contains(month) else { return nil }
    self.month = month
    self.year = year
  }

  private static func month(named word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let small = word.map { $0 | 0x20 }
    return months.firstIndex { name in
      let letters = Array(name.lowercased().utf8)
      return letters.starts(with: small) || small.elementsEqual("sept".utf8) && letters[0] == 0x73
    }.map { $0 + 1 }
  }

  /// "May 2024"
  package var monthAndYear: String {
    Self.months[month - 1] + (year.map { " \($0)" } ?? "")
  }

  /// "spring 2024"; the winter, which two years share, as "early 2024" or "late 2024".
  package var season: String {
    switch (month, year) {
    case (3...5, _): "spring" + ending
    case (6...8, _): "summer" + ending
    case (9...11, _): "autumn" + ending
    case (12, let year?): "late \(year)"
    case (_, let year?): "early \(year)"
    default: "winter"
    }
  }

  private var ending: String { year.map { " \($0)" } ?? "" }
}
