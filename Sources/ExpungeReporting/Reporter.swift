package import ExpungeJudgement

/// Where a report's bytes go, in order; throws when they cannot be written.
package typealias ByteSink = ([UInt8]) throws -> Void

/// One form of report, written while the run goes on.
///
/// Called in this order: `begin` once, `document` for each document in printing order, `end` once.
/// What a reporter keeps between two calls does not grow with the number of documents.
package protocol Reporter {
  /// - Throws: what the sink throws.
  mutating func begin(_ header: AuditHeader) throws
  /// - Throws: what the sink throws.
  mutating func document(_ audit: DocumentAudit) throws
  /// - Throws: what the sink throws.
  mutating func end(_ summary: AuditSummary) throws
}

/// How a report names files.
package enum PathStyle: Sendable {
  /// A part of a path that holds a finding is replaced by a constant.
  case masked
  /// As they are: an interactive terminal, or `--paths real`.
  case real
}
