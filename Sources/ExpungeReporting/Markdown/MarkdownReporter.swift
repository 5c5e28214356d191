import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// The caseworker's report as Markdown: for a page, a ticket or a merge request.
///
/// It shows the sentences of findings, masked unless revealed, and ends with the verdict.
package struct MarkdownReporter: Reporter {
  private var view: ReaderView
  private var output: OutputBuffer

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    view = ReaderView(reveal: reveal, paths: paths)
    output = OutputBuffer(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {
    view.begin(header)
    line("# Privacy audit")
    line()
    line(
      "Expunge \(MarkdownText.code(header.toolVersion)), profile "
        + "\(MarkdownText.code(header.profile)), rules \(MarkdownText.code(header.rulesHash))"
        + (header.at.map { ", for \(MarkdownText.escape($0))" } ?? ""))
    line()
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    guard let entry = view.entry(audit) else { return }
    let document = entry.document
    let groups = entry.groups
    line("## \(MarkdownText.code(entry.path))")
    line()
    if audit.document != nil {
      line(MarkdownText.escape(DocumentSynopsis.sentence(audit, groups)))
      line()
    }
    var number = 0
    for (title, list) in [("Blocks publication", groups.blocking), ("Look at", groups.lookAt)]
    where !list.isEmpty {
      line("### \(title)")
      line()
      for group in list {
        number += 1
        try write(group, number: number, in: document)
      }
    }
    write(groups.alsoThere, under: "Also there: these identify only together", in: document)
    write(groups.known, under: "Known: in the baseline, not yet reviewed", in: document)
    writeList("Exempt by a review", groups.exempt) { finding in
      let line = finding.location.map {
        ", line \(Wording.grouped(document.position(of: $0.range.start, in: $0.part).line))"
      }
      let reason = finding.suppression.map {
        ": \(Wording.unstopped(document.text(of: $0.reason)))"
      }
      return MarkdownText.escape(
        Wording.stopped(
          Wording.capitalised(finding.label.words) + (line ?? "") + (reason ?? "")))
    }
    writeList("Markers that exempt nothing", audit.markers.filter { $0.state != .honoured }) {
      let line = document.position(of: $0.location.range.start, in: $0.location.part).line
      return "Line \(Wording.grouped(line)): \(MarkdownText.escape($0.state.words))"
    }
    writeList("Not read", audit.unread) { MarkdownText.escape(FindingSentence.unread($0)) }
    writeList("Accepted unread by a review", audit.acknowledged) {
      MarkdownText.escape(FindingSentence.acknowledged($0))
    }
    try output.flushWhenFull()
  }

  package mutating func end(_ summary: AuditSummary) throws {
    if view.quietDocuments > 0, summary.documents > 1 {
      line("In \(Wording.count(view.quietDocuments, "document")) nothing was found.")
      line()
    }
    if !summary.excluded.isEmpty {
      line("## Not asked for, and not examined")
      line()
      for (index, item) in summary.excluded.enumerated() {
        line(
          "- \(MarkdownText.code(view.excluded(item, at: index))): "
            + MarkdownText.escape(Wording.stopped(item.reason)))
        try output.flushWhenFull()
      }
      line()
    }
    writeUnchecked(view.header?.notLookedFor ?? [])
    line("## Verdict")
    line()
    let text = view.sentence(summary).text
    let word = text.prefix { $0 != ":" }
    line("**\(word)**\(MarkdownText.escape(String(text.dropFirst(word.count))))")
    try output.flush()
  }
}

// MARK: - Pieces

extension MarkdownReporter {
  private mutating func line(_ text: String = "") { output.append(text + "\n") }

  private mutating func writeList<Item>(
    _ title: String, _ items: [Item], _ words: (Item) -> String
  ) {
    guard !items.isEmpty else { return }
    line("### \(title)")
    line()
    for item in items { line("- \(words(item))") }
    line()
  }

  /// All that is known about one person or address.
  private mutating func write(
    _ group: FindingGroups.Group, number: Int, in document: MaskedDocument
  ) throws {
    let places =
      group.findings.count > 1 ? ", \(Wording.count(group.findings.count, "place"))" : ""
    line("\(number). **\(MarkdownText.escape(group.title + places))**")
    line()
    for finding in group.findings {
      let words = PlaceWords(document)
      let position = words.position(finding.location).map { " (\($0))" } ?? ""
      line("   - \(words.place(finding.location).markdown)\(MarkdownText.escape(position))  ")
      var weight = [Wording.capitalised(FindingSentence.weight(finding)), finding.label.words]
      if !finding.blocking { weight.append("does not block") }
      weight += FindingReasons.standing(finding)
      line("     \(MarkdownText.escape(weight.joined(separator: ", ")))")
      if let location = finding.location {
        let excerpt = document.excerpt(at: location, label: finding.label, width: 240)
        line()
        line("     > \(excerpt.markdown)")
      }
      line()
      for (title, words) in [
        ("Why", FindingReasons.words(finding, against: false, atMost: 3)),
        ("Against", FindingReasons.words(finding, against: true, atMost: 2)),
        ("Instead", finding.suggestion),
      ] where !words.isEmpty {
        line("     *\(title):* \(MarkdownText.escape(words))  ")
      }
      line("     \(MarkdownText.code(finding.id)), \(MarkdownText.code(finding.rule))")
      line()
      try output.flushWhenFull()
    }
  }

  /// Places alone, by label.
  private mutating func write(
    _ findings: [Finding], under title: String, in document: MaskedDocument
  ) {
    let labels = Label.allCases.filter { label in findings.contains { $0.label == label } }
    writeList(title, labels) { label in
      let same = findings.filter { $0.label == label }
      return MarkdownText.escape(
        "\(Wording.count(same.count, label)): \(DocumentSynopsis.places(of: same, in: document))")
    }
  }

  private mutating func writeUnchecked(_ classes: [UncheckedClass]) {
    guard !classes.isEmpty else { return }
    line("## Not looked for, or only in part")
    line()
    for item in classes {
      line(
        "- \(item.code) \(MarkdownText.escape(item.title))\(item.partly ? " (in part)" : "")")
    }
    line()
  }
}
