/// Where a pattern matched, in bytes of the subject.
package struct Match: Sendable, Hashable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start == end }
}
