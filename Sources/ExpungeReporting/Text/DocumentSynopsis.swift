import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// What a document came to, in a line of words.
enum DocumentSynopsis {
  /// "Plain text, 1,204 words: 3 findings block publication, 1 to look at, 4 more."
  static func sentence(_ audit: DocumentAudit, _ groups: FindingGroups) -> String {
    let blocking = audit.blockingCount
    let told = (groups.blocking + groups.lookAt).reduce(0) { $0 + $1.findings.count }
    var counts: [String] = []
    if blocking > 0 {
      counts.append(
        Wording.count(blocking, "finding blocks publication", "findings block publication"))
    }
    if told > blocking { counts.append("\(Wording.grouped(told - blocking)) to look at") }
    let others = groups.alsoThere.count + groups.exempt.count + groups.known.count
    if others > 0 { counts.append("\(Wording.grouped(others)) more") }
    if counts.isEmpty { counts.append("nothing was found") }
    let format = audit.document.map { Wording.name(of: $0.format) } ?? "document"
    return Wording.capitalised(format)
      + ", \(Wording.count(audit.words, "word")): \(counts.joined(separator: ", "))."
  }

  /// "lines 12, 14 and 41; link 2".
  static func places(of findings: [Finding], in document: MaskedDocument) -> String {
    let most = 12
    var lines: [String] = []
    var others: [String] = []
    for finding in findings.prefix(most) {
      guard let location = finding.location, let part = document.part(location.part) else {
        others.append("the document as a whole")
        continue
      }
      let line = Wording.grouped(
        document.position(of: location.range.start, in: location.part).line)
      if part.isMainBody {
        if lines.last != line { lines.append(line) }
      } else if others.last != PlaceWords.name(of: part) {
        others.append(PlaceWords.name(of: part))
      }
    }
    var pieces: [String] = []
    if !lines.isEmpty {
      pieces.append("\(lines.count == 1 ? "line" : "lines") \(Wording.list(lines))")
    }
    pieces += others
    let rest = findings.count - min(findings.count, most)
    if rest > 0 { pieces.append("and \(Wording.grouped(rest)) more") }
    return pieces.joined(separator: "; ")
  }
}
