import ExpungeDetection

/// Prints an evaluation: for people as a table, for programs as JSON.
package struct EvaluationReport {
  let figures: EvaluationFigures
  let calibration: Calibration

  package init(_ measurement: Measurement) {
    figures = EvaluationFigures(measurement)
    calibration = measurement.calibration
  }

  /// One object: the reference scorer's figures first, then the calibration.
  package var json: String {
    var members = figures.values.map { "\"\($0.name)\": \(Self.json($0.value))" }
    let labels = figures.byLabel.map {
      "\"\($0.label)\": {\"gold\": \($0.gold), \"recall\": \(Self.json($0.recall)), \"same_label\": \(Self.json($0.sameLabel))}"
    }
    members.append("\"by_label\": {\(labels.joined(separator: ", "))}")
    members.append("\"calibration\": \(calibrationJSON)")
    return "{\(members.joined(separator: ", "))}\n"
  }

  package var text: String {
    var lines = figures.values.map { name, value in
      Self.padded(name.map { $0 == "_" ? " " : String($0) }.joined(), to: 34) + Self.text(value)
    }
    lines += ["", Self.padded("label", to: 20) + "   gold  recall  same label"]
    for row in figures.byLabel {
      lines.append(
        Self.padded(row.label, to: 20) + Self.right("\(row.gold)", 7)
          + Self.right(Self.text(row.recall), 8) + Self.right(Self.text(row.sameLabel), 12))
    }
    lines += ["", "confidence   findings  promised  true"]
    for (index, band) in calibration.bands.enumerated() where band.findings > 0 {
      let count = Double(band.findings)
      lines.append(
        Self.padded("0.\(index)0-0.\(index)9", to: 11) + Self.right("\(band.findings)", 10)
          + Self.right(Self.text(Double(band.promised) / 100 / count), 10)
          + Self.right(Self.text(Double(band.trueFindings) / count), 6))
    }
    if let error = Calibration.error(of: calibration.bands) {
      lines.append("expected calibration error \(Self.text(error))")
    }
    for (label, bands) in orderedLabels {
      let count = bands.reduce(0) { $0 + $1.findings }
      guard count >= 30, let error = Calibration.error(of: bands) else { continue }
      lines.append(
        Self.padded("  \(label.rawValue)", to: 22) + Self.right("\(count)", 7)
          + Self.right(Self.text(error), 8))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var orderedLabels: [(Label, [Calibration.Band])] {
    Label.allCases.compactMap { label in calibration.byLabel[label].map { (label, $0) } }
  }

  private var calibrationJSON: String {
    let bands = Self.json(calibration.bands)
    let labels = orderedLabels.map { "\"\($0.rawValue)\": \(Self.json($1))" }
    let error = Calibration.error(of: calibration.bands)
    return
      "{\"bands\": \(bands), \"error\": \(Self.json(error.map(Self.rounded))), \"by_label\": {\(labels.joined(separator: ", "))}}"
  }

  private static func json(_ bands: [Calibration.Band]) -> String {
    let rows = bands.enumerated().filter { $0.element.findings > 0 }.map { index, band in
      "{\"from\": \(index * 10), \"findings\": \(band.findings), \"promised\": \(rounded(Double(band.promised) / 100 / Double(band.findings))), \"true\": \(rounded(Double(band.trueFindings) / Double(band.findings)))}"
    }
    return "[\(rows.joined(separator: ", "))]"
  }

  private static func rounded(_ value: Double) -> Double {
    EvaluationFigures.rounded(value, places: 4)
  }

  private static func json(_ value: EvaluationFigures.Value) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .share(let share): json(share)
    case .interval(let bounds): bounds.map { "[\($0[0]), \($0[1])]" } ?? "null"
    }
  }

  private static func json(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }

  private static func text(_ value: EvaluationFigures.Value) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .share(let share): text(share)
    case .interval(let bounds): bounds.map { "\($0[0]) to \($0[1])" } ?? "-"
    }
  }

  private static func text(_ value: Double?) -> String {
    value.map { "\(EvaluationFigures.rounded($0, places: 3))" } ?? "-"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
