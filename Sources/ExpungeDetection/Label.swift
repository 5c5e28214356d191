/// What kind of identifier a finding is: the fixed vocabulary of the JSON schema.
package enum Label: String, Sendable, CaseIterable {
  case person = "PERSON"
  case address = "ADDRESS"
  case postcode = "POSTCODE"
  case phone = "PHONE"
  case email = "EMAIL"
  case online = "ONLINE"
  case birthDate = "BIRTH_DATE"
  case nhsNumber = "NHS_NUMBER"
  case niNumber = "NI_NUMBER"
  case passport = "PASSPORT"
  case drivingLicence = "DRIVING_LICENCE"
  case vehicleRegistration = "VEHICLE_REG"
  case bankAccount = "BANK_ACCOUNT"
  case iban = "IBAN"
  case paymentCard = "PAYMENT_CARD"
  case taxReference = "TAX_REF"
  case pupilNumber = "PUPIL_NUMBER"
  case nationalIdentifier = "NATIONAL_ID"
  case reference = "REFERENCE"
  case locationCode = "LOCATION_CODE"
  case ipAddress = "IP_ADDRESS"
  case organisation = "ORGANISATION"
  case place = "PLACE"
  case age = "AGE"
  case date = "DATE"
  case role = "ROLE"
  case demographic = "DEMOGRAPHIC"
  case quantity = "QUANTITY"
  /// Several indirect identifiers of one person together.
  case combination = "COMBINATION"
  case consistency = "CONSISTENCY"
  case fileLayer = "FILE_LAYER"
  case publicationRule = "PUBLICATION_RULE"

  /// Whether it leads to one person by itself; the others do so only together.
  package var isDirect: Bool {
    switch self {
    case .organisation, .place, .age, .date, .role, .demographic, .quantity, .combination,
      .consistency, .fileLayer, .publicationRule:
      false
    default: true
    }
  }

  /// What a caseworker calls it, in the middle of a sentence.
  package var words: String {
    switch self {
    case .person: "name"
    case .address: "address"
    case .postcode: "postcode"
    case .phone: "telephone number"
    case .email: "e-mail address"
    case .online: "personal web address or user name"
    case .birthDate: "date of birth or death"
    case .nhsNumber: "NHS number"
    case .niNumber: "National Insurance number"
    case .passport: "passport number"
    case .drivingLicence: "driving licence number"
    case .vehicleRegistration: "vehicle registration"
    case .bankAccount: "bank account"
    case .iban: "IBAN"
    case .paymentCard: "payment card number"
    case .taxReference: "tax reference"
    case .pupilNumber: "pupil number"
    case .nationalIdentifier: "national identity number"
    case .reference: "reference number"
    case .locationCode: "location code"
    case .ipAddress: "network address"
    case .organisation: "organisation"
    case .place: "place"
    case .age: "age"
    case .date: "date"
    case .role: "role"
    case .demographic: "personal characteristic"
    case .quantity: "figure"
    case .combination: "combination of facts"
    case .consistency: "inconsistency"
    case .fileLayer: "hidden layer"
    case .publicationRule: "publication rule"
    }
  }

  /// The word that stands for it in redacted and masked text: "[NAME 1]", "[POSTCODE 2]".
  package var placeholder: String {
    switch self {
    case .person: "NAME"
    case .birthDate: "DATE"
    default: rawValue.replacingUnderscores
    }
  }
}

extension String {
  fileprivate var replacingUnderscores: String {
    String(map { $0 == "_" ? " " : $0 })
  }
}
