import ExpungeDetection

/// Who found something: a rule, or a stage that weighs evidence, as findings name it.
struct RuleIdentity: Sendable, Hashable {
  /// "pack/name"; stable for ever.
  let identifier: String
  /// What it looks for, in a person's words: "Name after a title".
  let title: String

  init(identifier: String, title: String) {
    self.identifier = identifier
    self.title = title
  }

  init(_ rule: Rule) {
    self.init(identifier: rule.identifier, title: rule.title)
  }
}
