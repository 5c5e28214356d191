import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Collects what a plan removes, each value once for a placeholder.
struct RemovedValues {
  private struct Key: Hashable {
    let placeholder: Placeholder
    let text: [UInt8]
  }

  private let document: Document
  private let findings: [Finding]
  private var known: Set<Key> = []
  private(set) var values: [RemovedValue] = []

  init(document: Document, findings: [Finding]) {
    self.document = document
    self.findings = findings
  }

  /// Adds the value of each finding of a span: overlapping findings are hunted one by one, since
  /// their union stands nowhere else.
  mutating func add(_ span: RedactionSpan, placeholder: Placeholder, edit: Int?) {
    for index in span.findings {
      let finding = findings[index]
      let pieces = finding.related.filter { $0.role == .piece }.map(\.location)
      for place in [finding.location].compactMap({ $0 }) + pieces where place.part == span.part {
        let part = document.parts[place.part]
        let widening = SpanWidening(text: part.text, source: part.source)
        guard let range = widening.value(of: place.range, label: finding.label) else {
          continue
        }
        let text = Array(part.text[range.start..<range.end])
        if known.insert(Key(placeholder: placeholder, text: text)).inserted {
          values.append(
            RemovedValue(label: finding.label, placeholder: placeholder, edit: edit, text: text))
        }
      }
    }
  }
}
