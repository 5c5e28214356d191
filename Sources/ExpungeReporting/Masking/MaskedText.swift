/// A stretch of a document as a report may show it: words, labels in place of findings, the leak.
///
/// The text is not escaped: each format escapes it for its own reader.
package struct MaskedText: Sendable, Equatable {
  package struct Run: Sendable, Equatable {
    package enum Kind: Sendable {
      case plain
      /// Another finding's label.
      case mask
      /// The finding that is spoken of: its label, or its text when revealed.
      case leak
    }

    package var text: String
    package var kind: Kind
    /// Whether it is a label: its space is part of it, and it is never split.
    package var isLabel = false
  }

  package var runs: [Run] = []

  package var string: String { runs.reduce(into: "") { $0 += $1.text } }

  mutating func append(_ text: String) { append(Run(text: text, kind: .plain)) }

  mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.last, last.kind == run.kind, !last.isLabel, !run.isLabel {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }
}
