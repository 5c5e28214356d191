import ExpungeDetection
import TestSupport
import Testing

@Suite("Numbers of the health services")
struct HealthNumberTests {
  @Test(
    "NHS numbers, published and reserved for tests",
    arguments: [
      ("401 023 2137", Grade.pass),  // the example of NHS letters
      ("943 476 5919", .weak),  // NHS Data Dictionary; in no issued range
      ("999 000 0018", .pass), ("999-000-0026", .pass), ("9990000034", .pass),
      ("987 654 4321", .fail), ("401 023 2138", .fail), ("000 000 0000", .fail),
      ("111 111 1111", .fail), ("401 023 213", .fail), ("401 023 21377", .fail), ("", .fail),
    ])
  func nhs(value: String, expected: Grade) {
    #expect(Validator.nhsNumber.grade(of: value) == expected)
  }

  @Test("Every change of one digit, and every swap of neighbours, of a valid number fails")
  func nhsDetectsErrors() {
    var generator = SeededGenerator(seed: 1)
    var checked = 0
    while checked < 50 {
      let number = "4" + generator.digits(9)
      guard Validator.nhsNumber.grade(of: number) == .pass else { continue }
      checked += 1
      for changed in singleDigitChanges(of: number) {
        #expect(Validator.nhsNumber.grade(of: changed) == .fail)
      }
      var digits = Array(number)
      for index in 0..<8 where digits[index] != digits[index + 1] {
        digits.swapAt(index, index + 1)
        #expect(Validator.nhsNumber.grade(of: String(digits)) == .fail)
        digits.swapAt(index, index + 1)
      }
    }
  }

  @Test("One random number in eleven passes the check")
  func nhsShare() {
    var generator = SeededGenerator(seed: 2)
    let share = (0..<20_000).count { _ in
      Validator.nhsNumber.grade(of: generator.digits(10)) != .fail
    }
    #expect((1_600...2_040).contains(share))
  }

  @Test(
    "CHI numbers hold a birth date",
    arguments: [
      ("010101 1237", Grade.pass),  // the example of the R package phsmethods
      ("3201201234", .fail), ("0101011238", .fail), ("9990000018", .fail),
    ])
  func chi(value: String, expected: Grade) {
    #expect(Validator.chiNumber.grade(of: value) == expected)
  }

  @Test(
    "H&C numbers have a range of their own",
    arguments: [
      ("320 000 0023", Grade.pass), ("320 000 0024", .fail), ("999 000 0018", .weak),
      ("32000000", .fail),
    ])
  func healthAndCare(value: String, expected: Grade) {
    #expect(Validator.healthAndCareNumber.grade(of: value) == expected)
  }

  @Test("Ten digits are read against every check at once")
  func tenDigits() throws {
    func reading(_ text: String) -> TenDigitReading? {
      let bytes = Array(text.utf8)
      return TenDigitReading(bytes.span)
    }
    let chi = try #require(reading("010101 1237"))
    #expect(chi.passes == [.nhsNumber, .chiNumber])
    #expect(!chi.isInIssuedRange)
    #expect(
      chi.words == "passes the checks of an NHS number (in no issued range) and a CHI number")
    let northern = try #require(reading("3200000023"))
    #expect(northern.passes.contains(.healthAndCareNumber))
    #expect(!northern.passes.contains(.nhsNumber))
    let test = try #require(reading("9990000018"))
    #expect(test.isInTestRange)
    #expect(test.words.contains("(in the range for tests)"))
    #expect(reading("1955839661")?.passes.contains(.taxpayerReference) == true)
    #expect(reading("0000000000")?.passes.contains(.nhsNumber) == false)
    #expect(reading("999000001") == nil)
  }

  @Test("No number is both an NHS and a learner number")
  func disjoint() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let number = generator.digits(10)
      guard Validator.learnerNumber.grade(of: number) == .pass else { continue }
      #expect(Validator.nhsNumber.grade(of: number) == .fail)
    }
  }

  @Test("What a number reveals is said without its value")
  func revelations() {
    #expect(
      Validator.chiNumber.words(for: "0101011237")
        == "a true CHI number reveals birth date and sex")
    #expect(Validator.chiNumber.words(for: "3201201234") == nil)
    #expect(
      Validator.drivingLicence.words(for: "MORGA657054SM9IJ")
        == "a true driver number reveals the beginning of the surname, birth date, sex and initials"
    )
    #expect(Validator.nhsNumber.words(for: "9990000018") == nil)
  }
}
