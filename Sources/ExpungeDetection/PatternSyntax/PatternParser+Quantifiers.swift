extension PatternParser {
  /// An item with the quantifiers that follow it.
  mutating func quantified(_ item: PatternNode) throws(Unknown) -> PatternNode {
    var item = item
    while let (minimum, maximum, offset) = quantifier() {
      var kind = PatternNode.Repetition.Kind.greedy
      if take("+") {
        kind = .possessive
      } else if take("?") {
        kind = .lazy
      }
      item = .repetition(
        item, .init(minimum: minimum, maximum: maximum, kind: kind, offset: offset))
    }
    return item
  }

  private mutating func quantifier() -> (Int, Int?, Int)? {
    let start = position
    if take("*") { return (0, nil, start) }
    if take("+") { return (1, nil, start) }
    if take("?") { return (0, 1, start) }
    guard take("{"), let minimum = number() else {
      position = start
      return nil
    }
    if take("}") { return (minimum, minimum, start) }
    guard take(",") else {
      position = start
      return nil
    }
    let maximum = number()
    guard take("}") else {
      position = start
      return nil
    }
    return (minimum, maximum, start)
  }

  private mutating func number() -> Int? {
    var value = 0
    let start = position
    while let byte = current, ByteSet.digits[byte], position < start + 6 {
      value = value * 10 + Int(byte & 15)
      position += 1
    }
    return position > start ? value : nil
  }
}
