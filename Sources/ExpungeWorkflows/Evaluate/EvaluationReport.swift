import ExpungeDetection
import ExpungeJSON
package import ExpungeJudgement

/// Prints an evaluation: for people as a table, for programs as JSON.
package struct EvaluationReport {
  let figures: EvaluationFigures
  let calibration: Calibration
  let header: AuditHeader
  let testSet: String

  /// - Parameters:
  ///   - testSet: what the labelled documents are called.
  ///   - header: what they were scanned with.
  package init(_ measurement: Measurement, testSet: String, header: AuditHeader) {
    figures = EvaluationFigures(measurement)
    calibration = measurement.calibration
    self.testSet = testSet
    self.header = header
  }

  /// One object: the reference scorer's figures first, then the calibration, and what was measured
  /// on what.
  package var json: String {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in figures.values {
        json.key(name)
        Self.write(value, to: &json)
      }
      json.object("by_label") { json in
        for row in figures.byLabel {
          json.object(row.label) { json in
            json.member("gold", row.gold)
            json.member("recall", row.recall)
            json.member("same_label", row.sameLabel)
          }
        }
      }
      json.object("calibration", writeCalibration)
      json.object("measured") { json in
        json.member("testSet", testSet)
        json.member("version", header.toolVersion)
        json.member("rules", header.rulesHash)
        json.member("profile", header.profile)
      }
    }
    json.endLine()
    return String(decoding: json.take(), as: UTF8.self)
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

  private func writeCalibration(to json: inout JSONWriter) {
    Self.write(calibration.bands, as: "bands", to: &json)
    json.member("error", Calibration.error(of: calibration.bands).map(Self.rounded))
    json.object("by_label") { json in
      for (label, bands) in orderedLabels {
        Self.write(bands, as: label.rawValue, to: &json)
      }
    }
    json.object("errors") { json in
      for (label, bands) in orderedLabels {
        guard let error = Calibration.error(of: bands) else { continue }
        json.object(label.rawValue) { json in
          json.member("findings", bands.reduce(0) { $0 + $1.findings })
          json.member("error", Self.rounded(error))
        }
      }
    }
  }

  private static func write(
    _ bands: [Calibration.Band], as key: String, to json: inout JSONWriter
  ) {
    let filled = bands.enumerated().filter { $0.element.findings > 0 }
    json.array(key, filled) { json, band in
      let count = Double(band.element.findings)
      json.object { json in
        json.member("from", band.offset * 10)
        json.member("findings", band.element.findings)
        json.member("promised", rounded(Double(band.element.promised) / 100 / count))
        json.member("true", rounded(Double(band.element.trueFindings) / count))
      }
    }
  }

  private static func write(_ value: EvaluationFigures.Value, to json: inout JSONWriter) {
    switch value {
    case .count(let count): json.integer(count)
    case .share(let share?): json.number(share)
    case .interval(let bounds?):
      json.beginArray()
      for bound in bounds { json.number(bound) }
      json.endArray()
    case .share, .interval: json.null()
    }
  }

  private static func rounded(_ value: Double) -> Double {
    EvaluationFigures.rounded(value, places: 4)
  }

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
