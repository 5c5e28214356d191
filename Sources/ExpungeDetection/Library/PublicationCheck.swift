package import ExpungeText

/// A rule of publication: what must not be in a file that a publisher puts on its pages, whoever it may
/// be about.
///
/// It looks at what the reader noticed about the file, at a layer of it, or at wording that says that
/// the text is no final one; never at people.
package struct PublicationCheck: Sendable, Equatable {
  /// What a check looks at.
  package enum Subject: Sendable, Equatable {
    /// What the reader counted; one finding about the whole file. What is counted, for one and for more
    /// ("tracked change", "tracked changes"); both empty where the number says nothing.
    case fact(FileFact, one: String, many: String)
    /// Parts of the file's properties that say something, by what they are called ("author"); a finding
    /// each. Values in small letters that say nothing about anybody.
    case properties([String], harmless: [String])
    /// Phrases in small letters, as whole words of parts of those kinds, or as a whole block of them.
    case wording([String], kinds: [Part.Kind], wholeBlocks: Bool)
    /// Links that leave the publisher's own sites.
    case offSiteLinks
    /// Files beside it that are called as versions of it are; words in small letters by which names tell
    /// versions apart, and what is counted.
    case versions([String], one: String, many: String)
  }

  /// "publication/tracked-changes": what findings, suppressions and profiles call it.
  package var identifier: String
  package var title: String
  package var subject: Subject
  /// Formats in which it means something.
  package var formats: [Document.Format]
  package var classCode: String
  package var label: Label
  package var severity: Severity
  /// Chance in a hundred that a finding is true.
  package var confidence: Int
  package var remedy: Remedy
  /// Why it matters, as one sentence.
  package var reason: String
  /// What to do about it.
  package var suggestion: String
  package var source: String

  package init(
    identifier: String, title: String, subject: Subject, formats: [Document.Format],
    classCode: String, label: Label, severity: Severity, confidence: Int, remedy: Remedy,
    reason: String, suggestion: String, source: String
  ) {
    self.identifier = identifier
    self.title = title
    self.subject = subject
    self.formats = formats
    self.classCode = classCode
    self.label = label
    self.severity = severity
    self.confidence = confidence
    self.remedy = remedy
    self.reason = reason
    self.suggestion = suggestion
    self.source = source
  }
}

extension TableWriter {
  mutating func publicationCheck(_ check: PublicationCheck) {
    text(check.identifier)
    text(check.title)
    switch check.subject {
    case .fact(let fact, let one, let many):
      byte(0)
      byte(fact.rawValue)
      text(one)
      text(many)
    case .properties(let names, let harmless):
      byte(1)
      texts(names)
      texts(harmless)
    case .wording(let phrases, let kinds, let wholeBlocks):
      byte(2)
      texts(phrases)
      texts(kinds.map(\.rawValue))
      flags(wholeBlocks)
    case .offSiteLinks:
      byte(3)
    case .versions(let words, let one, let many):
      byte(4)
      texts(words)
      text(one)
      text(many)
    }
    texts(check.formats.map(\.rawValue))
    text(check.classCode)
    text(check.label.rawValue)
    byte(check.severity.rawValue)
    number(check.confidence)
    text(check.remedy.rawValue)
    text(check.reason)
    text(check.suggestion)
    text(check.source)
  }
}

extension TableReader {
  mutating func publicationCheck() throws(RuleTableError) -> PublicationCheck {
    PublicationCheck(
      identifier: try text(), title: try text(), subject: try publicationSubject(),
      formats: try list { (reader) throws(RuleTableError) in try reader.named() },
      classCode: try text(), label: try named(), severity: try severity(),
      confidence: try number(), remedy: try named(), reason: try text(), suggestion: try text(),
      source: try text())
  }

  private mutating func publicationSubject() throws(RuleTableError) -> PublicationCheck.Subject {
    switch try byte() {
    case 0: return .fact(try enumeration(), one: try text(), many: try text())
    case 1: return .properties(try texts(), harmless: try texts())
    case 2:
      return .wording(
        try texts(), kinds: try list { (reader) throws(RuleTableError) in try reader.named() },
        wholeBlocks: try flags().0)
    case 3: return .offSiteLinks
    case 4: return .versions(try texts(), one: try text(), many: try text())
    default: throw corrupt
    }
  }
}
