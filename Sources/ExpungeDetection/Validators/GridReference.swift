/// A reference of the National Grid: a square of a hundred kilometres and an even number of figures.
///
/// Source: Ordnance Survey, A guide to coordinate systems in Great Britain: the squares with land.
enum GridReference {
  private static let squares: StaticString = """
    HPHTHUHWHXHYHZNANBNCNDNFNGNHNJNKNLNMNNNONRNSNTNUNWNXNYNZOVSCSDSESHSJSKSMSNSOSPSRSSSTSUSVSWSXSY\
    SZTATFTGTLTMTQTRTV
    """

  /// Passes from six figures (a hundred metres) on, is weak for four (a kilometre).
  static func grade(_ value: Span<UInt8>) -> Grade {
    let compact = Compact(value)
    guard !compact.isForeign, compact.count >= 6, compact.count <= 12,
      compact.count.isMultiple(of: 2), compact.isLetter(0), compact.isLetter(1),
      compact.number(2..<compact.count) != nil, isSquare(compact[0], compact[1])
    else { return .fail }
    return compact.count >= 8 ? .pass : .weak
  }

  private static func isSquare(_ first: UInt8, _ second: UInt8) -> Bool {
    squares.withUTF8Buffer { squares in
      stride(from: 0, to: squares.count, by: 2).contains {
        squares[$0] == first && squares[$0 + 1] == second
      }
    }
  }
}
