import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// What the run covers, what it does not, and what is left to people.
extension ComplianceWords {
  var scope: Section {
    let classes = report.knowledge.classes
    return Section(
      id: "scope", title: "Scope and limits",
      blocks: [
        .paragraph(
          "Examined: the text of each document as its readers see it, and what its file holds "
            + "besides: titles, comments, links, alternative texts, hidden elements, properties, "
            + "scripts, style sheets, the markup itself, and the file's own name."),
        .paragraph(
          "Not examined: pictures, sound and film; PDF and other formats, which are listed as "
            + "not read; what another source would tell about a person; whether a publication is "
            + "right."),
        .table(
          Table(
            title: "Classes of leak and whether they are looked for",
            columns: [Column("class"), Column("what leaks"), Column("looked for")],
            rows: classes.map { [$0.code, $0.title, Self.words($0.coverage)] })),
      ])
  }

  private static func words(_ coverage: TaxonomyClass.Coverage) -> String {
    switch coverage {
    case .fully: "yes"
    case .partly: "in part"
    case .notYet: "no"
    }
  }

  var law: Section {
    let found = Set(report.classes.map(\.code))
    let bearing = report.knowledge.law.filter { reference in
      reference.classes.isEmpty || found.contains { reference.covers($0) }
    }
    return Section(
      id: "law", title: "Law that bears on what was found",
      blocks: [
        .paragraph(
          "A citation says which provision to think of, not that it is broken. \u{201C}To be "
            + "confirmed\u{201D} means that nobody has compared it with its source for this list."),
        .table(
          Table(
            title: "Articles",
            columns: [
              Column("article"), Column("why it bears on this"), Column("classes found"),
              Column("source"),
            ],
            rows: bearing.map { reference in
              let codes = report.classes.map(\.code).filter(reference.covers)
              let checked = reference.checked.map { "compared on \($0)" } ?? "to be confirmed"
              return [
                reference.article, "\(reference.title). \(reference.bears)",
                reference.classes.isEmpty ? "the run itself" : codes.joined(separator: " "),
                "\(reference.source): \(checked)",
              ]
            })),
      ])
  }

  var jigsaw: Section {
    var section = Section(id: "jigsaw", title: "Indirect identifiers that stand together")
    let limit = report.knowledge.combinationLimit
    var words =
      "An age, a school and a day single a person out together though none does alone. Each kind of "
      + "fact counts points, once a document."
    if limit > 0 {
      words +=
        " Facts about one person from \(limit) points on are a finding of class Q11."
    }
    section.blocks = [.paragraph(words)]
    guard !report.jigsaw.isEmpty else {
      section.blocks.append(
        .paragraph("No document holds more than one kind of indirect identifier."))
      return section
    }
    let rows = report.jigsaw.prefix(Self.mostRows)
    section.blocks.append(
      .table(
        Table(
          title: "Documents with several kinds of indirect identifiers",
          columns: [
            Column("document"), .number("points"), .number("about one person (Q11)"),
            Column("kinds"),
          ],
          rows: rows.map { entry in
            [
              entry.document, Wording.grouped(entry.points), Wording.grouped(entry.combinations),
              entry.kinds.map { "\($0.code) \u{D7} \(Wording.grouped($0.findings))" }
                .joined(separator: ", "),
            ]
          }, omitted: report.jigsaw.count - rows.count)))
    return section
  }

  var unread: Section {
    var section = Section(id: "unread", title: "Not read, left out, and left standing")
    if report.unread.isEmpty {
      section.blocks.append(.paragraph("Every document was read in full."))
    } else {
      let rows = report.unread.prefix(Self.mostRows)
      section.blocks.append(
        .table(
          Table(
            title: "Not read: never clean",
            columns: [Column("document"), Column("part"), Column("why")],
            rows: rows.map { entry in
              [
                entry.document, entry.unread.part ?? "the whole document",
                Wording.unstopped(entry.unread.reason)
                  + FindingSentence.details(of: entry.unread),
              ]
            }, omitted: report.unread.count - rows.count)))
    }
    section.blocks.append(accepted)
    if !report.excludedByReason.isEmpty {
      section.blocks.append(
        .table(
          Table(
            title: "Not asked for, and not examined", columns: [Column("why"), .number("files")],
            rows: report.excludedByReason.map { [$0.reason, Wording.grouped($0.files)] })))
    }
    let exemptions = report.exemptions
    if !exemptions.findings.isEmpty {
      section.blocks.append(
        .table(
          Table(
            title: "Findings of which an exemption speaks",
            columns: [Column("exemption"), Column("does it hold"), .number("findings")],
            rows: exemptions.rows.map { row in
              [
                Self.words(row.key.scope), Self.words(row.key.state),
                Wording.grouped(row.findings),
              ]
            })))
    }
    section.blocks.append(
      .facts([
        ("First exemption to end", exemptions.nextEnd?.description ?? "none ends"),
        ("Markers that exempt nothing", Wording.grouped(exemptions.idleMarkers)),
      ]))
    return section
  }

  /// What was not read and a review accepts by its content.
  private var accepted: ComplianceLayout.Block {
    guard !report.acknowledged.isEmpty else {
      return .facts([("Not read and accepted by a review", "none")])
    }
    let rows = report.acknowledged.prefix(Self.mostRows)
    return .table(
      Table(
        title: "Not read and accepted by a review",
        columns: [
          Column("document"), Column("part"), Column("why"), Column("approved by"),
          Column("until"),
        ],
        rows: rows.map { entry in
          let acknowledgement = entry.item.acknowledgement
          return [
            entry.document, entry.item.item.part ?? "the whole document",
            Wording.unstopped(acknowledgement.reason), acknowledgement.approver,
            acknowledgement.until?.description ?? "no end",
          ]
        }, omitted: report.acknowledged.count - rows.count))
  }

  private static func words(_ scope: Suppression.Scope) -> String {
    switch scope {
    case .marker: "a marker in the document"
    case .named: "a person named on purpose"
    case .occurrence: "the baseline, one finding"
    case .subject: "the baseline, one person or address"
    }
  }

  private static func words(_ state: Suppression.State) -> String {
    switch state {
    case .honoured: "yes"
    case .expired: "no, it has ended"
    case .notYet: "no, it has not begun"
    case .undated: "no, it ends and no date was given"
    case .refused: "no, it must not waive this"
    }
  }

  var signOff: Section {
    Section(
      id: "sign-off", title: "For signature",
      blocks: [
        .paragraph(
          "To be filled in by people. The program decides nothing about these."),
        .blanks([
          ("Lawful basis and power to publish", 2),
          ("Public interest where somebody is named on purpose", 2),
          ("Residual risk after the findings above: likelihood, harm, vulnerable people", 3),
          ("Conditions, and who sees to them by when", 2),
          ("Decision: publish, hold or withhold", 1),
          ("Prepared by: name, role, date, signature", 1),
          ("Reviewed by: name, role, date, signature", 1),
          ("Data-protection officer: name, date, signature", 1),
          ("Next review on", 1),
        ]),
      ])
  }
}
