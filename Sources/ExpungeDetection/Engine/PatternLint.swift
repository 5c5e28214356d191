/// What makes a pattern slow or unsafe, found by reading it: for pack authors, before it ships.
///
/// An attempt is of bounded cost when what it may look at is bounded, so every pattern must have a
/// finite width: a rule for one token at most 256 characters, a rule for what fills a line (an
/// address, a place, an organisation, a person's full style) and a guard at most 2,200 bytes, each
/// lookaround at most 128 bytes. A token is counted in characters because letters of names have up
/// to four bytes and mostly one. Beside that: no repeat without an upper bound, no variable repeat in
/// another that can share out its text in many ways, no back-reference, no recursion, and a start
/// that names places in the text (a word's or a number's, or a sign).
package enum PatternLint {
  /// One thing to change.
  package struct Problem: Sendable, Equatable {
    /// Byte of the pattern, macros replaced.
    package var offset: Int
    /// What is wrong, in one sentence without its full stop.
    package var message: String
    /// What to do, likewise.
    package var remedy: String
    /// Whether the pattern may ship all the same.
    package var isWarning: Bool
  }

  /// How much a pattern may match.
  package enum Width: Sendable {
    /// One token.
    case token
    /// What may fill a line.
    case line
  }

  /// Characters that a rule for one token may match.
  static let tokenCharacters = 256
  /// Bytes that any other pattern may match.
  static let lineBytes = 2_200
  /// Bytes that a lookaround may look at.
  static let lookWidth = 128

  /// The problems of a pattern that libpcre2 compiles, ascending by offset.
  ///
  /// - Parameter width: how much it may match.
  package static func problems(
    in pattern: String, ignoresCase: Bool, width: Width = .token
  ) -> [Problem] {
    var problems = literalQuantifiers(in: Array(pattern.utf8))
    problems += start(of: pattern, ignoresCase: ignoresCase)
    do {
      let node = try PatternParser.parse(pattern, ignoresCase: ignoresCase)
      var visit = Visit()
      visit.walk(node, nil)
      problems += visit.problems
      if visit.unbounded.isEmpty, let message = tooWide(node, for: width) {
        problems.append(
          Problem(
            offset: 0, message: message, remedy: "lower the upper bounds of the repeats",
            isWarning: false))
      }
    } catch {
      // Said above: a pattern that is not understood names no places.
    }
    return problems.sorted { $0.offset < $1.offset }
  }

  private static func tooWide(_ node: PatternNode, for width: Width) -> String? {
    switch width {
    case .token:
      guard let most = node.mostCharacters, most > tokenCharacters else { return nil }
      return "a match may have \(most) characters, more than \(tokenCharacters)"
    case .line:
      guard let most = node.width.maximum, most > lineBytes else { return nil }
      return "a match may have \(most) bytes, more than \(lineBytes)"
    }
  }

  private static func problem(of unknown: PatternParser.Unknown) -> Problem {
    switch unknown.construct {
    case .backReference:
      Problem(
        offset: unknown.offset, message: "a back-reference can take exponential time",
        remedy: "write the repeated part out", isWarning: false)
    case .recursion:
      Problem(
        offset: unknown.offset, message: "recursion has no bound",
        remedy: "write the nested part out as deep as it must go", isWarning: false)
    case .conditional, .verb, .other:
      Problem(
        offset: unknown.offset,
        message:
          "the engine does not understand this, so the rule searches the whole text by itself",
        remedy: "write it with plain groups, classes, quantifiers and lookarounds", isWarning: true)
    }
  }

  /// Whether the engine can name the places where a match may begin.
  private static func start(of pattern: String, ignoresCase: Bool) -> [Problem] {
    do {
      _ = try IndexablePattern(pattern, ignoresCase: ignoresCase)
      return []
    } catch {
      return [problem(of: error)]
    }
  }

  private static func problem(of reason: WholeTextReason) -> Problem {
    switch reason {
    case .notUnderstood(let unknown): return problem(of: unknown)
    case .mayBeEmpty:
      return Problem(
        offset: 0, message: "the pattern can match nothing at all",
        remedy: "make at least one item necessary", isWarning: false)
    case .beginsAnywhere(let bytes):
      let what = bytes[0x20] ? "with a space" : "in the middle of a word"
      return Problem(
        offset: 0,
        message: "a match can begin \(what), so the rule searches the whole text by itself",
        remedy: #"begin with \b or a lookbehind and a letter, digit or sign"#, isWarning: false)
    }
  }

  /// `a{,3}` means itself before PCRE2 10.43.
  private static func literalQuantifiers(in bytes: [UInt8]) -> [Problem] {
    var problems: [Problem] = []
    var isInClass = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "{") where !isInClass && index + 1 < bytes.count:
        if bytes[index + 1] == UInt8(ascii: ",") {
          problems.append(
            Problem(
              offset: index, message: "{,n} is plain text to this version of PCRE2",
              remedy: "write {0,n}", isWarning: false))
        }
      default: break
      }
      index += 1
    }
    return problems
  }
}

/// A walk over a pattern that gathers what is wrong with its repeats and lookarounds.
private struct Visit {
  var problems: [PatternLint.Problem] = []
  var unbounded: [Int] = []

  /// - Parameter followers: what may come next after the node, in order, round the repeats that
  ///   hold it; nil outside repeats.
  mutating func walk(_ node: PatternNode, _ followers: [PatternNode]?) {
    switch node {
    case .set, .assertion:
      break
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        walk(item, followers.map { Array(items[(index + 1)...]) + $0 })
      }
    case .choice(let branches):
      for branch in branches { walk(branch, followers) }
    case .group(let item, let isAtomic):
      // What an atomic group has taken it never gives back.
      walk(item, isAtomic ? nil : followers)
    case .keyword(let item, _):
      walk(item, followers)
    case .look(let item, let look):
      check(item, look)
      walk(item, nil)
    case .repetition(let item, let repetition):
      walk(item, repetition, followers)
    }
  }

  private mutating func check(_ item: PatternNode, _ look: PatternNode.Look) {
    let most = item.width.maximum
    guard most == nil || (most ?? 0) > PatternLint.lookWidth else { return }
    problems.append(
      .init(
        offset: look.offset,
        message: "a lookaround may look at more than \(PatternLint.lookWidth) bytes",
        remedy: "bound its repeats", isWarning: false))
  }

  private mutating func walk(
    _ item: PatternNode, _ repetition: PatternNode.Repetition, _ followers: [PatternNode]?
  ) {
    if repetition.maximum == nil {
      unbounded.append(repetition.offset)
      problems.append(
        .init(
          offset: repetition.offset, message: "a repeat without an upper bound",
          remedy: "give one, such as {1,40}", isWarning: false))
    }
    let isVariable = repetition.maximum != repetition.minimum
    let isLoop = (repetition.maximum ?? 2) > 1
    if isVariable, repetition.kind != .possessive, isLoop, let followers {
      let next = FirstScalars.of(followers)
      if !FirstScalars.all(in: item).isDisjoint(with: next) {
        problems.append(
          .init(
            offset: repetition.offset,
            message: "a variable repeat inside another can share out its text in many ways",
            remedy:
              "make the inner one possessive, or begin or end each round with what it cannot take",
            isWarning: false))
      }
    }
    // Nor does a possessive repeat.
    guard repetition.kind != .possessive else { return walk(item, nil) }
    guard isLoop else { return walk(item, followers) }
    // After the item may come the item again.
    walk(item, [item] + (isVariable ? [] : followers ?? []))
  }
}

/// Sets of scalars with which parts of a pattern begin, or which they hold.
private enum FirstScalars {
  /// Supersets of the scalars with which a sequence may begin.
  static func of(_ nodes: [PatternNode]) -> ScalarSet {
    var set = ScalarSet()
    for node in nodes {
      set.formUnion(first(of: node))
      if !node.isNullable { break }
    }
    return set
  }

  private static func first(of node: PatternNode) -> ScalarSet {
    switch node {
    case .set(let set): set
    case .sequence(let items): of(items)
    case .choice(let branches): branches.map(first).reduce(into: ScalarSet()) { $0.formUnion($1) }
    case .repetition(let item, _), .group(let item, _), .keyword(let item, _): first(of: item)
    case .look, .assertion: ScalarSet()
    }
  }

  /// All scalars that a match of the node may hold.
  static func all(in node: PatternNode) -> ScalarSet {
    switch node {
    case .set(let set): set
    case .sequence(let items), .choice(let items):
      items.map(all).reduce(into: ScalarSet()) { $0.formUnion($1) }
    case .repetition(let item, _), .group(let item, _), .keyword(let item, _): all(in: item)
    case .look, .assertion: ScalarSet()
    }
  }
}

extension ScalarSet {
  fileprivate func isDisjoint(with other: ScalarSet) -> Bool {
    !ranges.contains { range in other.ranges.contains { $0.overlaps(range) } }
  }
}
