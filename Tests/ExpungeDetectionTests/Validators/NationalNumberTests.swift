import ExpungeDetection
import TestSupport
import Testing

/// Numbers are the published examples of python-stdnum's documentation and of the registers.
@Suite("Numbers of other countries")
struct NationalNumberTests {
  @Test(
    "A published example passes, and with one digit changed it does not",
    arguments: [
      (Validator.frenchSocialSecurity, "2 95 10 99 126 111 93"),
      (.belgianNational, "85.07.30-033.28"), (.dutchCitizen, "1112.22.333"),
      (.germanTax, "36 574 261 809"), (.germanPension, "15 070649 C 103"),
      (.austrianSocialInsurance, "1237 010180"), (.swissOldAge, "756.9217.0769.85"),
      (.portugueseTax, "501 964 843"), (.swedishIdentity, "880320-0016"),
      (.norwegianIdentity, "151086 95088"), (.icelandicIdentity, "120174-3399"),
      (.balticIdentity, "36805280109"), (.balticIdentity, "33309240064"),
      (.bulgarianIdentity, "752316 926 3"), (.romanianIdentity, "1630615123457"),
      (.czechIdentity, "710319/2745"), (.croatianIdentity, "33392005961"),
      (.greekIdentity, "01013099997"), (.turkishIdentity, "17291716060"),
      (.canadianInsurance, "123-456-782"), (.brazilianTax, "390.533.447-05"),
      (.argentineTax, "20-05536168-2"), (.chineseIdentity, "360426199101010071"),
      (.aadhaar, "2341 2341 2346"), (.thaiIdentity, "1-2345-45678-78-1"),
      (.israeliIdentity, "03933742-3"), (.australianTax, "123 456 782"),
      (.australianBusiness, "51 824 753 556"), (.australianBusiness, "004 085 616"),
      (.newZealandTax, "49-098-576"), (.southAfricanIdentity, "7503305044089"),
      (.deviceNumber, "49-015420-323751-8"),
    ])
  func checked(validator: Validator, example: String) {
    #expect(validator.grade(of: example) == .pass)
    let changed = singleDigitChanges(of: example)
    let passing = changed.filter { validator.grade(of: $0) == .pass }
    // Checks that are no field let a few changes through: modulus 11 with 10 folded onto 0 or 1.
    #expect(passing.count * 5 <= changed.count, "\(passing.count) of \(changed.count)")
  }

  @Test(
    "Grades",
    arguments: [
      (Validator.spanishIdentity, "54362315-K", Grade.pass), (.spanishIdentity, "54362315Z", .fail),
      (.spanishIdentity, "x-2482300w", .pass), (.spanishIdentity, "X2482300", .fail),
      (.frenchSocialSecurity, "253072B07300470", .pass),
      (.frenchSocialSecurity, "253072A07300443", .pass),
      (.frenchSocialSecurity, "253072C07300443", .fail),
      (.belgianNational, "17 07 30 033 84", .pass), (.belgianNational, "12345678901", .fail),
      (.irishPublicService, "6433435F", .pass), (.irishPublicService, "6433435E", .fail),
      (.irishPublicService, "6433435FW", .pass), (.irishPublicService, "6433435FT", .pass),
      (.irishPublicService, "6433435OA", .pass), (.irishPublicService, "6433435VH", .fail),
      (.germanTax, "36554266806", .fail), (.germanTax, "05574261809", .fail),
      (.germanDocument, "L01X00T471", .pass), (.germanDocument, "L01X00T472", .fail),
      (.italianFiscalCode, "RCCMNL83S18D969H", .pass),
      (.italianFiscalCode, "RCCMNL83S18D969A", .fail), (.italianFiscalCode, "", .fail),
      (.finnishIdentity, "131052-308T", .pass), (.finnishIdentity, "131052a308t", .pass),
      (.finnishIdentity, "310252-308Y", .fail), (.danishIdentity, "070761-4285", .pass),
      (.danishIdentity, "073161-4285", .fail), (.czechIdentity, "590312/123", .fail),
      (.czechIdentity, "520312/123", .pass), (.americanSocialSecurity, "536-90-4399", .pass),
      (.americanSocialSecurity, "666-01-0001", .fail),
      (.americanSocialSecurity, "078-05-1120", .fail),
      (.americanSocialSecurity, "912-90-3456", .pass),
      (.americanSocialSecurity, "912-93-4567", .fail), (.americanPrescriber, "AB1234563", .pass),
      (.americanPrescriber, "AB1234564", .fail), (.chileanIdentity, "12531909-2", .pass),
      (.chileanIdentity, "12531909-3", .fail), (.mexicanIdentity, "BOXW310820HNERXN09", .pass),
      (.mexicanIdentity, "BOXW310820HNERXN08", .fail), (.aadhaar, "222222222222", .fail),
      (.indianTax, "ACUPA7085R", .pass), (.indianTax, "ACUCA7085R", .weak),
      (.indianTax, "ABMXA3211G", .fail), (.singaporeanIdentity, "S1234567D", .pass),
      (.singaporeanIdentity, "F1234567N", .pass), (.singaporeanIdentity, "S1234567E", .fail),
      (.hongKongIdentity, "A123456(3)", .pass), (.hongKongIdentity, "AB987654(3)", .pass),
      (.hongKongIdentity, "A123456(4)", .fail), (.koreanIdentity, "961321-1234567", .fail),
      (.koreanIdentity, "960121-1234567", .weak), (.malaysianIdentity, "770305-02-1234", .pass),
      (.malaysianIdentity, "770305-00-1234", .fail), (.australianMedicare, "2123 45670 1", .pass),
      (.australianMedicare, "2123 45671 1", .fail), (.newZealandTax, "136410133", .fail),
      (.vehicleIdentification, "1M8GDM9AXKP042788", .pass),
      (.vehicleIdentification, "1M8GDM9A0KP042788", .weak),
      (.vehicleIdentification, "1M8GDM9AXKP0427", .fail),
      (.walletAddress, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", .pass),
      (.walletAddress, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", .pass),
      (.walletAddress, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", .fail),
      (.walletAddress, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", .weak),
      (.walletAddress, "0x52908400098527886E0F7030069857D2E4169EE7", .weak),
      (.machineReadableZone, "L898902C36UTO7408122F1204159ZE184226B<<<<<10", .pass),
      (.machineReadableZone, "L898902C46UTO7408122F1204159ZE184226B<<<<<10", .fail),
      (.machineReadableZone, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", .weak),
      (.machineReadableZone, "", .weak),
    ])
  func grades(validator: Validator, value: String, expected: Grade) {
    #expect(validator.grade(of: value) == expected)
  }

  @Test("Numbers that hold a birth date say so")
  func revelations() {
    #expect(
      Validator.swedishIdentity.words(for: "880320-0016")
        == "a true identity number of this kind reveals birth date and sex")
    #expect(
      Validator.italianFiscalCode.words(for: "RCCMNL83S18D969H")
        == "a true fiscal code reveals the beginning of the surname, birth date and sex")
    #expect(Validator.dutchCitizen.words(for: "111222333") == nil)
  }
}
