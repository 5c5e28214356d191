package import ExpungeDetection
package import ExpungeJudgement
package import ExpungeText

/// What a redaction will do to one document: the edits of its file, its new name, and what stays.
///
/// Pure: the same audit gives the same plan. The edits are applied by the writer of the format, the
/// copy is then read and scanned again and hunted for survivors before anything is called redacted.
package struct RedactionPlan: Sendable {
  /// A subject under one label, and how often it is replaced.
  package struct Subject: Sendable, Equatable {
    package let label: Label
    package let placeholder: Placeholder
    package let occurrences: Int
  }

  /// A finding that stays on purpose.
  package struct Kept: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
      case outsideScope = "outside-scope"
      case suppressed
      /// An inconsistency, a rule of publication, or a finding without a place.
      case aboutDocument = "about-document"
      /// It says no more than the style would write in its place: a month, a decade.
      case general
    }

    /// Index into the audit's findings.
    package let finding: Int
    package let reason: Reason
  }

  package let style: RedactionStyle
  package let scope: RedactionScope
  /// Ascending and disjoint bytes of the file.
  package let edits: [Edit]
  /// What changes beside the edits so that sentences still read; touches none of them.
  package let mends: [FileEdit]
  /// The redacted name of the file; nil when its name holds nothing to remove.
  package let fileName: [UInt8]?
  /// In the order of their numbers' first appearance.
  package let subjects: [Subject]
  package let removed: [RemovedValue]
  package let kept: [Kept]
  /// Indices of findings that should go and have no place in the file that could be replaced, and of
  /// blocking ones about the document as a whole: the copy cannot be proved.
  package let unplaceable: [Int]

  package var isEmpty: Bool { edits.isEmpty && fileName == nil }

  /// Plans the redaction of a document that was read.
  ///
  /// A subject is removed wholly or not at all: where one of its findings under a label is in scope,
  /// all of them go, but for those that a person has reviewed and kept. Ranges are taken in the
  /// union where they overlap: never a half. O(n log n) in findings, and once over the parts' text.
  ///
  /// - Parameter words: what styles go by beside the text.
  /// - Returns: nil when the audit has no document, since nothing of it was read.
  package init?(
    for audit: DocumentAudit, style: RedactionStyle = .label, scope: RedactionScope = .blocking,
    words: StyleWords = StyleWords()
  ) {
    guard let document = audit.document else { return nil }
    let findings = audit.findings
    let selection = Selection(of: findings, scope: scope)
    var spans = SpanCollector(document: document, findings: findings)
    for index in selection.removed { spans.add(index) }
    var collected = spans.merged()
    let wording = SpanWording(document: document, findings: findings, style: style, words: words)
    let standing = collected.inFile.filter(wording.leavesStanding)
    if !standing.isEmpty { collected.inFile.removeAll(where: wording.leavesStanding) }

    let layout = EditLayout(document: document, findings: findings, spans: collected.inFile)
    var numbering = Numbering(after: document)
    var shown: [Placeholder: Int] = [:]
    var order: [(Label, Placeholder)] = []
    func placeholder(of span: RedactionSpan) -> Placeholder {
      let leader = findings[span.leader]
      let placeholder = numbering.placeholder(for: leader.label, of: leader.subject)
      if shown[placeholder] == nil { order.append((leader.label, placeholder)) }
      shown[placeholder, default: 0] += 1
      return placeholder
    }
    var placeholders: [Int: Placeholder] = [:]
    for span in layout.shown { placeholders[span] = placeholder(of: collected.inFile[span]) }

    var replacements: [Int: Replacement] = [:]
    for span in layout.shown {
      guard let placeholder = placeholders[span] else { continue }
      replacements[span] = wording.replacement(
        for: collected.inFile[span], placeholder,
        behind: span > 0 ? collected.inFile[span - 1] : nil)
    }

    var edits: [Edit] = []
    var editOfSpan: [Int: Int] = [:]
    for cluster in layout.clusters {
      // Every cluster answers to a span that shows, so it has a placeholder.
      guard let placeholder = placeholders[cluster.answersTo] else { continue }
      edits.append(
        Edit(
          source: cluster.source,
          replacement: cluster.leads
            ? Array((replacements[cluster.answersTo]?.words ?? placeholder.text).utf8) : [],
          label: findings[collected.inFile[cluster.answersTo].leader].label,
          placeholder: placeholder))
      for span in cluster.spans where cluster.leads || editOfSpan[span] == nil {
        editOfSpan[span] = edits.count
      }
    }

    var removed = RemovedValues(document: document, findings: findings)
    for (index, span) in collected.inFile.enumerated() {
      guard let placeholder = placeholders[layout.answers[index] ?? index] else { continue }
      removed.add(span, placeholder: placeholder, edit: editOfSpan[index])
    }
    var names: [FileNameRedaction.Piece] = []
    for span in collected.inFileName {
      let placeholder = placeholder(of: span)
      names.append(FileNameRedaction.Piece(range: span.range, placeholder: placeholder))
      removed.add(span, placeholder: placeholder, edit: nil)
    }

    self.style = style
    self.scope = scope
    self.edits = edits
    mends = wording.placed(
      layout.shown.flatMap { span in
        (replacements[span]?.mends ?? []).map { (collected.inFile[span].part, $0) }
      }, beside: edits)
    if let part = document.parts.first(where: { $0.kind == .fileName }), !names.isEmpty {
      fileName = FileNameRedaction.apply(names, to: part.text, format: document.format)
    } else {
      fileName = nil
    }
    subjects = order.map { label, placeholder in
      Subject(label: label, placeholder: placeholder, occurrences: shown[placeholder] ?? 0)
    }
    self.removed = removed.values
    kept =
      (selection.kept
      + standing.flatMap(\.findings).map { Kept(finding: $0, reason: .general) })
      .sorted { $0.finding < $1.finding }
    unplaceable = Set(collected.unplaceable + layout.unplaceable + selection.unanswerable).sorted()
  }
}
