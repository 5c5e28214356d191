import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// The caseworker's report: what was found, where, why, and what to write instead.
///
/// Its last line is the verdict. With colour or without, the words are the same.
package struct TextReporter: Reporter {
  package struct Options: Sendable {
    package var style = Style()
    /// Leave to show what findings hold; nil shows labels.
    package var reveal: Reveal?
    package var paths = PathStyle.masked
    /// Whether to print the verdict and nothing else.
    package var verdictOnly = false
    /// Whether documents with nothing but indirect findings are only counted: for long runs.
    package var brief = false
    /// Whether every class that is not looked for is listed, or only their number.
    package var listsUnchecked = false
    /// The option that lists them, as the line with their number calls it.
    package var uncheckedOption = "--not-looked-for"

    package init() {}
  }

  let options: Options
  var canvas: Canvas
  private var view: ReaderView

  package init(options: Options, sink: @escaping ByteSink) {
    self.options = options
    view = ReaderView(reveal: options.reveal, paths: options.paths)
    canvas = Canvas(style: options.style, sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws { view.begin(header) }

  package mutating func document(_ audit: DocumentAudit) throws {
    let brief = options.brief
    let entry = view.entry(audit) { groups in
      brief && groups.blocking.isEmpty && groups.lookAt.isEmpty && audit.complete
    }
    guard let entry, !options.verdictOnly else { return }
    try write(entry)
  }

  package mutating func end(_ summary: AuditSummary) throws {
    if !options.verdictOnly {
      writeQuiet(summary)
      writeExcluded(summary.excluded)
      writeUnchecked(view.header?.notLookedFor ?? [])
    }
    let line = view.sentence(summary)
    canvas.line(line.text, line.tone)
    try canvas.flush()
  }
}

// MARK: - One document

extension TextReporter {
  private mutating func write(_ shown: ReaderView.Entry) throws {
    let (audit, document, groups) = (shown.audit, shown.document, shown.groups)
    canvas.ruledHeading(shown.path)
    if audit.document != nil {
      canvas.line(DocumentSynopsis.sentence(audit, groups), .faint, indent: 3)
    }
    canvas.blank()
    var entry = 0
    if !groups.blocking.isEmpty {
      canvas.line("BLOCKS PUBLICATION", .fail, indent: 1)
      canvas.blank()
      for group in groups.blocking {
        entry += 1
        try write(group, number: entry, in: document)
      }
    }
    if !groups.lookAt.isEmpty {
      canvas.line("LOOK AT", .warning, indent: 1)
      canvas.blank()
      for group in groups.lookAt {
        entry += 1
        try write(group, number: entry, in: document)
      }
    }
    write(groups.alsoThere, under: "ALSO THERE: these identify only together", in: document)
    write(groups.known, under: "KNOWN: in the baseline, not yet reviewed", in: document)
    writeExempt(groups.exempt, in: document)
    writeMarkers(audit.markers, in: document)
    writeUnread(audit.unread)
    writeAcknowledged(audit.acknowledged)
    try canvas.flushWhenFull()
  }

  /// Places alone, by label.
  private mutating func write(
    _ findings: [Finding], under heading: String, in document: MaskedDocument
  ) {
    guard !findings.isEmpty else { return }
    canvas.line(heading, .heading, indent: 1)
    for label in Label.allCases {
      let same = findings.filter { $0.label == label }
      guard !same.isEmpty else { continue }
      canvas.line(
        "\(Wording.count(same.count, label)): \(DocumentSynopsis.places(of: same, in: document))",
        indent: 4,
        hanging: 6)
    }
    canvas.blank()
  }

  private mutating func writeUnread(_ unread: [Unread]) {
    guard !unread.isEmpty else { return }
    canvas.line("NOT READ", .warning, indent: 1)
    for item in unread {
      canvas.line(
        "\(Wording.capitalised(item.part ?? "the whole document")): "
          + "\(Wording.unstopped(item.reason))\(FindingSentence.details(of: item)).", indent: 4,
        hanging: 6)
    }
    canvas.blank()
  }

  private mutating func writeAcknowledged(_ acknowledged: [Acknowledged]) {
    guard !acknowledged.isEmpty else { return }
    canvas.line("ACCEPTED UNREAD by a review", .heading, indent: 1)
    for item in acknowledged {
      canvas.line(
        "\(Wording.capitalised(item.item.part ?? "the whole document")): "
          + "\(FindingSentence.acceptance(item)).", indent: 4, hanging: 6)
    }
    canvas.blank()
  }
}

// MARK: - After the last document

extension TextReporter {
  private mutating func writeQuiet(_ summary: AuditSummary) {
    guard view.quietDocuments > 0, summary.documents > 1 else { return }
    let what = options.brief ? "no direct identifier was found" : "nothing was found"
    canvas.line("In \(Wording.count(view.quietDocuments, "document")) \(what).")
  }

  private mutating func writeExcluded(_ excluded: [Excluded]) {
    guard !excluded.isEmpty else { return }
    let most = 20
    canvas.line("Not asked for, and not examined: \(Wording.count(excluded.count, "file")).")
    for (index, item) in excluded.prefix(most).enumerated() {
      let path = view.excluded(item, at: index)
      canvas.line("\(path): \(Wording.stopped(item.reason))", .faint, indent: 2, hanging: 4)
    }
    if excluded.count > most {
      canvas.line("and \(Wording.grouped(excluded.count - most)) more", .faint, indent: 2)
    }
  }

  private mutating func writeUnchecked(_ classes: [UncheckedClass]) {
    guard !classes.isEmpty else { return }
    let partly = classes.filter(\.partly)
    let never = classes.filter { !$0.partly }
    guard options.listsUnchecked else {
      for (title, list) in [("Not looked for", never), ("Looked for only in part", partly)]
      where !list.isEmpty {
        canvas.line(
          "\(title): \(list.map(\.code).joined(separator: " "))", .faint, hanging: 2)
      }
      canvas.line("\(options.uncheckedOption) says what these classes of leak are.", .faint)
      return
    }
    for (title, list) in [("Not looked for", never), ("Looked for only in part", partly)]
    where !list.isEmpty {
      canvas.line("\(title) in this version:")
      for item in list { canvas.line("\(item.code)  \(item.title)", indent: 2, hanging: 7) }
    }
  }
}
