/// Why a pattern was refused.
package struct PatternError: Error, Sendable, Equatable {
  /// Of `code` when the refusal is ours: the pattern has more groups than a scratch has room for.
  package static let tooManyGroups: Int32 = -10_000

  /// libpcre2's number, or one of the constants here.
  package let code: Int32
  /// Byte of the pattern at which it was refused.
  package let offset: Int
  /// Lower case, without a full stop.
  package let message: String
}

/// Why matching ended without an answer. Never to be read as "no match".
package enum MatchError: Error, Sendable, Equatable {
  /// A limit of the scratch that was reached.
  package enum Limit: Sendable, Equatable {
    /// Units of backtracking in one attempt.
    case units
    /// Memory for backtracking.
    case memory
  }

  case gaveUp(Limit)
  /// libpcre2's number for anything else, such as a start offset inside a scalar.
  case failed(Int32)
}
