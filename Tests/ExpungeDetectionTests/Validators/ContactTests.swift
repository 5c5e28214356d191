import ExpungeDetection
import Testing

@Suite("Postcodes, telephones, mailboxes, places")
struct ContactTests {
  @Test(
    "Postcodes of real areas",
    arguments: [
      ("SW1A 1AA", Grade.pass), ("m1 1ae", .pass), ("B33 8TH", .pass), ("CR26XH", .pass),
      ("DN55 1PT", .pass), ("EC1A 1BB", .pass), ("W1A 0AX", .pass), ("GIR 0AA", .pass),
      ("LS17 6", .pass), ("LS17 6XX", .pass), ("SE1P 5LX", .pass),
      ("XX1 1XX", .fail), ("LS17 6CX", .fail), ("B1A 1AA", .fail), ("SW1Z 1AA", .fail),
      ("A19 4AA", .fail), ("LS", .fail), ("LS06 1AA", .fail), ("", .fail),
    ])
  func postcodes(value: String, expected: Grade) {
    #expect(Validator.postcode.grade(of: value) == expected)
  }

  @Test(
    "First halves",
    arguments: [
      ("LS17", Grade.pass), ("E1W", .pass), ("M20", .pass), ("QQ1", .fail), ("LS176", .fail),
      ("L", .fail),
    ])
  func outward(value: String, expected: Grade) {
    #expect(Validator.outwardPostcode.grade(of: value) == expected)
  }

  @Test(
    "Numbers kept for drama are numbers of the plan",
    arguments: [
      "01632 960417", "(01632) 960 288", "07700 900041", "+44 7700 900041", "0044 7700 900041",
      "+44 (0)20 7946 0018", "0161 496 0733", "08081 570 123", "03069 990123", "0909 8790123",
      "020 7946 0018 ext 21", "016977 2345",
    ])
  func telephones(value: String) {
    #expect(Validator.telephone.grade(of: value) == .pass)
  }

  @Test(
    "Other runs of digits are not",
    arguments: [
      "25 019 474", "0600 123 456", "07700 90004", "07700 9000411", "0000000000",
      "+48 22 123 45 67",
      "4010232137", "0111111111", "",
    ])
  func noTelephones(value: String) {
    #expect(Validator.telephone.grade(of: value) == .fail)
  }

  @Test(
    "Telephones abroad",
    arguments: [
      ("+48 22 123 45 67", Grade.pass), ("0033 6 12 34 56 78", .pass), ("+353 1 234 5678", .pass),
      ("+44 7700 900041", .fail), ("+5 12", .fail), ("22 123 45 67", .fail),
    ])
  func abroad(value: String, expected: Grade) {
    #expect(Validator.internationalTelephone.grade(of: value) == expected)
  }

  @Test(
    "Mailboxes",
    arguments: [
      ("jane.novak@mail.example", Grade.pass), ("a@b.co.uk", .pass), ("logo@2x.png", .fail),
      ("a@localhost", .fail), ("a@b..uk", .fail), ("@b.uk", .fail), ("a@b.c", .fail),
    ])
  func mailboxes(value: String, expected: Grade) {
    #expect(Validator.email.grade(of: value) == expected)
  }

  @Test(
    "Grid references",
    arguments: [
      ("TQ 123 456", Grade.pass), ("SK29475412", .pass), ("SK 29475 54123", .pass),
      ("SK 29 54", .weak), ("SI 123 456", .fail), ("SK 123 45", .fail), ("SK", .fail),
    ])
  func gridReferences(value: String, expected: Grade) {
    #expect(Validator.gridReference.grade(of: value) == expected)
  }

  @Test(
    "Coordinates inside the United Kingdom",
    arguments: [
      ("53.4809, -2.2374", Grade.pass), ("51.5014N 0.1419W", .pass), ("51.501, 5.123", .weak),
      ("48.8566, 2.3522", .fail), ("51.5014", .fail),
    ])
  func coordinates(value: String, expected: Grade) {
    #expect(Validator.coordinates.grade(of: value) == expected)
  }

  @Test(
    "Internet addresses",
    arguments: [
      ("192.0.2.14", Grade.pass), ("192.168.0.1", .weak), ("10.0.0.1/8", .weak),
      ("256.1.1.1", .fail), ("1.2.3", .fail), ("0.0.0.1", .fail), ("1.2.3.4.5", .fail),
    ])
  func networkAddresses(value: String, expected: Grade) {
    #expect(Validator.networkAddress.grade(of: value) == expected)
  }
}
