import ExpungeDetection
import TestSupport
import Testing

@Suite("Numbers of the state")
struct StateNumberTests {
  @Test(
    "National Insurance numbers",
    arguments: [
      ("QQ 12 34 56 C", Grade.weak),  // HMRC's printed example
      ("ab-12-34-56-d", .pass), ("AB123456", .weak), ("PP123456A", .weak), ("OO123456A", .weak),
      ("BG123456A", .fail), ("ZZ123456A", .fail), ("DA123456A", .fail), ("AO123456A", .fail),
      ("AB123456E", .fail), ("AB12345C", .fail), ("A1123456C", .fail), ("", .fail),
    ])
  func nationalInsurance(value: String, expected: Grade) {
    #expect(Validator.nationalInsurance.grade(of: value) == expected)
  }

  @Test(
    "Driver numbers",
    arguments: [
      ("MORGA 657054 SM 9IJ", Grade.pass),  // DVLA's example
      ("MORGA657054SM9IJ 12", .pass), ("DOE99701019J99XY", .pass),
      ("MORGA 699054 SM 9IJ", .fail), ("MORGA 602314 SM 9IJ", .fail),
      ("MOR9A 657054 SM 9IJ", .fail), ("MORGA 657054 SM 9I1", .fail), ("12345678", .weak),
      ("99999657054SM9IJ", .fail), ("MORGA657054SM", .fail),
    ])
  func drivingLicence(value: String, expected: Grade) {
    #expect(Validator.drivingLicence.grade(of: value) == expected)
  }

  @Test(
    "Taxpayer references",
    arguments: [
      ("1955839661", Grade.pass), ("19558 39661K", .pass), ("2955839661", .fail),
      ("1955839662", .fail), ("195583966", .fail),
    ])
  func taxpayer(value: String, expected: Grade) {
    #expect(Validator.uniqueTaxpayerReference.grade(of: value) == expected)
  }

  @Test(
    "Pupil numbers",
    arguments: [
      ("B801200005001", Grade.pass), ("b 801200005001", .pass), ("A801200005001", .weak),
      ("B80120000500A", .weak), ("I801200005001", .fail), ("B8012000050", .fail),
    ])
  func pupil(value: String, expected: Grade) {
    #expect(Validator.pupilNumber.grade(of: value) == expected)
  }

  @Test("A change of one digit of a learner number is found")
  func learner() {
    var generator = SeededGenerator(seed: 4)
    var checked = 0
    while checked < 30 {
      let number = "9" + generator.digits(9)
      guard Validator.learnerNumber.grade(of: number) == .pass else { continue }
      checked += 1
      for changed in singleDigitChanges(of: number) {
        #expect(Validator.learnerNumber.grade(of: changed) == .fail)
      }
    }
  }

  @Test(
    "Polish identity numbers",
    arguments: [
      ("44051401359", Grade.pass),  // the example of the Polish encyclopaedias
      ("02070803628", .pass), ("44051401358", .fail), ("44131401359", .fail), ("4405140135", .fail),
    ])
  func pesel(value: String, expected: Grade) {
    #expect(Validator.pesel.grade(of: value) == expected)
  }

  @Test(
    "Vehicle registrations",
    arguments: [
      ("BD51 SMR", Grade.pass),  // DVLA leaflet INF104
      ("bd51smr", .pass), ("BD02 AAA", .pass), ("BD81 SMR", .fail), ("BD01 SMR", .fail),
      ("BI51 SMR", .fail), ("BD51 SQR", .weak), ("K123 ABC", .weak), ("", .fail),
    ])
  func registrations(value: String, expected: Grade) {
    #expect(Validator.vehicleRegistration.grade(of: value) == expected)
  }
}
