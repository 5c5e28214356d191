package import ExpungeText

/// What judgement made of a document.
package struct Judgement: Sendable {
  /// In printing order.
  package var findings: [Finding]
  /// Markers that ask to leave a finding standing, with what became of them.
  package var markers: [InlineMarker]
  /// Findings beyond the limit that were left out, the least severe first; 0 when all are listed.
  package var capped: Int
  /// What stands near the findings and was left out.
  package var unlisted: [Unlisted]
  /// Whether there are names beyond the limit, which were not hunted.
  package var cappedNames: Bool
  /// For each part: stretches that a guard explains so that no name is found there; only when asked.
  package var explained: [[Explained]]
  /// What became of every hit; only when asked.
  package var considered: [Considered]
  /// Every guard that speaks; only when asked.
  package var heard: [HeardGuard]
  /// Rules whose context could not be judged, with the part: unread for them.
  package var failures: [Failure]
  /// Rules and guards that gave up, with the part: it is not examined.
  package var silent: [Failure]
  /// The document's pseudonyms and whose they are; only when asked.
  package var cast: DocumentCast?

  /// A stretch that a vetoing guard explains.
  package struct Explained: Sendable, Equatable {
    /// Bytes of the part's text.
    package var range: ByteRange
    package var guardIdentifier: String
  }

  package struct Failure: Sendable, Equatable {
    package var part: Int
    package var rule: String
  }
}
