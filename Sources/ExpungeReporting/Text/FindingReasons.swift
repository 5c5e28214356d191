import ExpungeJudgement

/// What speaks for a finding and against it, heaviest first, as a caseworker would say it.
enum FindingReasons {
  static func words(_ finding: Finding, against: Bool, atMost count: Int) -> String {
    let telling = finding.evidence.filter { evidence in
      guard !evidence.words.isEmpty else { return false }
      if evidence.weight != 0 { return (evidence.weight < 0) == against }
      return switch evidence.code {
      case .escalated: !against
      case .deescalated, .lowered, .namedOnPurpose: against
      default: false
      }
    }
    let heaviest = telling.enumerated().sorted { a, b in
      let (one, other) = (a.element.weight.magnitude, b.element.weight.magnitude)
      return one != other ? one > other : a.offset < b.offset
    }
    return heaviest.prefix(count).map { Wording.stopped($0.element.words) }.joined(separator: " ")
  }

  /// What its state adds: "known before", "its exemption has expired".
  static func standing(_ finding: Finding) -> [String] {
    var words: [String] = []
    switch finding.status {
    case .existing: words.append("known before")
    case .expired: words.append("its exemption has expired")
    case .new, .suppressed: break
    }
    switch finding.suppression?.state {
    case .undated: words.append("its exemption ends, and no date was given")
    case .refused: words.append("a marker cannot waive it here")
    case .notYet: words.append("its exemption has not begun")
    case .honoured, .expired, nil: break
    }
    return words
  }
}
