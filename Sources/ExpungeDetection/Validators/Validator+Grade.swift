extension Validator {
  /// How the check judges a value.
  package func grade(_ value: Span<UInt8>) -> Grade { .pass }
}
