package import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// One audited document as reports may show it: every text asked of it comes masked, unless revealed.
///
/// What is costly (masks, offsets in other units, paragraph numbers) is made once for each part, when
/// first asked for. Not `Sendable`: one for each document and report.
package final class MaskedDocument {
  private struct Title { let shown: String? }

  package let audit: DocumentAudit
  let reveal: Reveal?
  private let extraMarks: [(location: Location, label: Label)]
  private var masks: [Int: MaskSpans] = [:]
  private var units: [Int: UnitIndex] = [:]
  private var lines: [Int: LineIndex] = [:]
  private var numbers: [Int: BlockNumbers] = [:]
  /// By part, then by the byte at which the section begins.
  private var titles: [Int: [Int: Title]] = [:]
  private lazy var marksByPart = gatherMarks()

  /// - Parameter marking: places to hide beside the findings, such as hits that came to nothing.
  package init(
    _ audit: DocumentAudit, reveal: Reveal? = nil,
    marking: [(location: Location, label: Label)] = []
  ) {
    self.audit = audit
    self.reveal = reveal
    extraMarks = marking
  }

  package static func placeholder(_ label: Label) -> String { "[\(label.placeholder)]" }

  /// What a finding's text is shown as: its label, or the text itself when revealed.
  package func text(of finding: Finding) -> String {
    guard let document = audit.document, let location = finding.location,
      let reveal = reveal ?? (showsPlace(of: finding) ? Reveal() : nil),
      let part = part(location.part), location.range.end <= part.text.count
    else {
      let location = finding.label == .consistency ? finding.location : nil
      return Self.placeholder(
        location.flatMap { mask(of: $0.part).span(overlapping: $0.range)?.label } ?? finding.label)
    }
    return Disclosure(of: finding, in: document, by: reveal).text
  }

  /// Whether a finding's place is a pseudonym or a pronoun, and nothing that is hidden touches it.
  private func showsPlace(of finding: Finding) -> Bool {
    guard !finding.hidesItsPlace, let location = finding.location else { return false }
    return mask(of: location.part).span(overlapping: location.range) == nil
  }

  /// A whole part, every finding in it replaced by its label.
  package func maskedText(ofPart index: Int) -> String {
    guard let text = part(index)?.text else { return "" }
    var masked = ""
    var place = 0
    for span in mask(of: index).spans {
      masked += String(decoding: text[place..<span.range.start], as: UTF8.self)
      masked += Self.placeholder(span.label)
      place = span.range.end
    }
    return masked + String(decoding: text[place...], as: UTF8.self)
  }

  /// A stretch of a part on one line, every finding in it replaced by its label.
  package func maskedText(of location: Location) -> String {
    guard let part = part(location.part) else { return "" }
    var excerpt = Excerpt()
    add(
      clamped(location.range, in: part), of: part, spans: mask(of: location.part), focus: nil,
      label: .person, to: &excerpt)
    return excerpt.opening(width: 400, words: .max, cutAfter: false).string
  }

  /// A reviewer's words: a document's own come masked.
  package func text(of words: Suppression.Words) -> String {
    switch words {
    case .text(let text): text
    case .place(let location): maskedText(of: location)
    }
  }

  /// The sentence that holds a place, every finding in it replaced by its label.
  ///
  /// - Parameters:
  ///   - label: stands for the place itself where no mask covers it.
  ///   - width: cells of a terminal.
  package func excerpt(at location: Location, label: Label, width: Int) -> MaskedText {
    guard let part = part(location.part) else { return MaskedText() }
    let focus = clamped(location.range, in: part)
    let spans = mask(of: location.part)
    let hidden = reveal == nil ? spans.widened(focus) : focus
    let block = block(at: focus.start, in: location.part)
    let whole = block.map { contents(of: $0, in: part) } ?? lineRange(of: focus, in: location.part)
    let around = whole.union(hidden)
    // Enough to fill the width in any script, little enough for a paragraph of a megabyte.
    let reach = max(240, 3 * width)
    let window = ByteRange(
      UTF8Cursor.ceiling(max(around.start, hidden.start - reach), in: part.text),
      UTF8Cursor.floor(min(around.end, hidden.end + reach), in: part.text))
    let stretch = Sentence.around(hidden, in: part.text, within: window)
    var excerpt = Excerpt()
    add(stretch, of: part, spans: spans, focus: hidden, label: label, to: &excerpt)
    return excerpt.around(
      width: width, cutBefore: stretch.start == window.start && window.start > around.start,
      cutAfter: stretch.end == window.end && window.end < around.end)
  }

  /// The first words of the block that holds a place, masked; nil where there is none.
  func opening(at location: Location, width: Int, words: Int) -> MaskedText? {
    guard let part = part(location.part),
      let block = block(at: location.range.start, in: location.part)
    else { return nil }
    let whole = contents(of: block, in: part)
    let spans = mask(of: location.part)
    let stretch = ByteRange(
      whole.start, UTF8Cursor.floor(min(whole.end, whole.start + 16 * width), in: part.text))
    let isCut = stretch.end < whole.end
    var excerpt = Excerpt()
    add(stretch, of: part, spans: spans, focus: nil, label: .person, to: &excerpt)
    return excerpt.opening(width: width, words: words, cutAfter: isCut)
  }

  /// The section's title that holds a place, masked and at most 120 cells wide; nil where it has none.
  package func sectionTitle(at location: Location) -> String? {
    guard audit.structures.indices.contains(location.part),
      let section = audit.structures[location.part].section(at: location.range.start),
      !section.title.isEmpty
    else { return nil }
    // Only a heading is the document's own words; the other titles are ours.
    guard section.kind == .section else { return section.title }
    if let known = titles[location.part]?[section.range.start] { return known.shown }
    let title = maskedTitle(of: section, in: location.part)
    titles[location.part, default: [:]][section.range.start] = Title(shown: title)
    return title
  }

  private func maskedTitle(of section: PartStructure.Section, in index: Int) -> String? {
    guard let part = part(index) else { return nil }
    let title = Array(section.title.utf8)
    let end = section.range.start + title.count
    // A title that is not where the section begins cannot be masked, so it is not shown.
    guard end <= part.text.count, part.text[section.range.start..<end].elementsEqual(title) else {
      return nil
    }
    let spans = mask(of: index)
    let stretch = ByteRange(
      section.range.start,
      UTF8Cursor.floor(min(end, section.range.start + 1000), in: part.text))
    let isCut = stretch.end < end
    var excerpt = Excerpt()
    add(stretch, of: part, spans: spans, focus: nil, label: .person, to: &excerpt)
    return excerpt.opening(width: 120, words: .max, cutAfter: isCut).string
  }

  /// Adds a stretch, labels in place of what is masked, however the stretch cuts it.
  private func add(
    _ stretch: ByteRange, of part: Part, spans: MaskSpans, focus: ByteRange?, label: Label,
    to excerpt: inout Excerpt
  ) {
    var place = stretch.start
    func addPlain(to end: Int, leak: Bool = false) {
      if place < end { excerpt.add(part.text[place..<end], leak: leak) }
      place = max(place, end)
    }
    guard reveal == nil else {
      if let focus {
        addPlain(to: focus.start)
        addPlain(to: focus.end, leak: true)
      }
      addPlain(to: stretch.end)
      return
    }
    var hidesFocus = focus == nil
    var index = spans.firstIndex(endingAfter: stretch.start)
    while index < spans.spans.count, spans.spans[index].range.start < stretch.end {
      let span = spans.spans[index]
      addPlain(to: min(span.range.start, stretch.end))
      let isLeak = focus.map(span.range.overlaps) ?? false
      if isLeak, hidesFocus {
        // The focus reaches over a second stretch: one label is enough.
      } else {
        excerpt.add(
          label: Self.placeholder(isLeak && label != .consistency ? label : span.label),
          leak: isLeak)
      }
      if isLeak { hidesFocus = true }
      place = max(place, span.range.end)
      index += 1
    }
    if let focus, !hidesFocus {
      // An empty place: nothing stands there to be masked.
      addPlain(to: focus.start)
      if label == .consistency {
        addPlain(to: focus.end, leak: true)
      } else {
        excerpt.add(label: Self.placeholder(label), leak: true)
      }
      place = max(place, focus.end)
    }
    addPlain(to: stretch.end)
  }
}

// MARK: - Parts, lines, blocks

extension MaskedDocument {
  func part(_ index: Int) -> Part? {
    guard let parts = audit.document?.parts, parts.indices.contains(index) else { return nil }
    return parts[index]
  }

  func mask(of part: Int) -> MaskSpans {
    if let known = masks[part] { return known }
    let made = MaskSpans(marksByPart[part] ?? [], in: self.part(part)?.text ?? [])
    masks[part] = made
    return made
  }

  func unitIndex(of part: Int) -> UnitIndex {
    if let known = units[part] { return known }
    let made = UnitIndex(self.part(part)?.text ?? [])
    units[part] = made
    return made
  }

  func lineIndex(of part: Int) -> LineIndex {
    if audit.structures.indices.contains(part) { return audit.structures[part].lines }
    if let known = lines[part] { return known }
    let made = LineIndex(self.part(part)?.text ?? [])
    lines[part] = made
    return made
  }

  func blockNumbers(of part: Int) -> BlockNumbers {
    if let known = numbers[part] { return known }
    let sections = audit.structures.indices.contains(part) ? audit.structures[part].sections : []
    let made = BlockNumbers(self.part(part), sections: sections)
    numbers[part] = made
    return made
  }

  /// Line and column of a byte, both from 1. O(log n), however long the line.
  package func position(of offset: Int, in part: Int) -> LineIndex.Position {
    let lines = lineIndex(of: part)
    let line = lines.line(at: offset)
    let index = unitIndex(of: part)
    return LineIndex.Position(
      line: line,
      column: index.units(before: offset).scalars
        - index.units(before: lines.start(ofLine: line)).scalars + 1)
  }

  /// The block that holds a byte. O(log blocks).
  func block(at offset: Int, in part: Int) -> Block? {
    guard let blocks = self.part(part)?.blocks else { return nil }
    let index = BlockNumbers.index(of: offset, in: blocks)
    return index.map { blocks[$0] }
  }

  /// A block's words, without white space at its ends and the mark it opens with.
  func contents(of block: Block, in part: Part) -> ByteRange {
    let text = part.text
    let contents = ByteRange(
      min(block.range.start, text.count), min(block.range.end, text.count)
    ).trimmed(in: text)
    guard let mark = block.mark, mark.utf8.count < contents.count,
      text[contents.start..<contents.end].starts(with: mark.utf8)
    else { return contents }
    return ByteRange(contents.start + mark.utf8.count, contents.end).trimmed(in: text)
  }

  private func lineRange(of range: ByteRange, in part: Int) -> ByteRange {
    let lines = lineIndex(of: part)
    let line = lines.line(at: range.start)
    let start = lines.start(ofLine: line)
    let end =
      line < lines.count ? lines.start(ofLine: line + 1) : self.part(part)?.text.count ?? range.end
    return ByteRange(start, max(end, start))
  }

  private func clamped(_ range: ByteRange, in part: Part) -> ByteRange {
    let start = UTF8Cursor.floor(range.start, in: part.text)
    return ByteRange(start, max(start, UTF8Cursor.ceiling(range.end, in: part.text)))
  }

  /// Every finding's places, related ones too, and what else the caller wants hidden.
  private func gatherMarks() -> [Int: [MaskSpans.Mark]] {
    var marks: [Int: [MaskSpans.Mark]] = [:]
    for finding in audit.findings where finding.hidesItsPlace {
      for location in [finding.location].compactMap(\.self) + finding.related.map(\.location) {
        marks[location.part, default: []].append(
          MaskSpans.Mark(
            range: location.range, label: finding.label,
            // What is inconsistent about a name tells less than that it is one.
            severity: finding.label == .consistency ? .info : finding.severity))
      }
    }
    for extra in audit.unlisted {
      marks[extra.location.part, default: []].append(
        MaskSpans.Mark(range: extra.location.range, label: extra.label, severity: .info))
    }
    for extra in extraMarks {
      marks[extra.location.part, default: []].append(
        MaskSpans.Mark(range: extra.location.range, label: extra.label, severity: .info))
    }
    return marks
  }
}
