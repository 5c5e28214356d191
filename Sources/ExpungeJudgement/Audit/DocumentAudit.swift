package import ExpungeText

/// One document after judgement: all that a report, a redaction or an explanation needs.
package struct DocumentAudit: Sendable {
  /// As given on the command line, or found below a folder that was.
  package var path: String
  /// Pieces of `path`, by their number between its "/", that hold a leak by themselves: names of
  /// folders, and the file's own name where it is no part of the document.
  package var leakingPieces: Set<Int> = []
  /// Nil when the document could not be read at all; `unread` then says why.
  package var document: Document?
  /// One for each part, in the same order.
  package var structures: [PartStructure]
  package var unread: [Unread]
  /// What was not read and is accepted by a review, by its content.
  package var acknowledged: [Acknowledged] = []
  /// In printing order: by part, then by place; findings without a place last.
  package var findings: [Finding]
  /// Markers that ask to leave a finding standing, with what became of them.
  package var markers: [InlineMarker] = []
  /// What stands near the findings and is not listed, where there are more than the limit.
  package var unlisted: [Unlisted] = []
  /// Number of words in the parts that people see.
  package var words: Int
  /// SHA-256 of the file, in hexadecimal; only when nothing blocks and nothing is unread.
  package var sha256: String?
  /// Keyed hash of the file; only when a key was given.
  package var inputIdentifier: String?
  /// The lines of the file itself, for formats that point into it; only when asked, and only where they
  /// are not those of the body's text.
  package var fileLines: LineIndex?

  package init(
    path: String, document: Document?, structures: [PartStructure] = [], unread: [Unread],
    findings: [Finding], words: Int = 0, sha256: String? = nil, inputIdentifier: String? = nil
  ) {
    self.path = path
    self.document = document
    self.structures = structures
    self.unread = unread
    self.findings = findings
    self.words = words
    self.sha256 = sha256
    self.inputIdentifier = inputIdentifier
  }

  /// Whether every layer that should have been examined was, or is accepted unread.
  package var complete: Bool { unread.isEmpty }
  package var blockingCount: Int { findings.count { $0.blocking } }
}
