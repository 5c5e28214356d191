package import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// An occurrence of a removed value in a copy that was to be free of it. Holds no value.
package struct Survivor: Sendable, Equatable {
  /// In which form it survived.
  package enum Form: String, Sendable, CaseIterable {
    case whole
    /// One word of a name.
    case word
    case plural
    case userName = "user-name"
    /// With something between its letters or digits.
    case split
  }

  package enum Place: Sendable, Equatable {
    case part(Location)
    /// Bytes of the copy's file name.
    case fileName(ByteRange)
    /// Bytes of the copy's file, read without its reader.
    case raw(RawView, ByteRange)
  }

  package let place: Place
  package let form: Form
  package let label: Label
  package let placeholder: Placeholder
  /// Position, from 1, of the edit that should have removed it; nil for a value of the file's name.
  package let edit: Int?
}
