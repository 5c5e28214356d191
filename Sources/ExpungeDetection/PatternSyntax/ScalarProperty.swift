/// General categories of Unicode as `\p{…}` names them.
enum ScalarProperty {
  /// The scalars of a property, widened beyond ASCII to whole blocks of 64; nil for a name that is
  /// none of the general categories.
  static func set(named name: String) -> ScalarSet? {
    guard let mask = masks[name] else { return nil }
    var ranges: [ClosedRange<UInt32>] = []
    for scalar: UInt32 in 0..<0xC0 where mask & categoryBit(scalar) != 0 {
      ranges.append(scalar...scalar)
    }
    for (block, present) in blocks.enumerated() where present & mask != 0 && block >= 3 {
      ranges.append(UInt32(block) << 6...UInt32(block) << 6 | 63)
    }
    // Beyond the basic plane nothing in our texts is worth telling apart.
    ranges.append(0x10000...ScalarSet.highest)
    return ScalarSet(ranges, isExact: false)
  }

  private static let names: [(String, Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter),
    ("Lm", .modifierLetter), ("Lo", .otherLetter), ("Mn", .nonspacingMark),
    ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber),
    ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation),
    ("Ps", .openPunctuation), ("Pe", .closePunctuation), ("Pi", .initialPunctuation),
    ("Pf", .finalPunctuation), ("Po", .otherPunctuation), ("Sm", .mathSymbol),
    ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol),
    ("Zs", .spaceSeparator), ("Zl", .lineSeparator), ("Zp", .paragraphSeparator),
    ("Cc", .control), ("Cf", .format), ("Cs", .surrogate), ("Co", .privateUse),
    ("Cn", .unassigned),
  ]

  private static let bits: [Unicode.GeneralCategory: UInt32] = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1.1, UInt32(1) << UInt32($0)) })

  private static let masks: [String: UInt32] = {
    var masks: [String: UInt32] = ["Any": .max]
    for (index, (name, _)) in names.enumerated() {
      masks[name] = 1 << UInt32(index)
      masks[String(name.prefix(1)), default: 0] |= 1 << UInt32(index)
    }
    masks["L&"] = (masks["Lu"] ?? 0) | (masks["Ll"] ?? 0) | (masks["Lt"] ?? 0)
    return masks
  }()

  /// Which categories occur in each block of 64 scalars of the basic plane.
  private static let blocks: [UInt32] = {
    var blocks = [UInt32](repeating: 0, count: 1024)
    for scalar: UInt32 in 0..<0x10000 { blocks[Int(scalar >> 6)] |= categoryBit(scalar) }
    return blocks
  }()

  /// A scalar that our tables call unassigned may have any category in libpcre2's.
  private static func categoryBit(_ scalar: UInt32) -> UInt32 {
    guard let value = Unicode.Scalar(scalar) else { return 0 }
    let category = value.properties.generalCategory
    return category == .unassigned ? .max : bits[category] ?? .max
  }
}
