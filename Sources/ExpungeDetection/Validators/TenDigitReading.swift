/// What a run of ten digits may be: one run, every check, so that one finding can say it all.
///
/// A quarter of random ten-digit numbers passes at least one of them.
package struct TenDigitReading: Sendable, Equatable {
  package enum Check: String, Sendable, CaseIterable {
    case nhsNumber = "NHS number"
    case chiNumber = "CHI number"
    case healthAndCareNumber = "H&C number"
    case taxpayerReference = "taxpayer reference"
    case learnerNumber = "learner number"
  }

  /// In the order of `Check.allCases`.
  package let passes: [Check]
  /// Whether the run lies in a range from which England, Wales and the Isle of Man issue NHS numbers.
  package let isInIssuedRange: Bool
  /// Whether it lies in the range that the NHS keeps for tests.
  package let isInTestRange: Bool

  /// Nil for anything but ten digits, with or without separators.
  package init?(_ value: Span<UInt8>) {
    let compact = Compact(value)
    guard compact.isDigits(10) else { return nil }
    let allocation = NHSNumber.allocation(compact)
    isInIssuedRange = allocation == .issued
    isInTestRange = allocation == .test
    passes = Check.allCases.filter { check in
      switch check {
      case .nhsNumber: NHSNumber.isChecked(compact) && allocation != .northernIreland
      case .chiNumber: CommunityHealthIndex.isValid(compact)
      case .healthAndCareNumber: NHSNumber.isChecked(compact) && allocation == .northernIreland
      case .taxpayerReference: TaxpayerReference.isValid(compact)
      case .learnerNumber: LearnerNumber.isValid(compact)
      }
    }
  }

  /// "passes the checks of an NHS number (in an issued range) and a taxpayer reference".
  package var words: String {
    guard !passes.isEmpty else { return "passes no check of a ten-digit number" }
    let named = passes.map { check in
      let article = check == .nhsNumber || check == .healthAndCareNumber ? "an" : "a"
      guard check == .nhsNumber else { return "\(article) \(check.rawValue)" }
      let range =
        isInIssuedRange
        ? "in an issued range" : isInTestRange ? "in the range for tests" : "in no issued range"
      return "\(article) \(check.rawValue) (\(range))"
    }
    let checks = named.count == 1 ? "the check of " : "the checks of "
    let list =
      named.count == 1
      ? named[0] : named.dropLast().joined(separator: ", ") + " and " + named[named.count - 1]
    return "passes " + checks + list
  }
}
