extension Validator {
  /// How far a matched value is what the rule takes it for.
  ///
  /// Pure, without allocation; linear in the value.
  package func grade(_ value: Span<UInt8>) -> Grade {
    switch self {
    case .nhsNumber: NHSNumber.grade(value)
    case .chiNumber: CommunityHealthIndex.grade(value)
    case .healthAndCareNumber: HealthAndCareNumber.grade(value)
    case .nationalInsurance: NationalInsuranceNumber.grade(value)
    case .postcode: Postcode.grade(value)
    case .outwardPostcode: Postcode.outwardGrade(value)
    case .telephone: TelephoneNumber.grade(value)
    case .internationalTelephone: TelephoneNumber.internationalGrade(value)
    case .birthDate: CalendarDate.birthGrade(value)
    case .calendarDate: CalendarDate.grade(value)
    case .vehicleRegistration: VehicleRegistration.grade(value)
    case .paymentCard: PaymentCard.grade(value)
    case .iban: IBAN.grade(value)
    case .sortCode: SortCode.grade(value)
    case .email: EmailAddress.grade(value)
    case .age: Age.grade(value)
    case .drivingLicence: DrivingLicence.grade(value)
    case .uniqueTaxpayerReference: TaxpayerReference.grade(value)
    case .pupilNumber: PupilNumber.grade(value)
    case .learnerNumber: LearnerNumber.grade(value)
    case .pesel: PESEL.grade(value)
    case .gridReference: GridReference.grade(value)
    case .coordinates: Coordinates.grade(value)
    case .networkAddress: NetworkAddress.grade(value)
    }
  }
}
