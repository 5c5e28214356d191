import ExpungeDetection

extension Candidate {
  /// Says what the digits of a value tell beside the one check of its rule: every check that a run of
  /// ten passes, and what a true number gives away about its holder.
  ///
  /// O(length of the value).
  mutating func read(_ value: ArraySlice<UInt8>, of rule: Rule) {
    guard value.count <= Self.longestIdentifier else { return }
    let bytes = Array(value)
    let validator = rule.validation?.validator
    if Self.tenDigitLabels.contains(leak.label), let reading = TenDigitReading(bytes.span),
      !reading.passes.isEmpty || validator != nil
    {
      weigh(.check, "ten-digits", "As ten digits it \(reading.words).", 0)
    }
    if let validator, let words = validator.reveals(bytes.span) {
      weigh(
        .check, validator.rawValue,
        "\(words.prefix(1).uppercased())\(words.dropFirst()).", 0)
    }
  }

  /// Lowers the confidence for each guard that knows a harmless reading but may not veto.
  mutating func doubt(_ guards: [(rule: Rule, points: Int)]) {
    for (rule, points) in guards {
      weigh(
        .lowered, rule.identifier, "Less likely, because it may be: \(rule.title).", -points)
    }
  }

  /// Bytes; longer values are no identifier with a check.
  private static let longestIdentifier = 60

  /// What a run of ten digits may be called.
  private static let tenDigitLabels: Set<Label> = [
    .nhsNumber, .taxReference, .pupilNumber, .nationalIdentifier, .reference, .bankAccount,
  ]
}
