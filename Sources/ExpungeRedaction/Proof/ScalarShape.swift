/// What a character is to the search for survivors: letters and digits reduced to their skeleton,
/// a gap between them, or nothing at all.
///
/// The skeleton knows neither case nor diacritics nor ligatures: "Ł", "ł", "Ｌ" and "l" are one
/// symbol, "ß" is two. Letters of other alphabets keep themselves in lower case.
struct ScalarShape: Sendable {
  /// 0…25 letters, 26…35 digits, 36…51 sixteenths of a letter of another alphabet.
  static let symbolCount = 52

  private enum Kind: UInt8 { case unit, ignored, gap }

  private let kind: Kind
  /// Up to eight symbols of six bits, the first lowest, then their number.
  private let packed: UInt64
  private(set) var gap: Gap
  private(set) var isUpper: Bool
  private(set) var isLower: Bool

  var isUnit: Bool { kind == .unit }
  var isIgnored: Bool { kind == .ignored }
  var count: Int { Int(packed >> 56) }
  var isDigit: Bool { kind == .unit && 26...35 ~= symbol(0) }

  func symbol(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> (index * 6)) & 63 }

  /// Constant time; characters beyond the Latin blocks cost a look-up of their properties.
  static func of(_ scalar: Unicode.Scalar) -> ScalarShape {
    let value = scalar.value
    if value < 0x250 { return low[Int(value)] }
    if 0x1E00..<0x1F00 ~= value { return additional[Int(value - 0x1E00)] }
    if isIdeographOrSyllable(value) { return ScalarShape(letterOfItself: value) }
    return classify(scalar)
  }

  private static let low: [ScalarShape] = (UInt32(0)..<0x250).map(shape)
  private static let additional: [ScalarShape] = (UInt32(0x1E00)..<0x1F00).map(shape)

  private static func shape(_ value: UInt32) -> ScalarShape {
    Unicode.Scalar(value).map(classify) ?? ScalarShape(gap: .other)
  }

  /// Whether a character is one of the blocks of Chinese, Japanese and Korean that hold nothing but
  /// letters without case. Text that is read in the wrong encoding is full of them.
  private static func isIdeographOrSyllable(_ value: UInt32) -> Bool {
    0x3400...0x4DBF ~= value || 0x4E00...0x9FFF ~= value || 0xAC00...0xD7A3 ~= value
  }

  private static func classify(_ scalar: Unicode.Scalar) -> ScalarShape {
    if let gap = knownGap(scalar) { return ScalarShape(gap: gap) }
    let properties = scalar.properties
    if let digit = decimal(properties) { return ScalarShape(symbols: [26 + digit], properties) }
    if let letters = LatinLetter.base(of: scalar) {
      return ScalarShape(symbols: letters.map { $0 - 0x61 }, properties)
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format:
      return ScalarShape(kind: .ignored, packed: 0, gap: [])
    case .spaceSeparator: return ScalarShape(gap: .space)
    case .lineSeparator, .paragraphSeparator: return ScalarShape(gap: .line)
    case .dashPunctuation: return ScalarShape(gap: .hyphen)
    default: break
    }
    guard properties.isAlphabetic || properties.numericType != nil else {
      return ScalarShape(gap: .other)
    }
    let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    var shape = ScalarShape(letterOfItself: lower.value)
    shape.isUpper = properties.isUppercase
    shape.isLower = properties.isLowercase
    return shape
  }

  /// Six sixteenths hold any scalar and keep all such letters equally long.
  private init(letterOfItself value: UInt32) {
    var packed = UInt64(6) << 56
    for index in 0..<6 {
      packed |= UInt64(36 + (value >> (4 * UInt32(5 - index)) & 15)) << (index * 6)
    }
    self.init(kind: .unit, packed: packed, gap: [])
  }

  private static func decimal(_ properties: Unicode.Scalar.Properties) -> UInt8? {
    guard properties.numericType == .decimal, let value = properties.numericValue else {
      return nil
    }
    return UInt8(value)
  }

  private static func knownGap(_ scalar: Unicode.Scalar) -> Gap? {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85: .line
    case 0x09, 0x20, 0xA0: .space
    case 0x2D, 0x2212: .hyphen
    // ' . * _ ` ~ \ and the apostrophes, primes and middle dots of typography.
    case 0x27, 0x2E, 0x2A, 0x5F, 0x60, 0x7E, 0x5C, 0xB4, 0xB7, 0x2BB, 0x2BC, 0x2018, 0x2019,
      0x201B, 0x2032, 0x2027:
      .soft
    default: nil
    }
  }

  private init(kind: Kind, packed: UInt64, gap: Gap, isUpper: Bool = false, isLower: Bool = false) {
    self.kind = kind
    self.packed = packed
    self.gap = gap
    self.isUpper = isUpper
    self.isLower = isLower
  }

  private init(gap: Gap) { self.init(kind: .gap, packed: 0, gap: gap) }

  private init(symbols: [UInt8], _ properties: Unicode.Scalar.Properties) {
    var packed = UInt64(symbols.count) << 56
    for (index, symbol) in symbols.enumerated() { packed |= UInt64(symbol) << (index * 6) }
    self.init(
      kind: .unit, packed: packed, gap: [], isUpper: properties.isUppercase,
      isLower: properties.isLowercase)
  }
}
