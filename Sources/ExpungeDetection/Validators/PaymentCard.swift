/// A payment card: a range of an issuer, its length, and the Luhn check.
///
/// Source: ISO/IEC 7812-1 (numbering and check digit); the schemes' published ranges. A tenth of
/// random numbers passes Luhn, so the range must hold too.
enum PaymentCard {
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard (12...19).contains(compact.count), compact.isDigits(compact.count), !compact.isUniform,
      CheckDigits.isLuhn(compact), isIssued(compact)
    else { return .fail }
    return .pass
  }

  private static func isIssued(_ value: Compact) -> Bool {
    guard let four = value.number(0..<4) else { return false }
    return switch (four, value.count) {
    case (4000...4999, 13), (4000...4999, 16), (4000...4999, 19): true  // Visa
    case (5100...5599, 16), (2221...2720, 16): true  // Mastercard
    case (3400...3499, 15), (3700...3799, 15): true  // American Express
    case (3000...3059, 14), (3600...3699, 14...19), (3800...3999, 14...19): true  // Diners Club
    case (6011, 16), (6440...6599, 16...19), (6200...6299, 16...19): true  // Discover, UnionPay
    case (3528...3589, 16), (2131, 15), (1800, 15): true  // JCB
    case (5000...5099, 12...19), (5600...5899, 12...19), (6000...6099, 12...19),
      (6300...6399, 12...19), (6700...6799, 12...19):
      true  // Maestro
    default: false
    }
  }
}
