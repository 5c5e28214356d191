import ExpungeDetection

/// Fits how far each rule's confidence should move so that it keeps what it promises.
///
/// A rule moves by the gap between the share of its findings that were true and what they promised;
/// where there are few of them it is drawn towards its group, which is the rules of its label that
/// promise at least, or less than, an even chance. A group in turn is drawn towards no movement.
struct ConfidenceFit {
  /// By rule, in hundredths.
  private let shifts: [String: Double]
  private let groups: [Group: Double]

  /// Findings that a group's word is worth beside a rule's own.
  private static let groupWorth = 4.0
  /// Findings that no movement is worth beside a group's own.
  private static let stillness = 3.0
  /// No finding is certain, and none is hopeless.
  private static let range = 5...97

  private struct Group: Hashable {
    let label: Label
    let isLikely: Bool
  }

  private struct Sum {
    var count = 0.0
    var gap = 0.0

    mutating func add(_ item: CalibrationCase) {
      count += 1
      gap += (item.isTrue ? 100 : 0) - Double(item.promised)
    }

    /// The mean gap, drawn towards another one that is worth so many findings.
    func shift(towards other: Double, worth: Double) -> Double {
      (gap + worth * other) / (count + worth)
    }
  }

  /// O(n).
  init(_ cases: some Sequence<CalibrationCase>) {
    var rules: [String: (sum: Sum, group: Group)] = [:]
    var sums: [Group: Sum] = [:]
    for item in cases {
      let group = Self.group(item.label, item.base)
      rules[item.rule, default: (Sum(), group)].sum.add(item)
      sums[group, default: Sum()].add(item)
    }
    let groups = sums.mapValues { $0.shift(towards: 0, worth: Self.stillness) }
    shifts = rules.mapValues {
      $0.sum.shift(towards: groups[$0.group] ?? 0, worth: Self.groupWorth)
    }
    self.groups = groups
  }

  private static func group(_ label: Label, _ base: Int) -> Group {
    Group(label: label, isLikely: base >= 50)
  }

  /// What a rule's confidence becomes.
  ///
  /// Measuring never takes a direct identifier's rule over the even chance, the floor of most profiles:
  /// what blocks is for its author to decide.
  ///
  /// - Parameter base: the rule's confidence, before any other evidence.
  func moved(_ base: Int, of rule: String, _ label: Label) -> Int {
    let shift = shifts[rule] ?? groups[Self.group(label, base)] ?? 0
    let moved = min(
      Self.range.upperBound, max(Self.range.lowerBound, base + Int(shift.rounded())))
    guard label.isDirect else { return moved }
    return base >= 50 ? max(50, moved) : min(49, moved)
  }

  /// What a finding would promise after the fit.
  func moved(_ item: CalibrationCase) -> Int {
    let shift = moved(item.base, of: item.rule, item.label) - item.base
    return min(99, max(1, item.promised + shift))
  }
}
