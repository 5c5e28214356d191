package import ExpungeDetection

/// How well confidence foretells truth: per label and band, the promised and the observed share.
package struct Calibration: Sendable {
  package struct Band: Sendable, Equatable {
    package var findings = 0
    package var trueFindings = 0
    /// Sum of confidences, in hundredths.
    package var promised = 0
  }

  /// Ten bands of ten hundredths each.
  package private(set) var bands = Array(repeating: Band(), count: 10)
  package private(set) var byLabel: [Label: [Band]] = [:]

  mutating func add(label: Label, confidence: Int, isTrue: Bool) {
    let index = min(9, max(0, confidence / 10))
    Calibration.count(confidence, isTrue, in: &bands[index])
    Calibration.count(
      confidence, isTrue,
      in: &byLabel[label, default: Array(repeating: Band(), count: 10)][index])
  }

  private static func count(_ confidence: Int, _ isTrue: Bool, in band: inout Band) {
    band.findings += 1
    band.promised += confidence
    if isTrue { band.trueFindings += 1 }
  }

  /// Expected calibration error: the gap between promise and truth, weighted by findings.
  package static func error(of bands: [Band]) -> Double? {
    let total = bands.reduce(0) { $0 + $1.findings }
    guard total > 0 else { return nil }
    let gaps = bands.reduce(0.0) { sum, band in
      sum + abs(Double(band.promised) / 100 - Double(band.trueFindings))
    }
    return gaps / Double(total)
  }
}
