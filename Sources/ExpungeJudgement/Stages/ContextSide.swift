import ExpungeDetection

extension Rule.Context.Side {
  /// As in "the word stands before it".
  var words: String {
    switch self {
    case .before: "before"
    case .after: "after"
    case .either: "near"
    }
  }
}
