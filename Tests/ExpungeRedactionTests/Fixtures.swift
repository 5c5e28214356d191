import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Testing

/// A finding that tests place by the text it stands on.
struct Planted {
  var value: String
  /// Which occurrence, from 0; nil for all.
  var occurrence: Int?
  var label: Label
  var subject: Int
  var severity: Severity
  var blocking: Bool
  var status: Finding.Status
  var part: Int

  init(
    _ value: String, _ label: Label = .person, subject: Int = 1, occurrence: Int? = nil,
    severity: Severity = .high, blocking: Bool = true, status: Finding.Status = .new, part: Int = 0
  ) {
    self.value = value
    self.label = label
    self.subject = subject
    self.occurrence = occurrence
    self.severity = severity
    self.blocking = blocking
    self.status = status
    self.part = part
  }
}

enum Fixture {
  static func part(
    _ text: String, name: String = "body", kind: Part.Kind = .body, source: SourceMap? = nil
  ) -> Part {
    let bytes = Array(text.utf8)
    return Part(
      name: name, kind: kind, visibility: kind == .body ? .shown : .metadata, text: bytes,
      blocks: [], source: source ?? .identity(from: 0, count: bytes.count))
  }

  static func fileName(_ name: String) -> Part {
    part(name, name: "file name", kind: .fileName, source: SourceMap.none)
  }

  static func finding(
    _ location: Location?, _ label: Label = .person, subject: Int = 1, severity: Severity = .high,
    blocking: Bool = true, status: Finding.Status = .new, remedy: Remedy = .replace,
    related: [Related] = []
  ) -> Finding {
    Finding(
      ordinal: 1, place: "", rule: "test/test", classCode: "D01", label: label, severity: severity,
      confidence: 90, blocking: blocking, status: status, subject: subject, remedy: remedy,
      suggestion: "", location: location, related: related, evidence: [])
  }

  static func findings(_ planted: [Planted], in parts: [Part]) -> [Finding] {
    planted.flatMap { plant in
      let places = ranges(of: Array(plant.value.utf8), in: parts[plant.part].text)
      precondition(!places.isEmpty, "the fixture does not hold what it plants")
      return places.enumerated()
        .filter { plant.occurrence == nil || plant.occurrence == $0.offset }
        .map {
          finding(
            Location(part: plant.part, range: $0.element), plant.label, subject: plant.subject,
            severity: plant.severity, blocking: plant.blocking, status: plant.status)
        }
    }
  }

  static func audit(
    _ parts: [Part], _ planted: [Planted], format: Document.Format = .plainText
  ) -> DocumentAudit {
    DocumentAudit(
      path: "x", document: Document(format: format, parts: parts), unread: [],
      findings: findings(planted, in: parts))
  }

  /// Every place of a needle, overlapping ones too.
  static func ranges(of needle: [UInt8], in text: [UInt8]) -> [ByteRange] {
    guard !needle.isEmpty, needle.count <= text.count else { return [] }
    return (0...(text.count - needle.count))
      .filter { text[$0..<($0 + needle.count)].elementsEqual(needle) }
      .map { ByteRange($0, $0 + needle.count) }
  }

  static func apply(_ edits: [Edit], to file: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var from = 0
    for edit in edits {
      result += file[from..<edit.source.start]
      result += edit.replacement
      from = edit.source.end
    }
    return result + file[from...]
  }

  /// The redacted text of a document with one plain part.
  static func redacted(
    _ text: String, _ planted: [Planted], scope: RedactionScope = .blocking
  ) throws -> String {
    let audit = audit([part(text)], planted)
    let plan = try #require(RedactionPlan(for: audit, scope: scope))
    return String(decoding: apply(plan.edits, to: Array(text.utf8)), as: UTF8.self)
  }
}
