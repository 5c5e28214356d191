import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Builds an audited document from blocks, and finds its places by their text.
struct DocumentBuilder {
  typealias Line = (kind: Block.Kind, mark: String?, text: String)

  var path: String
  var format = Document.Format.plainText
  private(set) var parts: [Part] = []
  private(set) var structures: [PartStructure] = []
  private(set) var findings: [Finding] = []

  init(_ path: String, format: Document.Format = .plainText) {
    self.path = path
    self.format = format
  }

  /// Adds a part; a heading begins a section, and so do the titles of `kinds`.
  @discardableResult
  mutating func add(
    _ name: String, kind: Part.Kind = .body, visibility: Part.Visibility = .shown,
    hasSource: Bool = false, _ lines: [Line]
  ) -> Int {
    var text: [UInt8] = []
    var blocks: [Block] = []
    var sections: [(kind: PartStructure.Section.Kind, title: String, start: Int)] = []
    for line in lines {
      if !text.isEmpty { text.append(0x0A) }
      let start = text.count
      text += line.text.utf8
      blocks.append(Block(kind: line.kind, range: ByteRange(start, text.count), mark: line.mark))
      if line.text.hasPrefix("Summary:") { sections.append((.summary, "Summary", start)) }
      if line.kind == .heading { sections.append((.section, line.text, start)) }
    }
    if sections.first?.start != 0 { sections.insert((.head, "Title", 0), at: 0) }
    if kind != .body { sections = [(.section, "", 0)] }
    let source = hasSource ? SourceMap.identity(from: 3, count: text.count) : .none
    parts.append(
      Part(
        name: name, kind: kind, visibility: visibility, text: text, blocks: blocks, source: source))
    structures.append(
      PartStructure(
        sections: sections.enumerated().map { index, section in
          let end = index + 1 < sections.count ? sections[index + 1].start : text.count
          return PartStructure.Section(
            kind: section.kind, title: section.title, range: ByteRange(section.start, end))
        }, lines: LineIndex(text), ownReference: nil, authority: nil, category: nil))
    return parts.count - 1
  }

  /// Says what stands after "Category :" in the body.
  mutating func categorise(_ text: String) {
    let old = structures[0]
    structures[0] = PartStructure(
      sections: old.sections, lines: old.lines, ownReference: old.ownReference,
      authority: old.authority, category: place(text).range)
  }

  /// The place of a text's n-th appearance, from 1.
  func place(_ text: String, _ appearance: Int = 1, in part: Int = 0) -> Location {
    let wanted = Array(text.utf8)
    let whole = parts[part].text
    var seen = 0
    var start = 0
    while start + wanted.count <= whole.count {
      if whole[start..<start + wanted.count].elementsEqual(wanted) {
        seen += 1
        if seen == appearance {
          return Location(part: part, range: ByteRange(start, start + wanted.count))
        }
      }
      start += 1
    }
    preconditionFailure("the fixture does not hold its own text")
  }

  mutating func find(
    _ label: Label, at location: Location?, _ severity: Severity = .critical,
    confidence: Int = 97, blocking: Bool = true, status: Finding.Status = .new, subject: Int = 1,
    rule: String = "people/introduced-name", classCode: String = "D01",
    suggestion: String = "", value: String? = nil, related: [Related] = [],
    evidence: [Evidence] = []
  ) {
    let ordinal = findings.count + 1
    let digits = String(UInt64(ordinal) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    let place = String(repeating: "0", count: 32 - digits.count) + digits
    findings.append(
      Finding(
        ordinal: ordinal, place: place, value: value, rule: rule, classCode: classCode,
        label: label, severity: severity, confidence: confidence, blocking: blocking,
        status: status, subject: subject, remedy: blocking ? .replace : .generalise,
        suggestion: suggestion, location: location, related: related, evidence: evidence))
  }

  func audit(unread: [Unread] = [], words: Int? = nil, sha256: String? = nil) -> DocumentAudit {
    let counted = parts.filter { $0.visibility == .shown }.reduce(0) { sum, part in
      sum + part.text.split { $0 == 0x20 || $0 == 0x0A }.count
    }
    return DocumentAudit(
      path: path, document: Document(format: format, parts: parts, unread: unread),
      structures: structures, unread: unread, findings: findings, words: words ?? counted,
      sha256: sha256)
  }
}
