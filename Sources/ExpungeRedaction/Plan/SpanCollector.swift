import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Turns findings into the spans of text to remove: fitted, merged, in the order of the document.
struct SpanCollector {
  struct Collected {
    /// By part, then by place.
    var inFile: [RedactionSpan] = []
    var inFileName: [RedactionSpan] = []
    var unplaceable: [Int] = []
  }

  private let document: Document
  private let findings: [Finding]
  private var spans: [[RedactionSpan]]
  private var unplaceable: [Int] = []

  init(document: Document, findings: [Finding]) {
    self.document = document
    self.findings = findings
    spans = Array(repeating: [], count: document.parts.count)
  }

  /// Adds a finding with every further piece of the same leak.
  mutating func add(_ index: Int) {
    let finding = findings[index]
    guard let location = finding.location else {
      unplaceable.append(index)
      return
    }
    let pieces = finding.related.filter { $0.role == .piece }.map(\.location)
    for place in [location] + pieces {
      guard let range = range(of: place, label: finding.label) else {
        unplaceable.append(index)
        return
      }
      spans[place.part].append(
        RedactionSpan(part: place.part, range: range, leader: index, findings: [index]))
    }
  }

  func merged() -> Collected {
    var collected = Collected()
    collected.unplaceable = unplaceable
    for (index, part) in document.parts.enumerated() {
      let merged = RedactionSpan.merged(spans[index], by: findings)
      if part.kind == .fileName {
        collected.inFileName += merged
      } else {
        collected.inFile += merged
      }
    }
    return collected
  }

  private func range(of place: Location, label: Label) -> ByteRange? {
    guard document.parts.indices.contains(place.part) else { return nil }
    let part = document.parts[place.part]
    let widening = SpanWidening(text: part.text, source: part.source)
    return part.kind == .fileName
      ? widening.fileNamePieces(of: place.range, label: label)
      : widening.characters(of: place.range, label: label)
  }
}
