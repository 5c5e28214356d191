/// A pattern as a tree: what the engine needs to know of it, in supersets where it need not be exact.
package indirect enum PatternNode: Sendable, Equatable {
  /// One scalar.
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, Repetition)
  case group(PatternNode, isAtomic: Bool)
  case look(PatternNode, Look)
  case assertion(Assertion)
  /// A node in front of which every match passes a word start with one of these literals.
  case keyword(PatternNode, [[UInt8]])

  package struct Repetition: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case greedy, lazy, possessive }

    package var minimum: Int
    /// Nil: without bound.
    package var maximum: Int?
    package var kind: Kind
    /// Byte of the pattern at which the quantifier stands.
    package var offset: Int
  }

  package struct Look: Sendable, Equatable {
    package var isBehind: Bool
    package var isNegative: Bool
    /// Byte of the pattern at which the group stands.
    package var offset: Int
  }

  package enum Assertion: Sendable, Equatable {
    case wordBoundary, notWordBoundary
    case textStart, lineStart
    /// `$`, `\Z`, `\z`: nothing is derived from what must follow a match.
    case end
  }

  package static let empty = PatternNode.sequence([])

  /// Whether it can match without taking a byte. O(size).
  package var isNullable: Bool {
    switch self {
    case .set: false
    case .sequence(let items): items.allSatisfy(\.isNullable)
    case .choice(let branches): branches.contains(where: \.isNullable)
    case .repetition(let item, let repetition): repetition.minimum == 0 || item.isNullable
    case .group(let item, _), .keyword(let item, _): item.isNullable
    case .look, .assertion: true
    }
  }

  /// Fewest and most bytes of a match; most is nil without bound. O(size).
  package var width: (minimum: Int, maximum: Int?) {
    extent { ($0.width.lowerBound, $0.width.upperBound) }
  }

  /// The most characters, Unicode scalars, of a match; nil without bound. O(size).
  package var mostCharacters: Int? { extent { _ in (1, 1) }.maximum }

  private func extent(_ one: (ScalarSet) -> (Int, Int)) -> (minimum: Int, maximum: Int?) {
    switch self {
    case .set(let set):
      return one(set)
    case .sequence(let items):
      return items.reduce((0, 0)) { sum, item in
        let width = item.extent(one)
        return (sum.0.saturatingSum(width.minimum), Self.sum(sum.1, width.maximum))
      }
    case .choice(let branches):
      let widths = branches.map { $0.extent(one) }
      let most = widths.contains { $0.maximum == nil } ? nil : widths.compactMap(\.maximum).max()
      return (widths.map(\.minimum).min() ?? 0, branches.isEmpty ? 0 : most)
    case .repetition(let item, let repetition):
      let width = item.extent(one)
      let fewest = width.minimum.saturatingProduct(repetition.minimum)
      guard let times = repetition.maximum, let most = width.maximum else {
        return (fewest, width.maximum == 0 ? 0 : nil)
      }
      return (fewest, most.saturatingProduct(times))
    case .group(let item, _), .keyword(let item, _):
      return item.extent(one)
    case .look, .assertion:
      return (0, 0)
    }
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return a.saturatingSum(b)
  }
}

extension Int {
  /// A pattern may ask for widths beyond any integer.
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func saturatingProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
