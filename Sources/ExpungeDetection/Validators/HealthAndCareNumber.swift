/// The number of a patient of the health service of Northern Ireland.
///
/// Ten digits with the check digit of the NHS number; issued from 320 000 001 to 399 999 999 (the
/// first nine digits). Source: Health and Social Care in Northern Ireland, H&C number.
enum HealthAndCareNumber {
  /// Passes in its range, is weak outside, fails with a wrong check digit.
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard NHSNumber.isChecked(compact) else { return .fail }
    return NHSNumber.allocation(compact) == .northernIreland ? .pass : .weak
  }
}
