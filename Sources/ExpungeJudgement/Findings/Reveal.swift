/// Leave to see what a finding holds: made only where a person asked for it (`--reveal`).
package struct Reveal: Sendable {
  package init(becausePersonAsked: Void = ()) {}
}
