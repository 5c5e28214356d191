import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// The text of a document on the page: every finding marked and, unless revealed, replaced by its label.
///
/// Marks lead to the findings beside the text and back. Written block by block.
struct PageText {
  let document: MaskedDocument
  /// The document's place among those reported; part of every anchor.
  let number: Int
  private let firstFindings: [Int: [Int: Finding]]

  init(_ document: MaskedDocument, number: Int) {
    self.document = document
    self.number = number
    var firstFindings: [Int: [Int: Finding]] = [:]
    for finding in document.audit.findings {
      guard let location = finding.location, document.part(location.part) != nil else { continue }
      let index = document.mask(of: location.part).firstIndex(endingAfter: location.range.start)
      if let known = firstFindings[location.part]?[index], known.severity >= finding.severity {
        continue
      }
      firstFindings[location.part, default: [:]][index] = finding
    }
    self.firstFindings = firstFindings
  }

  static func anchor(of finding: Finding, in number: Int) -> String {
    "d\(number)-f\(finding.ordinal)"
  }

  /// The mark that shows a finding in the text; nil where it has no place there.
  func mark(of finding: Finding) -> String? {
    guard let location = finding.location, document.part(location.part) != nil else { return nil }
    let index = document.mask(of: location.part).firstIndex(endingAfter: location.range.start)
    guard index < document.mask(of: location.part).spans.count else { return nil }
    return "d\(number)-p\(location.part)-m\(index)"
  }

  /// Parts beside the body that hold findings.
  var otherParts: [Int] {
    firstFindings.keys.filter { document.part($0)?.isMainBody != true }.sorted()
  }

  /// The paragraphs of one part, handed on one by one.
  func write(part index: Int, _ write: (String) throws -> Void) rethrows {
    guard let part = document.part(index) else { return }
    let spans = document.mask(of: index).spans
    var next = 0
    let whole = Block(kind: .paragraph, range: ByteRange(0, part.text.count))
    for block in part.blocks.isEmpty ? [whole] : part.blocks {
      let range = ByteRange(
        min(block.range.start, part.text.count), min(block.range.end, part.text.count))
      var html = "<p class=\"\(block.kind)\">"
      var place = range.start
      while next < spans.count, spans[next].range.end <= range.start { next += 1 }
      var number = next
      while number < spans.count, spans[number].range.start < range.end {
        let span = spans[number]
        let start = max(span.range.start, place)
        html += HTMLText.paragraph(part.text[place..<start])
        let end = min(span.range.end, range.end)
        html += mark(span, number, of: index, in: part, from: start, to: end)
        place = end
        number += 1
      }
      html += HTMLText.paragraph(part.text[place..<range.end])
      try write(html + "</p>\n")
    }
  }

  private func mark(
    _ span: MaskSpans.Span, _ spanIndex: Int, of partIndex: Int, in part: Part, from start: Int,
    to end: Int
  ) -> String {
    // A finding over two blocks has its mark in the first.
    let isFirst = start == span.range.start
    let shown =
      document.reveal == nil
      ? EscapedMarkup.of(MaskedDocument.placeholder(span.label))
      : HTMLText.paragraph(part.text[start..<end])
    guard isFirst || document.reveal != nil else { return "" }
    guard let finding = firstFindings[partIndex]?[spanIndex] else { return "<mark>\(shown)</mark>" }
    let target = Self.anchor(of: finding, in: number)
    let identifier = isFirst ? " id=\"d\(number)-p\(partIndex)-m\(spanIndex)\"" : ""
    let label = EscapedMarkup.of(
      "\(finding.label.words), \(finding.severity.name)\(finding.blocking ? ", blocks" : "")")
    return "<mark\(identifier) class=\"\(finding.severity.name)\" data-finding=\"\(target)\">"
      + "<a class=\"leak\" href=\"#\(target)\" title=\"\(label)\">\(shown)</a></mark>"
  }
}
