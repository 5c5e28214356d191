import ExpungeDetection
import Foundation

/// The figures of a measurement, under the names of the reference scorer.
package struct EvaluationFigures: Sendable {
  /// In the order in which they are printed; nil where there is nothing to divide by.
  package let values: [(name: String, value: Value)]
  package let byLabel: [(label: String, gold: Int, recall: Double?, sameLabel: Double?)]

  /// Expected calibration errors: "calibration_error", and one for each label with enough findings,
  /// such as "calibration_error_PERSON".
  package let calibrationErrors: [String: Double]

  package enum Value: Sendable, Equatable {
    case count(Int)
    case share(Double?)
    case interval([Double]?)
  }

  package init(_ measurement: Measurement) {
    let c = measurement.counts
    values = [
      ("documents", .count(c.documents)), ("words", .count(c.words)),
      ("direct_spans", .count(c.direct)),
      ("direct_recall", Self.share(c.directFound, c.direct)),
      ("direct_recall_interval", .interval(Self.wilson(c.directFound, c.direct))),
      ("leaky_documents", .count(c.leaky)), ("documents_safe", Self.share(c.safe, c.leaky)),
      ("documents_safe_interval", .interval(Self.wilson(c.safe, c.leaky))),
      ("indirect_spans", .count(c.indirect)),
      ("indirect_recall", Self.share(c.indirectFound, c.indirect)),
      ("precision", Self.share(c.trueHits, c.hits - c.neutralHits)),
      ("token_precision", Self.share(c.trueTokens, c.maskedTokens)),
      ("over_masking", Self.share(c.overBytes, c.goldBytes)),
      ("label_agreement", Self.share(c.sameLabel, c.directFound)),
      ("false_alarms", .count(c.alarms)),
      ("false_alarms_per_10000_words", Self.share(10_000 * c.alarms, c.words)),
      ("clean_documents", .count(c.clean)), ("false_alarms_on_clean", .count(c.cleanAlarms)),
      ("false_alarms_per_clean_document", Self.share(c.cleanAlarms, c.clean)),
      ("clean_documents_flagged", Self.share(c.cleanFlagged, c.clean)),
      ("entity_recall_direct", Self.share(c.directEntitiesSafe, c.directEntities)),
      ("entity_recall_quasi", Self.share(c.quasiEntitiesSafe, c.quasiEntities)),
    ]
    let calibration = measurement.calibration
    var errors: [String: Double] = [:]
    errors["calibration_error"] = Calibration.error(of: calibration.bands)
    for (label, bands) in calibration.byLabel
    where bands.reduce(0, { $0 + $1.findings }) >= CalibrationRun.leastFindings {
      errors["calibration_error_\(label.rawValue)"] = Calibration.error(of: bands)
    }
    calibrationErrors = errors
    byLabel = measurement.labelOrder.enumerated()
      .map {
        (order: $0.offset, label: $0.element, count: measurement.labels[$0.element] ?? .init())
      }
      .sorted { ($1.count.gold, $0.order) < ($0.count.gold, $1.order) }
      .map {
        (
          $0.label, $0.count.gold, Self.ratio($0.count.found, $0.count.gold, places: 4),
          Self.ratio($0.count.same, $0.count.found, places: 4)
        )
      }
  }

  /// The figure of that name, for a requirement such as `direct_recall>=0.9`.
  package func number(_ name: String) -> Double?? {
    if let error = calibrationErrors[name] { return .some(error) }
    guard let value = values.first(where: { $0.name == name })?.value else { return nil }
    switch value {
    case .count(let count): return .some(Double(count))
    case .share(let share): return .some(share)
    case .interval: return nil
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> Value {
    .share(ratio(part, whole, places: 4))
  }

  private static func ratio(_ part: Int, _ whole: Int, places: Int) -> Double? {
    whole == 0 ? nil : rounded(Double(part) / Double(whole), places: places)
  }

  /// The 95 % interval of Wilson; nil without cases.
  private static func wilson(_ successes: Int, _ cases: Int) -> [Double]? {
    guard cases > 0 else { return nil }
    let z = 1.96
    let n = Double(cases)
    let p = Double(successes) / n
    let d = 1 + z * z / n
    let centre = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return [rounded((centre - spread) / d, places: 3), rounded((centre + spread) / d, places: 3)]
  }

  /// Correctly rounded decimal places, as the reference scorer rounds: not by multiplying, which is
  /// off by one in the last place for some values.
  static func rounded(_ value: Double, places: Int) -> Double {
    Double(String(format: "%.\(places)f", value)) ?? value
  }
}
