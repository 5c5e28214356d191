extension Unicode.Scalar {
  /// Whether it must not be shown as it is: it could move the cursor, hide, or turn text round.
  ///
  /// Control characters with ESC, line and paragraph separators, bidirectional controls, zero-width
  /// and other invisible characters, private and unassigned ones. Source: the general categories and
  /// Default_Ignorable_Code_Point of the Unicode Character Database. Emoji style selectors may pass.
  package var isUnsafeToShow: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xA0 { return true }
    if value == 0xFE0E || value == 0xFE0F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }
}
