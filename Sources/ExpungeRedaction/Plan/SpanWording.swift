import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// Finds the words of a style for the spans of a document.
struct SpanWording {
  private let document: Document
  private let findings: [Finding]
  private let style: any ReplacementStyle
  private let words: StyleWords

  init(
    document: Document, findings: [Finding], style: RedactionStyle, words: StyleWords
  ) {
    self.document = document
    self.findings = findings
    self.style = style.style(words)
    self.words = words
  }

  /// Whether a span says no more than the style would, and nothing in it blocks.
  func leavesStanding(_ span: RedactionSpan) -> Bool {
    guard !span.findings.contains(where: { findings[$0].blocking }), !isLabelled(span) else {
      return false
    }
    // The placeholder is never looked at.
    return leak(span, Placeholder(word: "", number: 0), behind: nil).map(style.leavesStanding)
      ?? false
  }

  /// What is written in place of a span.
  ///
  /// - Parameter previous: what goes before it in the same part.
  func replacement(
    for span: RedactionSpan, _ placeholder: Placeholder, behind previous: RedactionSpan?
  ) -> Replacement {
    guard let leak = leak(span, placeholder, behind: previous) else {
      return Replacement(words: placeholder.text)
    }
    let own = isLabelled(span) ? nil : style.replacement(for: leak)
    return own ?? .standingIn(for: leak, placeholder.text)
  }

  private func isLabelled(_ span: RedactionSpan) -> Bool {
    words.labelled.contains(findings[span.leader].label)
  }

  private func leak(
    _ span: RedactionSpan, _ placeholder: Placeholder, behind previous: RedactionSpan?
  ) -> LeakInText? {
    let leader = findings[span.leader]
    // Another piece of the same leak has the words of the first.
    guard let location = leader.location, location.part == span.part else { return nil }
    let part = document.parts[span.part]
    var neighbour: LeakInText.Neighbour?
    if let previous, previous.part == span.part, let place = findings[previous.leader].location {
      neighbour = LeakInText.Neighbour(location: place, range: previous.range)
    }
    return LeakInText(
      label: leader.label, placeholder: placeholder, location: location, range: span.range,
      text: part.text, kind: part.kind, previous: neighbour)
  }

  /// Mends as changes of the file, in its order: those that stand in one piece of it and touch nothing
  /// that goes.
  func placed(_ mends: [(part: Int, mend: Mend)], beside edits: [Edit]) -> [FileEdit] {
    var placed: [FileEdit] = []
    for (number, mend) in mends {
      guard let source = source(of: mend.range, in: document.parts[number]) else { continue }
      let index = edits.partitioningIndex { $0.source.end > source.start }
      if index < edits.count, edits[index].source.overlaps(source) { continue }
      if placed.contains(where: { $0.source.overlaps(source) }) { continue }
      placed.append(FileEdit(source: source, replacement: Array(mend.words.utf8)))
    }
    return placed.sorted { $0.source < $1.source }
  }

  /// The bytes of the file that hold a range and nothing else.
  private func source(of range: ByteRange, in part: Part) -> ByteRange? {
    let runs = part.source.runs
    var index = runs.partitioningIndex { $0.text.end > range.start }
    while index < runs.count, runs[index].text.start < range.end {
      let run = runs[index]
      guard run.verbatim || run.widened || range.contains(run.text) else { return nil }
      index += 1
    }
    let pieces = part.source.pieces(of: range)
    guard pieces.count == 1, let piece = pieces.first, !piece.isEmpty else { return nil }
    return piece
  }
}
