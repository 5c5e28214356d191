import ExpungeDetection
import ExpungeJudgement

/// What only another measurement or another report can say.
extension ComplianceWords {
  /// Nil where there is no report to compare with.
  var trend: Section? {
    guard let trend = Trend(report) else { return nil }
    let earlier = trend.earlier
    let since = earlier.at.map { "of \($0)" } ?? "without a date"
    var blocks: [ComplianceLayout.Block] = [
      .paragraph("Compared with the report \(since), run \(earlier.run).")
    ]
    if !trend.caveats.isEmpty {
      blocks.append(
        .paragraph(
          "That one was made with \(Wording.list(trend.caveats)): a difference may be the doing of "
            + "these and not of the documents."))
    }
    blocks += [
      .chart(
        BarChart(
          title: "Findings by severity, before and now", series: ["before", "now"],
          bars: trend.rows.filter { $0.kind == .severity }.map {
            BarChart.Bar(name: $0.key, values: [$0.before, $0.now], tone: nil)
          }, kind: .beside)),
      .table(
        ComplianceLayout.Table(
          title: "Before and now",
          columns: [Column("what"), .number("before"), .number("now"), .number("change")],
          rows: trend.rows.map { row in
            [
              row.title, Wording.grouped(row.before), Wording.grouped(row.now),
              Self.change(row.change),
            ]
          })),
    ]
    return Section(id: "trend", title: "Change since the report before", blocks: blocks)
  }

  var measured: Section {
    var section = Section(id: "measured", title: "How well it finds")
    guard let figures = report.knowledge.measured else {
      section.blocks = [
        .paragraph(
          "No measurement was given (--measured). Without one nobody can say what share of the "
            + "leaks is found: nothing found is then no proof that nothing is there.")
      ]
      return section
    }
    var facts: [(name: String, value: String)] = [
      ("Test set", figures.testSet),
      (
        "Its size",
        "\(Wording.count(figures.documents, "document")), "
          + "\(Wording.count(figures.words, "word")), "
          + Wording.count(figures.directSpans, "direct identifier")
      ),
    ]
    for figure in figures.shares {
      var value = figure.value.map(Self.percentage) ?? "not measured"
      if figure.name == "direct_recall", let bounds = figures.directRecallInterval,
        bounds.count == 2
      {
        value +=
          " (95 % interval: \(Self.percentage(bounds[0])) to \(Self.percentage(bounds[1])))"
      }
      facts.append((figure.title, value))
    }
    facts.append(
      (
        "False alarms in 10,000 words",
        figures.falseAlarmsPer10000Words.map(Self.decimal) ?? "not measured"
      ))
    section.blocks = [
      .facts(facts),
      .paragraph(
        measuredAsRun(figures)
          ? "It was measured with the program, rules and policy of this run."
          : "It was measured with another version of the program, the rules or the policy, or the "
            + "file does not say with which: measure again before relying on it."),
    ]
    return section
  }

  func measuredAsRun(_ figures: MeasuredFigures) -> Bool {
    figures.toolVersion == report.header.toolVersion
      && figures.rulesHash == report.header.rulesHash && figures.profile == report.header.profile
  }

  /// "+3", "−3", "0".
  private static func change(_ number: Int) -> String {
    let sign = number > 0 ? "+" : number < 0 ? "\u{2212}" : ""
    return sign + Wording.grouped(abs(number))
  }

  /// "87.3 %" of 0.8731.
  static func percentage(_ share: Double) -> String { "\(decimal(share * 100)) %" }

  /// "2.5" of 2.46; what no report can hold is "not measured".
  static func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "not measured" }
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(Wording.grouped(abs(tenths) / 10)).\(abs(tenths) % 10)"
  }
}
