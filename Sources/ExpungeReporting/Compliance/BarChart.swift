/// Figures side by side, drawn as bars beside their names.
struct BarChart {
  struct Bar {
    var name: String
    /// One for each series: parts of a whole, or one figure of before and one of now.
    var values: [Int]
    /// What colours the first series, where it means something: "critical".
    var tone: String?
  }

  enum Kind {
    /// The values stand one after the other on one line.
    case parts
    /// Each value has a line of its own.
    case beside
  }

  var title: String
  var series: [String]
  var bars: [Bar]
  var kind = Kind.parts

  /// The length of the longest line; at least 1.
  var longest: Int {
    let lengths = bars.map { bar in
      kind == .parts ? bar.values.reduce(0, +) : bar.values.max() ?? 0
    }
    return max(1, lengths.max() ?? 1)
  }

  /// The figures in a sentence, for who does not see the chart: "critical: 3 block, 1 does not; …".
  var words: String {
    bars.map { bar in
      let values = zip(series, bar.values).map { "\($0) \(Wording.grouped($1))" }
      return "\(bar.name): \(values.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
