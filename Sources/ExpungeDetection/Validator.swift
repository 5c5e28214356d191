/// The checks a pack may name. Each is a pure function of the matched value's bytes.
package enum Validator: String, Sendable, CaseIterable {
  /// NHS number: modulus 11 and an issued range.
  case nhsNumber = "nhs-number"
  /// Scottish community health index: birth date, modulus 11.
  case chiNumber = "chi-number"
  /// Health and care number of Northern Ireland: modulus 11 and range.
  case healthAndCareNumber = "health-and-care-number"
  /// National Insurance number: issued prefixes.
  case nationalInsurance = "national-insurance"
  /// Postcode: a real area and the letters its places allow.
  case postcode
  /// First half of a postcode: a real area.
  case outwardPostcode = "outward-postcode"
  /// Telephone: a range and length of the national plan.
  case telephone
  /// Telephone of another country: eight to fifteen digits.
  case internationalTelephone = "international-telephone"
  /// Telephone without its area or country: six to thirteen digits.
  case localTelephone = "local-telephone"
  /// Calendar date of a person alive or lately dead.
  case birthDate = "birth-date"
  /// A date of the calendar, whole or in part.
  case calendarDate = "calendar-date"
  /// Vehicle registration: a real age identifier.
  case vehicleRegistration = "vehicle-registration"
  /// Payment card: issuer range, length, Luhn.
  case paymentCard = "payment-card"
  /// IBAN: a country's length and modulus 97.
  case iban
  /// Sort code: not merely a calendar date.
  case sortCode = "sort-code"
  /// E-mail: a host name with a plausible last label.
  case email
  /// Age: no more than anybody has reached.
  case age
  /// Driver number: a birth date of the calendar inside.
  case drivingLicence = "driving-licence"
  /// Unique taxpayer reference: check digit.
  case uniqueTaxpayerReference = "unique-taxpayer-reference"
  /// Unique pupil number: check letter.
  case pupilNumber = "pupil-number"
  /// Unique learner number: check digit.
  case learnerNumber = "learner-number"
  /// Polish identity number: birth date and check digit.
  case pesel
  /// National Grid: a square with land, an even number of figures.
  case gridReference = "grid-reference"
  /// Latitude and longitude: inside the United Kingdom.
  case coordinates
  /// Internet address: four octets.
  case networkAddress = "network-address"
  /// Line of a machine-readable zone: check digits of number, birth and expiry.
  case machineReadableZone = "machine-readable-zone"
  /// French social security number: modulus 97.
  case frenchSocialSecurity = "french-social-security"
  /// Belgian national number: modulus 97.
  case belgianNational = "belgian-national"
  /// Dutch citizen service number: eleven test.
  case dutchCitizen = "dutch-citizen"
  /// Irish Personal Public Service number: check letter.
  case irishPublicService = "irish-public-service"
  /// German tax identification number: ISO 7064.
  case germanTax = "german-tax"
  /// German pension insurance number: birth date, check digit.
  case germanPension = "german-pension"
  /// German identity card or passport: check digit.
  case germanDocument = "german-document"
  /// Austrian social insurance number: check digit.
  case austrianSocialInsurance = "austrian-social-insurance"
  /// Swiss old-age insurance number: check digit.
  case swissOldAge = "swiss-old-age"
  /// Spanish identity document: check letter.
  case spanishIdentity = "spanish-identity"
  /// Portuguese taxpayer number: check digit.
  case portugueseTax = "portuguese-tax"
  /// Italian fiscal code: check letter.
  case italianFiscalCode = "italian-fiscal-code"
  /// Swedish identity number: birth date, Luhn.
  case swedishIdentity = "swedish-identity"
  /// Norwegian identity number: birth date, two check digits.
  case norwegianIdentity = "norwegian-identity"
  /// Danish identity number: birth date.
  case danishIdentity = "danish-identity"
  /// Finnish identity code: birth date, check character.
  case finnishIdentity = "finnish-identity"
  /// Icelandic identity number: birth date, check digit.
  case icelandicIdentity = "icelandic-identity"
  /// Estonian or Lithuanian identity code: birth date, check digit.
  case balticIdentity = "baltic-identity"
  /// Bulgarian identity number: birth date, check digit.
  case bulgarianIdentity = "bulgarian-identity"
  /// Romanian identity number: birth date, check digit.
  case romanianIdentity = "romanian-identity"
  /// Czech or Slovak birth number: birth date, modulus 11.
  case czechIdentity = "czech-identity"
  /// Croatian identity number: ISO 7064.
  case croatianIdentity = "croatian-identity"
  /// Greek social security number: birth date, Luhn.
  case greekIdentity = "greek-identity"
  /// Turkish identity number: two check digits.
  case turkishIdentity = "turkish-identity"
  /// Social security or taxpayer number of the United States: issued groups.
  case americanSocialSecurity = "american-social-security"
  /// Prescriber number of the United States: check digit.
  case americanPrescriber = "american-prescriber"
  /// Canadian social insurance number: Luhn.
  case canadianInsurance = "canadian-insurance"
  /// Brazilian taxpayer number: two check digits.
  case brazilianTax = "brazilian-tax"
  /// Chilean identity number: check digit.
  case chileanIdentity = "chilean-identity"
  /// Argentine taxpayer number: check digit.
  case argentineTax = "argentine-tax"
  /// Mexican population code: birth date, check digit.
  case mexicanIdentity = "mexican-identity"
  /// Indian identity number: Verhoeff.
  case aadhaar
  /// Indian permanent account number: kind of holder.
  case indianTax = "indian-tax"
  /// Identity number of Singapore: check letter.
  case singaporeanIdentity = "singaporean-identity"
  /// Identity card of Hong Kong: check digit.
  case hongKongIdentity = "hong-kong-identity"
  /// Resident identity of China: birth date, ISO 7064.
  case chineseIdentity = "chinese-identity"
  /// Resident registration of South Korea: birth date, check digit of old.
  case koreanIdentity = "korean-identity"
  /// Identity card of Malaysia: birth date and place.
  case malaysianIdentity = "malaysian-identity"
  /// Identity card of Thailand: check digit.
  case thaiIdentity = "thai-identity"
  /// Identity number of Israel: Luhn.
  case israeliIdentity = "israeli-identity"
  /// Australian tax file number: modulus 11.
  case australianTax = "australian-tax"
  /// Australian Medicare number: check digit.
  case australianMedicare = "australian-medicare"
  /// Australian business or company number: modulus 89 or 10.
  case australianBusiness = "australian-business"
  /// New Zealand Inland Revenue number: modulus 11.
  case newZealandTax = "new-zealand-tax"
  /// South African identity number: birth date, Luhn.
  case southAfricanIdentity = "south-african-identity"
  /// Address of a wallet: check of the newer form.
  case walletAddress = "wallet-address"
  /// Number of a telephone or SIM card: Luhn.
  case deviceNumber = "device-number"
  /// Vehicle identification number: check character.
  case vehicleIdentification = "vehicle-identification"
}
