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
}
