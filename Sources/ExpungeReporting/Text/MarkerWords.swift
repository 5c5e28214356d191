import ExpungeJudgement

extension InlineMarker.State {
  /// Why it exempts nothing, and what to do.
  var words: String {
    switch self {
    case .honoured: "it holds."
    case .refused:
      "it does not hold in this run: its date, no --at, or a finding that no marker can waive."
    case .unused: "no finding of its rule stands in its paragraph; take it out."
    case .noReason: "it has no reason; write \u{201C}; reason: …\u{201D} after the rule."
    case .unknownRule:
      "no rule is called so; take the rule from the finding, such as postal/postcode."
    case .unreadable:
      "it is not understood; write \u{201C}expunge: allow RULE; reason: …\u{201D}."
    }
  }
}
