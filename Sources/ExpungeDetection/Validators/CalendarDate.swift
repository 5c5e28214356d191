/// A date as people write it: "3 March 1987", "March 3, 1987", "3rd of March '87", "03/03/87",
/// "1987-03-03", "March 1987", "3 March".
///
/// Day before month, as in British use; month first only where it cannot be otherwise. Two-digit years up to 29 are of this century; there is no
/// clock in this.
struct CalendarDate: Equatable {
  var day: Int?
  var month: Int
  var year: Int?

  /// Nil where it is no date of the calendar.
  init?(_ value: Span<UInt8>) {
    var numbers = Numbers()
    var month: Int?
    var index = 0
    while index < value.count {
      let byte = value[index]
      if (0x30...0x39).contains(byte) {
        let start = index
        var number = 0
        while index < value.count, (0x30...0x39).contains(value[index]), index - start < 5 {
          number = number * 10 + Int(value[index] - 0x30)
          index += 1
        }
        guard numbers.append(number, length: index - start) else { return nil }
      } else if Self.isLetter(byte) {
        let start = index
        while index < value.count, Self.isLetter(value[index]) { index += 1 }
        month = month ?? Self.month(value, start..<index)
      } else {
        index += 1
      }
    }
    guard let date = month.map({ Self.worded($0, numbers) }) ?? Self.numeric(numbers) else {
      return nil
    }
    self = date
  }

  private init(day: Int?, month: Int, year: Int?) {
    self.day = day
    self.month = month
    self.year = year
  }

  /// At most three numbers and how many digits each had.
  private struct Numbers {
    private var values = InlineArray<3, (number: Int, length: Int)>(repeating: (0, 0))
    private(set) var count = 0

    mutating func append(_ number: Int, length: Int) -> Bool {
      guard count < 3 else { return false }
      values[count] = (number, length)
      count += 1
      return true
    }

    subscript(index: Int) -> (number: Int, length: Int) { values[index] }
  }

  private static func worded(_ month: Int, _ numbers: Numbers) -> CalendarDate? {
    switch numbers.count {
    case 1:
      let (number, length) = numbers[0]
      if length == 4 { return CalendarDate(day: nil, month: month, year: number) }
      guard isReal(day: number, month: month, year: 2000) else { return nil }
      return CalendarDate(day: number, month: month, year: nil)
    case 2: return whole(day: numbers[0].number, month: month, numbers[1])
    default: return nil
    }
  }

  private static func numeric(_ numbers: Numbers) -> CalendarDate? {
    guard numbers.count == 3 else { return nil }
    if numbers[0].length == 4 {
      return whole(day: numbers[2].number, month: numbers[1].number, numbers[0])
    }
    // The American order, where the second number can be no month.
    let isMonthFirst = numbers[1].number > 12 && numbers[2].length == 4
    return isMonthFirst
      ? whole(day: numbers[1].number, month: numbers[0].number, numbers[2])
      : whole(day: numbers[0].number, month: numbers[1].number, numbers[2])
  }

  private static func whole(
    day: Int, month: Int, _ year: (number: Int, length: Int)
  ) -> CalendarDate? {
    let year = year.length == 4 ? year.number : century(year.number) + year.number
    guard isReal(day: day, month: month, year: year) else { return nil }
    return CalendarDate(day: day, month: month, year: year)
  }

  private static func century(_ shortYear: Int) -> Int { shortYear < 30 ? 2000 : 1900 }

  /// Whether the calendar has that day.
  static func isReal(day: Int, month: Int, year: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return day <= length
  }

  /// Whether the calendar has that day in either century that two digits may mean.
  static func isReal(day: Int, month: Int, shortYear: Int) -> Bool {
    isReal(day: day, month: month, year: 1900 + shortYear)
      || isReal(day: day, month: month, year: 2000 + shortYear)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The month that a word of three letters or more begins: "Mar", "Sept", "Febuary".
  private static func month(_ value: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count >= 3 else { return nil }
    let months: StaticString = "janfebmaraprmayjunjulaugsepoctnovdec"
    return months.withUTF8Buffer { months in
      (0..<12).first { month in
        (0..<3).allSatisfy { value[range.lowerBound + $0] | 0x20 == months[month * 3 + $0] }
      }.map { $0 + 1 }
    }
  }

  // MARK: Grades

  /// Passes for a whole date, is weak for one without day or year, fails where the calendar has none.
  static func grade(_ value: Span<UInt8>) -> Grade {
    guard let date = CalendarDate(value) else { return .fail }
    return date.day != nil && date.year != nil ? .pass : .weak
  }

  /// Passes for a whole date on which somebody alive or lately dead may have been born.
  ///
  /// Weak from 2022 on, where a date is more often that of a letter, and for a date in parts.
  static func birthGrade(_ value: Span<UInt8>) -> Grade {
    guard let date = CalendarDate(value) else { return .fail }
    guard date.day != nil, let year = date.year else { return .weak }
    return switch year {
    case 1890..<2022: .pass
    case 2022...2035: .weak
    default: .fail
    }
  }
}
