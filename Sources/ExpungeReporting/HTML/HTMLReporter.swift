import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// One page that needs nothing else: the verdict, then each document with its text, every finding marked,
/// and beside it what is known about each person and address.
///
/// It is written while the run goes on, so the verdict stands last in the file; style and script put it
/// first. Masked unless revealed; a revealed page says so at its head.
package struct HTMLReporter: Reporter {
  private var view: ReaderView
  private var output: OutputBuffer

  package init(reveal: Reveal? = nil, paths: PathStyle = .masked, sink: @escaping ByteSink) {
    view = ReaderView(reveal: reveal, paths: paths)
    output = OutputBuffer(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {
    view.begin(header)
    output.append(PageShell.audit.head)
    output.append("<header>\n<h1>Privacy audit</h1>\n")
    var made = "Expunge \(header.toolVersion), profile \(header.profile)"
    if let at = header.at { made += ", for \(at)" }
    made += ", blocks from \(header.failOn.name), rules \(header.rulesHash)"
    output.append("<p class=\"made\">\(EscapedMarkup.of(made))</p>\n</header>\n")
    if view.reveal != nil {
      output.append(
        "<p class=\"card revealed\" role=\"note\"><strong>This copy shows personal data.</strong> "
          + "It is for the caseworker alone: do not send it, print it or keep it.</p>\n")
    }
    output.append("<main id=\"documents\">\n")
  }

  package mutating func document(_ audit: DocumentAudit) throws {
    guard let entry = view.entry(audit) else { return }
    let counts = audit.document == nil ? "not read" : "\(audit.blockingCount) block"
    output.append(
      """
      <section class="document" id="d\(entry.number)" aria-labelledby="d\(entry.number)-title" \
      data-unread="\(!audit.complete)" data-summary="\(counts)">
      <h2 id="d\(entry.number)-title">\(EscapedMarkup.of(entry.path))</h2>

      """)
    if audit.document != nil {
      let synopsis = DocumentSynopsis.sentence(audit, entry.groups)
      output.append("<p class=\"soft\">\(EscapedMarkup.of(synopsis))</p>\n")
    }
    writeList("Not read", audit.unread) { EscapedMarkup.of(FindingSentence.unread($0)) }
    writeList("Accepted unread by a review", audit.acknowledged) {
      EscapedMarkup.of(FindingSentence.acknowledged($0))
    }
    if audit.document != nil {
      let text = PageText(entry.document, number: entry.number)
      output.append("<div class=\"columns\">\n")
      try write(text)
      output.append("<div class=\"notes\" tabindex=\"-1\">\n")
      try write(entry.groups, in: entry.document, text: text)
      writeMarkers(audit.markers, in: entry.document)
      output.append("</div>\n</div>\n")
    }
    output.append("</section>\n")
    try output.flushWhenFull()
  }

  package mutating func end(_ summary: AuditSummary) throws {
    if view.quietDocuments > 0 {
      output.append(
        "<p class=\"soft\">In \(Wording.count(view.quietDocuments, "document")) nothing was found.</p>\n"
      )
    }
    try writeScope(summary)
    output.append("</main>\n")
    writeVerdict(summary)
    writeFilters()
    output.append(PageShell.audit.foot)
    try output.flush()
  }
}

// MARK: - A document

extension HTMLReporter {
  private mutating func write(_ text: PageText) throws {
    let title = view.reveal == nil ? "The text, masked" : "The text"
    output.append("<div class=\"text\">\n<h3>\(title)</h3>\n")
    let parts = text.document.audit.document?.parts ?? []
    for index in parts.indices where parts[index].isMainBody {
      try text.write(part: index) { try append($0) }
    }
    for index in text.otherParts {
      let name = EscapedMarkup.of(Wording.capitalised(PlaceWords.name(of: parts[index])))
      output.append("<details>\n<summary>\(name)</summary>\n")
      try text.write(part: index) { try append($0) }
      output.append("</details>\n")
    }
    output.append("</div>\n")
  }

  private mutating func append(_ html: String) throws {
    output.append(html)
    try output.flushWhenFull()
  }

  private mutating func write(
    _ groups: FindingGroups, in document: MaskedDocument, text: PageText
  ) throws {
    var entry = 0
    for (title, list) in [("Blocks publication", groups.blocking), ("Look at", groups.lookAt)]
    where !list.isEmpty {
      output.append("<h3>\(title)</h3>\n")
      for group in list {
        entry += 1
        let places =
          group.findings.count > 1 ? ", \(Wording.count(group.findings.count, "place"))" : ""
        let title = EscapedMarkup.of("\(entry). \(group.title)\(places)")
        output.append("<section class=\"subject\">\n<h4>\(title)</h4>\n<ol class=\"findings\">\n")
        for finding in group.findings { try write(finding, in: document, text: text) }
        output.append("</ol>\n</section>\n")
      }
    }
    for (title, list) in [
      ("Also there: these identify only together", groups.alsoThere),
      ("Known: in the baseline, not yet reviewed", groups.known),
      ("Exempt by a review: these stay as they are", groups.exempt),
    ] where !list.isEmpty {
      output.append(
        "<section class=\"subject\">\n<h3>\(title)</h3>\n<ol class=\"findings\">\n")
      for finding in list { try write(finding, in: document, text: text) }
      output.append("</ol>\n</section>\n")
    }
  }

  private mutating func write(
    _ finding: Finding, in document: MaskedDocument, text: PageText
  ) throws {
    let words = PlaceWords(document)
    let mark = text.mark(of: finding)
    let anchor = PageText.anchor(of: finding, in: text.number)
    output.append(
      "<li class=\"finding \(finding.severity.name)\" id=\"\(anchor)\" tabindex=\"-1\" "
        + "data-severity=\"\(finding.severity.name)\" data-blocking=\"\(finding.blocking)\""
        + (mark.map { " data-mark=\"\($0)\"" } ?? "") + ">\n")
    let place = words.place(finding.location).html
    let position = words.position(finding.location).map { " (\($0))" } ?? ""
    let linked = mark.map { "<a href=\"#\($0)\">\(place)</a>" } ?? place
    output.append("<p>\(linked)<span class=\"soft\">\(EscapedMarkup.of(position))</span></p>\n")
    var facts = [finding.label.words, Wording.confidence(finding.confidence)]
    if !finding.blocking, finding.status != .suppressed { facts.append("does not block") }
    facts += FindingReasons.standing(finding)
    output.append(
      "<p><span class=\"badge\">\(finding.severity.name)</span> "
        + "\(EscapedMarkup.of(facts.joined(separator: ", ")))</p>\n<dl>\n")
    for (title, words) in [
      ("why", FindingReasons.words(finding, against: false, atMost: 3)),
      ("against", FindingReasons.words(finding, against: true, atMost: 2)),
      ("instead", finding.suggestion),
      ("exempt", finding.suppression.map { document.text(of: $0.reason) } ?? ""),
    ] where !words.isEmpty {
      output.append("<dt>\(title)</dt><dd>\(EscapedMarkup.of(words))</dd>\n")
    }
    output.append(
      "<dt>rule</dt><dd><code>\(EscapedMarkup.of(finding.rule)) \(finding.classCode)</code></dd>\n"
        + "<dt>id</dt><dd><code>\(finding.id)</code></dd>\n</dl>\n</li>\n")
    try output.flushWhenFull()
  }

  private mutating func writeMarkers(_ markers: [InlineMarker], in document: MaskedDocument) {
    writeList("Markers that exempt nothing", markers.filter { $0.state != .honoured }) {
      let line = document.position(of: $0.location.range.start, in: $0.location.part).line
      return "Line \(Wording.grouped(line)): \(EscapedMarkup.of($0.state.words))"
    }
  }

  private mutating func writeList<Item>(
    _ title: String, _ items: [Item], _ html: (Item) -> String
  ) {
    guard !items.isEmpty else { return }
    output.append("<h3>\(title)</h3>\n<ul>\n")
    for item in items { output.append("<li>\(html(item))</li>\n") }
    output.append("</ul>\n")
  }
}

// MARK: - The run

extension HTMLReporter {
  /// What this run did not look at and does not look for.
  private mutating func writeScope(_ summary: AuditSummary) throws {
    let classes = view.header?.notLookedFor ?? []
    guard !summary.excluded.isEmpty || !classes.isEmpty else { return }
    output.append(
      "<section class=\"card\" aria-labelledby=\"scope\">\n<h2 id=\"scope\">Scope and limits</h2>\n"
    )
    if !summary.excluded.isEmpty {
      output.append("<h3>Not asked for, and not examined</h3>\n<ul>\n")
      for (index, item) in summary.excluded.enumerated() {
        let path = EscapedMarkup.of(view.excluded(item, at: index))
        try append("<li>\(path): \(EscapedMarkup.of(Wording.stopped(item.reason)))</li>\n")
      }
      output.append("</ul>\n")
    }
    writeList("Not looked for", classes.filter { !$0.partly }) {
      EscapedMarkup.of("\($0.code) \($0.title)")
    }
    writeList("Looked for only in part", classes.filter(\.partly)) {
      EscapedMarkup.of("\($0.code) \($0.title)")
    }
    output.append("</section>\n")
  }

  private mutating func writeVerdict(_ summary: AuditSummary) {
    let text = view.sentence(summary).text
    let word = String(text.prefix { $0 != ":" })
    let rest = text.dropFirst(word.count + 2)
    output.append(
      "<section id=\"verdict\" class=\"card \(word.lowercased())\" tabindex=\"-1\" "
        + "aria-labelledby=\"verdict-title\">\n<h2 id=\"verdict-title\">\(word)</h2>\n"
        + "<p>\(EscapedMarkup.of(Wording.capitalised(String(rest))))</p>\n<ul class=\"counts\">\n")
    for severity in Severity.allCases.reversed() {
      let count = Wording.grouped(summary.findingsBySeverity[severity] ?? 0)
      output.append(
        "<li class=\"\(severity.name)\"><span class=\"badge\">\(count) \(severity.name)</span></li>\n"
      )
    }
    output.append(
      "</ul>\n<nav id=\"contents\" aria-label=\"Documents\" hidden></nav>\n</section>\n")
  }

  private mutating func writeFilters() {
    output.append(
      "<form id=\"filters\" aria-label=\"Filters\" hidden>\n<fieldset>\n<legend>Severities</legend>\n"
    )
    for severity in Severity.allCases.reversed() {
      output.append(
        "<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.name)\" checked> "
          + "\(severity.name)</label>\n")
    }
    output.append(
      """
      </fieldset>
      <label><input type="checkbox" id="only-blocking"> only what blocks</label>
      <output id="shown" class="soft"></output>
      <p class="keys"><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>b</kbd> only what blocks, \
      <kbd>t</kbd> top</p>
      </form>

      """)
  }
}
