package import ExpungeDetection
package import ExpungeText

/// What stands at the head of every report: what was used, so that it can be repeated.
package struct AuditHeader: Sendable {
  package typealias Pack = PatternLibrary.PackSummary

  package var toolVersion: String
  package var packs: [Pack]
  /// SHA-256 over all packs, in hexadecimal.
  package var rulesHash: String
  package var profile: String
  /// The date the run speaks for, "2026-11-22"; nil when none was given.
  package var at: String?
  /// Severity from which a finding may block.
  package var failOn: Severity
  /// "rules", "people"; empty for everything.
  package var only: [String]
  /// Classes of the taxonomy that this version does not look for, or only in part.
  package var notLookedFor: [UncheckedClass]

  package init(
    toolVersion: String, packs: [Pack], rulesHash: String, profile: String, at: String?,
    failOn: Severity, only: [String], notLookedFor: [UncheckedClass]
  ) {
    self.toolVersion = toolVersion
    self.packs = packs
    self.rulesHash = rulesHash
    self.profile = profile
    self.at = at
    self.failOn = failOn
    self.only = only
    self.notLookedFor = notLookedFor
  }
}

/// A class of the taxonomy that is not looked for, or only in part.
package struct UncheckedClass: Sendable, Equatable {
  package var code: String
  package var title: String
  package var partly: Bool

  package init(code: String, title: String, partly: Bool) {
    self.code = code
    self.title = title
    self.partly = partly
  }
}

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
  /// In printing order: by part, then by place; findings without a place last.
  package var findings: [Finding]
  /// Number of words in the parts that people see.
  package var words: Int
  /// SHA-256 of the file, in hexadecimal; only when nothing blocks and nothing is unread.
  package var sha256: String?
  /// Keyed hash of the file; only when a key was given.
  package var inputIdentifier: String?

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

  /// Whether every layer that should have been examined was.
  package var complete: Bool { unread.isEmpty }
  package var blockingCount: Int { findings.count { $0.blocking } }
}

/// What a run came to.
package struct AuditSummary: Sendable, Equatable {
  package var documents = 0
  package var complete = 0
  package var words = 0
  package var bytes = 0
  package var blocking = 0
  package var findingsBySeverity: [Severity: Int] = [:]
  /// Files found and not asked for: symbolic links, by reason.
  package var excluded: [Excluded] = []

  package init() {}

  package mutating func add(_ audit: DocumentAudit) {
    documents += 1
    if audit.complete { complete += 1 }
    words += audit.words
    for finding in audit.findings {
      findingsBySeverity[finding.severity, default: 0] += 1
      if finding.blocking { blocking += 1 }
    }
  }

  package var verdict: Verdict {
    Verdict(blocking: blocking, incomplete: documents - complete)
  }
}

/// Something outside what was asked for: counted and listed, without effect.
package struct Excluded: Sendable, Equatable {
  package var path: String
  /// Pieces of `path`, by their number between its "/", that hold a leak.
  package var leakingPieces: Set<Int>
  package var reason: String

  package init(path: String, leakingPieces: Set<Int> = [], reason: String) {
    self.path = path
    self.leakingPieces = leakingPieces
    self.reason = reason
  }
}

/// The answer of a run, and the exit code that says it: 3 outranks 1.
package struct Verdict: Sendable, Equatable {
  package var blocking: Int
  /// Documents in which something is unread or capped.
  package var incomplete: Int

  package init(blocking: Int, incomplete: Int) {
    self.blocking = blocking
    self.incomplete = incomplete
  }

  package var exitCode: Int32 {
    if incomplete > 0 { return 3 }
    return blocking > 0 ? 1 : 0
  }
}
