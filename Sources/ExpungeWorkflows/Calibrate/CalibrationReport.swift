import ExpungeDetection

/// What `patterns calibrate` prints, and the file that it writes.
package struct CalibrationReport {
  private let run: CalibrationRun

  package init(_ run: CalibrationRun) { self.run = run }

  package var text: String {
    var lines = [
      "\(run.documents) documents; expected calibration error by label, at least \(CalibrationRun.leastFindings) findings",
      "", padded("label", 20) + right("findings", 10) + right("packs", 8) + right("fitted", 8),
    ]
    for error in run.errors {
      lines.append(
        padded(error.label.rawValue, 20) + right("\(error.findings)", 10)
          + right(Self.thousandths(error.before), 8) + right(Self.thousandths(error.after), 8))
    }
    lines += [
      "Fitted: in documents that the fit has not seen, five folds. A label that this does not mend is left.",
      "",
      padded("rule", 44) + right("findings", 10) + right("true", 7) + right("was", 6)
        + right("fitted", 8),
    ]
    for suggestion in run.suggestions {
      lines.append(
        padded(suggestion.rule, 44) + right("\(suggestion.findings)", 10)
          + right("\(suggestion.trueFindings)", 7) + right("\(suggestion.was)", 6)
          + right("\(suggestion.confidence)", 8))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `Confidences.yaml`, which a pattern folder may hold.
  ///
  /// - Parameter source: what was measured, in a person's words; no path.
  package func yaml(source: String) -> String {
    var lines = [
      "# What measuring on labelled documents made of the confidences that the packs give their rules.",
      "# Written by `expunge patterns calibrate`; an entry lapses when its rule is gone or",
      "# its pack says another number.",
      "#   was   the pack's confidence; now: the measured one; where findings are few, or none,",
      "# it moves with the other rules of its label that are as likely",
      "source: \(Self.quoted(source))", "confidences:",
    ]
    if run.suggestions.isEmpty { lines[lines.count - 1] += " []" }
    for suggestion in run.suggestions {
      lines.append(
        "  - {rule: \(suggestion.rule), was: \(suggestion.was), now: \(suggestion.confidence), "
          + "findings: \(suggestion.findings), true: \(suggestion.trueFindings)}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "''" : $0.isNewline ? " " : String($0) }.joined() + "'"
  }

  private static func thousandths(_ value: Double) -> String {
    let number = Int((value * 1000).rounded())
    let digits = String(number % 1000)
    return "\(number / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
