/// One figure of the report.
struct Measurement: Encodable {
  enum Target: Encodable, CustomStringConvertible {
    case atMost(Double)
    case atLeast(Double)

    var description: String {
      switch self {
      case .atMost(let value): "≤ \(Measurement.short(value))"
      case .atLeast(let value): "≥ \(Measurement.short(value))"
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(description)
    }
  }

  var group: String
  var name: String
  var value: Double
  var unit: String
  var target: Target?
  var note: String?

  /// Nil where there is no target.
  var isReached: Bool? {
    switch target {
    case .atMost(let most): value <= most
    case .atLeast(let least): value >= least
    case nil: nil
    }
  }

  static func short(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  private enum CodingKeys: String, CodingKey {
    case group, name, value, unit, target, reached, note
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(group, forKey: .group)
    try container.encode(name, forKey: .name)
    try container.encode(value, forKey: .value)
    try container.encode(unit, forKey: .unit)
    try container.encodeIfPresent(target, forKey: .target)
    try container.encodeIfPresent(isReached, forKey: .reached)
    try container.encodeIfPresent(note, forKey: .note)
  }
}
