import ExpungeText

extension [Finding] {
  /// Puts more findings among these, which stand in printing order; of two at one place the new one
  /// stands first. O(n + m log m).
  mutating func insert(_ more: [Finding]) {
    func precedes(_ a: Finding, _ b: Finding) -> Bool {
      guard let one = a.location, let other = b.location else {
        return a.location != nil && b.location == nil
      }
      return one.part != other.part ? one.part < other.part : one.range < other.range
    }
    var all: [Finding] = []
    all.reserveCapacity(count + more.count)
    var rest = more.sorted(by: precedes)[...]
    for finding in self {
      while let next = rest.first, !precedes(finding, next) {
        all.append(next)
        rest.removeFirst()
      }
      all.append(finding)
    }
    all += rest
    for index in all.indices { all[index].ordinal = index + 1 }
    self = all
  }
}
