import ExpungeText

extension Finding {
  /// Notes an exemption; where it holds, the finding stays and blocks nothing.
  package mutating func exempt(_ suppression: Suppression) {
    self.suppression = suppression
    switch suppression.state {
    case .honoured:
      status = .suppressed
      blocking = false
    case .expired: status = .expired
    case .notYet, .undated, .refused: break
    }
    evidence.append(
      Evidence(
        code: .exemption, subject: suppression.scope.rawValue, words: suppression.words,
        weight: 0))
  }
}

extension Suppression {
  /// One sentence, without the reviewer's words.
  var words: String {
    let who =
      switch scope {
      case .marker: "a marker beside it"
      case .named: "the profile's list of people who are named on purpose"
      case .occurrence, .subject: "the baseline"
      }
    return switch state {
    case .honoured: "It is exempt by \(who)."
    case .expired: "It was exempt by \(who), until \(until?.description ?? "a day that is past")."
    case .notYet: "It will be exempt by \(who), on a day still to come."
    case .undated: "It is not exempt by \(who), because that ends, and the run was given no date."
    case .refused: "It is not exempt by \(who), because a marker cannot waive it in this run."
    }
  }
}
