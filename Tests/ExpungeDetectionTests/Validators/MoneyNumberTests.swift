import ExpungeDetection
import Testing

@Suite("Numbers of banks and cards")
struct MoneyNumberTests {
  @Test(
    "Published examples of the SWIFT registry pass, with a wrong check they are weak",
    arguments: [
      ("GB29 NWBK 6016 1331 9268 19", Grade.pass), ("gb82west12345698765432", .pass),
      ("DE89 3704 0044 0532 0130 00", .pass), ("FR14 2004 1010 0505 0001 3M02 606", .pass),
      ("NO93 8601 1117 947", .pass), ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", .pass),
      ("GB29 NWBK 6016 1331 9268 18", .weak), ("GB29 NWBK 6016 1331 9268", .fail),
      ("XX29 NWBK 6016 1331 9268 19", .fail), ("", .fail),
    ])
  func iban(value: String, expected: Grade) {
    #expect(Validator.iban.grade(of: value) == expected)
  }

  @Test("Every change of one digit of an IBAN breaks its check")
  func ibanDetectsErrors() {
    for changed in singleDigitChanges(of: "GB29NWBK60161331926819") {
      #expect(Validator.iban.grade(of: changed) == .weak)
    }
  }

  @Test(
    "Test numbers of the card schemes pass",
    arguments: [
      "4111 1111 1111 1111", "5555-5555-5555-4444", "2223003122003222", "378282246310005",
      "6011111111111117", "30569309025904", "3530111333300000", "6304000000000000",
    ])
  func cards(value: String) {
    #expect(Validator.paymentCard.grade(of: value) == .pass)
  }

  @Test(
    "Numbers of no scheme or with a wrong check fail",
    arguments: [
      "4111 1111 1111 1112", "1234 5678 9012 3456", "0000000000000000", "79927398713",
      "9999999999999995", "",
    ])
  func noCards(value: String) {
    #expect(Validator.paymentCard.grade(of: value) == .fail)
  }

  @Test("Every change of one digit of a card number is found")
  func cardsDetectErrors() {
    for changed in singleDigitChanges(of: "4111111111111111") {
      #expect(Validator.paymentCard.grade(of: changed) == .fail)
    }
  }

  @Test(
    "A sort code that may be a date is weak",
    arguments: [
      ("20-49-42", Grade.pass), ("30 98 77", .pass), ("31-12-22", .weak), ("290200", .weak),
      ("310422", .pass), ("12-34-5", .fail),
    ])
  func sortCodes(value: String, expected: Grade) {
    #expect(Validator.sortCode.grade(of: value) == expected)
  }
}
