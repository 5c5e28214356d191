import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// What a review left standing in the original, to be known again in its copy, which has no markers.
package struct ReviewedFindings {
  private struct Key: Hashable {
    let rule: String
    let label: Label
    /// The words themselves: held in memory for the length of one redaction.
    let words: [UInt8]
  }

  private let suppressions: [Key: [Suppression]]

  package init(of original: DocumentAudit) {
    var suppressions: [Key: [Suppression]] = [:]
    for finding in original.findings where finding.status == .suppressed {
      guard let key = Self.key(of: finding, in: original), let suppression = finding.suppression
      else { continue }
      suppressions[key, default: []].append(suppression)
    }
    self.suppressions = suppressions
  }

  package var isEmpty: Bool { suppressions.isEmpty }

  /// Exempts in the copy what was exempt in the original, as often as it was and no more.
  package func apply(to copy: inout DocumentAudit) {
    var left = suppressions
    for index in copy.findings.indices where copy.findings[index].status != .suppressed {
      guard let key = Self.key(of: copy.findings[index], in: copy),
        let suppression = left[key]?.popLast()
      else { continue }
      copy.findings[index].suppression = suppression
      copy.findings[index].status = .suppressed
      copy.findings[index].blocking = false
    }
    // What does not fit about a name that stands on purpose stands with it.
    let standing = Set(
      copy.findings.lazy.filter { $0.status == .suppressed }.compactMap(\.location))
    copy.findings.removeAll { finding in
      finding.label == .consistency && finding.location.map(standing.contains) == true
    }
  }

  private static func key(of finding: Finding, in audit: DocumentAudit) -> Key? {
    guard let location = finding.location, let document = audit.document else { return nil }
    let text = document.parts[location.part].text
    return Key(
      rule: finding.rule, label: finding.label,
      words: Array(text[location.range.start..<location.range.end]))
  }
}
