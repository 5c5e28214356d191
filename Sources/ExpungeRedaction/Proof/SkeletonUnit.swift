/// One symbol of a text's skeleton, and where it came from.
struct SkeletonUnit {
  var symbol: UInt8
  var isUpper: Bool
  var isLower: Bool
  /// Whether a character begins here; its further symbols continue it.
  var begins: Bool
  /// What stands between it and the unit before.
  var gap: Gap
  /// Bytes of the text that was fed: its character's start and end.
  var start: Int
  var end: Int

  var isDigit: Bool { 26...35 ~= symbol }

  /// The whole skeleton of a short text. O(n).
  static func units(of text: [UInt8]) -> [SkeletonUnit] {
    var units: [SkeletonUnit] = []
    var gap = Gap.edge
    var offset = 0
    while case (let scalar?, let count) = LenientUTF8.scalar(at: offset, in: text) {
      let shape = ScalarShape.of(scalar)
      if shape.isUnit {
        for index in 0..<shape.count {
          units.append(
            SkeletonUnit(
              symbol: shape.symbol(index), isUpper: shape.isUpper, isLower: shape.isLower,
              begins: index == 0, gap: index == 0 ? gap : [], start: offset, end: offset + count))
        }
        gap = []
      } else {
        gap.formUnion(shape.gap)
      }
      offset += count
    }
    return units
  }
}
