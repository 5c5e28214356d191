/// The ways to write one date, so that a removed date of birth does not survive in another.
///
/// Day before month, as in Britain; "3 March 1985", "3rd of March 1985", "March 3, 1985",
/// "03/03/1985", "3.3.85", "1985-03-03". What stands between the pieces does not count.
enum DateForms {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let ordinals = ["st", "nd", "rd", "th", "of", "the"]

  private struct Date {
    var day: Int
    var month: Int
    var years: [String]
  }

  /// Every form of the date that a value is; none when it is no full date.
  static func all(of units: ArraySlice<SkeletonUnit>) -> [String] {
    guard let date = read(pieces(of: units)) else { return [] }
    let days = Set(["\(date.day)", padded(date.day)]).sorted()
    let numbers = Set(["\(date.month)", padded(date.month)]).sorted()
    let name = months[date.month - 1]
    let names = Set([name, String(name.prefix(3)), date.month == 9 ? "sept" : name]).sorted()
    var forms: [String] = []
    for year in date.years {
      for day in days {
        for name in names {
          for written in [day] + ["st", "nd", "rd", "th"].map({ day + $0 }) {
            forms += ["\(written) \(name) \(year)", "\(name) \(written) \(year)"]
            forms.append("\(written) of \(name) \(year)")
          }
        }
        for number in numbers {
          forms.append("\(day) \(number) \(year)")
          if year.utf8.count == 4 { forms.append("\(year) \(number) \(day)") }
        }
      }
    }
    return forms
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Words and numbers of a value, without weekdays and ordinal endings.
  private static func pieces(of units: ArraySlice<SkeletonUnit>) -> [String] {
    var pieces: [String] = []
    var previous: SkeletonUnit?
    for unit in units {
      guard unit.symbol < 36 else { return [] }
      let scalar = Unicode.Scalar(unit.isDigit ? unit.symbol - 26 + 0x30 : unit.symbol + 0x61)
      if let previous, unit.gap.isEmpty, previous.isDigit == unit.isDigit {
        pieces[pieces.count - 1].unicodeScalars.append(scalar)
      } else {
        pieces.append(String(scalar))
      }
      previous = unit
    }
    return pieces.filter { piece in
      !ordinals.contains(piece)
        && !weekdays.contains { piece.utf8.count >= 3 && $0.hasPrefix(piece) }
    }
  }

  private static func read(_ pieces: [String]) -> Date? {
    guard pieces.count == 3 else { return nil }
    let (first, second, third) = (pieces[0], pieces[1], pieces[2])
    if let month = month(named: second) { return date(first, month, third) }
    if let month = month(named: first) { return date(second, month, third) }
    guard let month = Int(second) else { return nil }
    return first.utf8.count == 4 ? date(third, month, first) : date(first, month, third)
  }

  private static func month(named word: String) -> Int? {
    guard word.utf8.count >= 3, let index = months.firstIndex(where: { $0.hasPrefix(word) }) else {
      return nil
    }
    return index + 1
  }

  private static func date(_ day: String, _ month: Int, _ year: String) -> Date? {
    guard let day = Int(day), 1...31 ~= day, 1...12 ~= month, Int(year) != nil else { return nil }
    switch year.utf8.count {
    case 4: return Date(day: day, month: month, years: [year, String(year.suffix(2))])
    case 2: return Date(day: day, month: month, years: [year, "19" + year, "20" + year])
    default: return nil
    }
  }
}
