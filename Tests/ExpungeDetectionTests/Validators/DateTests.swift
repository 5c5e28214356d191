import ExpungeDetection
import TestSupport
import Testing

@Suite("Dates and ages")
struct DateTests {
  @Test(
    "Whole dates in the forms people use",
    arguments: [
      "3 March 1987", "3rd of March 1987", "March 3, 1987", "03/03/1987", "3.3.87", "03-Mar-1987",
      "1987-03-03", "Friday 17 June 2022", "the 9th day of August 2011", "29 February 2020",
      "3 Sept '11", "29/02/00",
    ])
  func whole(value: String) {
    #expect(Validator.calendarDate.grade(of: value) == .pass)
  }

  @Test("Dates in parts are weak", arguments: ["March 1987", "3 March", "the 3rd of May"])
  func parts(value: String) {
    #expect(Validator.calendarDate.grade(of: value) == .weak)
  }

  @Test(
    "What the calendar has not",
    arguments: [
      "31 April 2020", "30/02/2011", "29 February 2021", "20-49-42", "0/1/2011", "32 May", "1987",
      "1.2.3.4", "", "May", "30 Feb",
    ])
  func unreal(value: String) {
    #expect(Validator.calendarDate.grade(of: value) == .fail)
  }

  @Test(
    "Dates on which somebody may have been born",
    arguments: [
      ("03/11/1938", Grade.pass), ("7 Jan 1951", .pass), ("01/01/2023", .weak),
      ("March 1987", .weak), ("01/01/1789", .fail), ("31/04/1938", .fail),
    ])
  func birth(value: String, expected: Grade) {
    #expect(Validator.birthDate.grade(of: value) == expected)
  }

  @Test("Every day of four years exists, and no other")
  func calendar() {
    for year in 1999...2002 {
      let isLeap = year == 2000
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...31 {
          let expected: Grade = day <= length ? .pass : .fail
          #expect(Validator.calendarDate.grade(of: "\(day)/\(month + 1)/\(year)") == expected)
        }
      }
    }
  }

  @Test(
    "Ages",
    arguments: [
      ("aged 86", Grade.pass), ("eighty-three", .pass), ("122", .pass), ("123", .fail),
      ("14-year-old", .pass), ("99999999999999999999", .fail),
    ])
  func ages(value: String, expected: Grade) {
    #expect(Validator.age.grade(of: value) == expected)
  }

  @Test("No value makes a check trap", arguments: Validator.allCases)
  func robust(validator: Validator) {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("0123456789ABCXYZabcxyz +-./()@é'".utf8)
    for length in 0..<400 {
      let bytes = (0..<length % 60).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      _ = validator.revelation(of: bytes.span)
      #expect(validator.grade(bytes.span) != .none)
    }
  }
}
