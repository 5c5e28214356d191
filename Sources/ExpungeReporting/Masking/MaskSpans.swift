import ExpungeDetection
import ExpungeText

/// The stretches of one part that a report must not show, each with the label that stands for it.
///
/// Findings that overlap make one stretch, and every stretch is widened to whole words, so that no
/// piece of a value is left beside its label.
struct MaskSpans {
  /// What one finding contributes.
  struct Mark {
    var range: ByteRange
    var label: Label
    var severity: Severity
  }

  struct Span: Equatable {
    var range: ByteRange
    var label: Label
  }

  /// Ascending and disjoint.
  let spans: [Span]

  /// O(n + m log m) for n bytes and m marks; ranges outside the text are cut to it.
  init(_ marks: [Mark], in text: [UInt8]) {
    var spans: [Span] = []
    var best: Mark?
    for mark in marks.sorted(by: { $0.range < $1.range }) {
      let start = UTF8Cursor.floor(mark.range.start, in: text)
      let end = UTF8Cursor.ceiling(mark.range.end, in: text)
      guard start < end else { continue }
      if let last = spans.last, start < last.range.end {
        if end > last.range.end {
          spans[spans.count - 1].range.end = WordShape.wordEnd(from: end, in: text)
        }
        if let current = best, Self.outranks(mark, current) {
          spans[spans.count - 1].label = mark.label
          best = mark
        }
      } else {
        let limit = spans.last?.range.end ?? 0
        let whole = ByteRange(
          WordShape.wordStart(from: start, notBefore: limit, in: text),
          WordShape.wordEnd(from: end, in: text))
        spans.append(Span(range: whole, label: mark.label))
        best = mark
      }
    }
    self.spans = spans
  }

  /// Of two findings in one stretch the worse names it, and of two as bad the wider.
  private static func outranks(_ a: Mark, _ b: Mark) -> Bool {
    a.severity != b.severity ? a.severity > b.severity : a.range.count > b.range.count
  }

  /// Index of the first stretch that ends after a byte. O(log m).
  func firstIndex(endingAfter offset: Int) -> Int {
    spans.partitioningIndex { $0.range.end > offset }
  }

  /// The stretch that a range shares a byte with, if any: the first.
  func span(overlapping range: ByteRange) -> Span? {
    let index = firstIndex(endingAfter: range.start)
    guard index < spans.count, spans[index].range.overlaps(range) else { return nil }
    return spans[index]
  }

  /// The range with every stretch that it cuts taken in whole.
  func widened(_ range: ByteRange) -> ByteRange {
    guard !range.isEmpty else { return range }
    var whole = range
    if let first = span(overlapping: range) { whole = whole.union(first.range) }
    let index = firstIndex(endingAfter: range.end - 1)
    if index < spans.count, spans[index].range.overlaps(range) {
      whole = whole.union(spans[index].range)
    }
    return whole
  }
}
