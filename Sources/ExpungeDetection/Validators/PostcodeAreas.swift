/// The postcode areas of the United Kingdom and the Crown dependencies, as one bit each.
///
/// Source: Royal Mail, list of postcode areas (124).
enum PostcodeAreas {
  private static let list: StaticString = """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE \
    LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL \
    SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """

  /// By first letter: a bit for each second letter, bit 26 for none.
  private static let second: InlineArray<26, UInt32> = {
    var second = InlineArray<26, UInt32>(repeating: 0)
    list.withUTF8Buffer { list in
      for area in list.split(separator: UInt8(ascii: " ")) {
        guard let first = area.first else { continue }
        let bit = area.count == 2 ? Int(area[area.startIndex + 1] - UInt8(ascii: "A")) : 26
        second[Int(first - UInt8(ascii: "A"))] |= 1 << UInt32(bit)
      }
    }
    return second
  }()

  /// Whether one or two capital letters are an area.
  static func holds(_ first: UInt8, _ other: UInt8?) -> Bool {
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
    let bit = other.map { Int($0) - Int(UInt8(ascii: "A")) } ?? 26
    guard (0...26).contains(bit) else { return false }
    return second[Int(first - UInt8(ascii: "A"))] & (1 << UInt32(bit)) != 0
  }

  /// How many there are.
  static var count: Int { (0..<26).reduce(0) { $0 + second[$1].nonzeroBitCount } }
}
