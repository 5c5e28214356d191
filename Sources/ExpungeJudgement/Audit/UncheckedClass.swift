/// A class of the taxonomy that is not looked for, or only in part.
package struct UncheckedClass: Sendable, Equatable {
  package var code: String
  package var title: String
  package var partly: Bool

  package init(code: String, title: String, partly: Bool) {
    self.code = code
    self.title = title
    self.partly = partly
  }
}
