import ExpungeJudgement

/// Words that are names and something else besides: "will", "grace", "may".
struct OrdinaryWords: Sendable {
  /// Between the words of a name, and never hunted by themselves.
  private static let particles: Set<String> = [
    "and", "the", "of", "de", "du", "des", "la", "le", "van", "der", "den", "ter", "ten", "von",
    "zu", "bin", "ibn", "bint", "al", "el", "ul", "ur", "da", "das", "do", "dos", "di", "del",
    "della", "ap", "ab", "ferch", "mc", "mac", "st", "jr", "jnr", "snr", "ii", "iii", "née", "nee",
  ]

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private let words: Set<String>

  /// - Parameter words: ordinary words of the language, in lower case.
  init(_ words: Set<String>) { self.words = words }

  func isOrdinary(_ units: ArraySlice<SkeletonUnit>) -> Bool {
    guard let word = word(units) else { return false }
    return words.contains(word) || Self.months.contains(word)
  }

  func isMonth(_ units: ArraySlice<SkeletonUnit>) -> Bool {
    word(units).map(Self.months.contains) ?? false
  }

  func isParticle(_ units: ArraySlice<SkeletonUnit>) -> Bool {
    word(units).map(Self.particles.contains) ?? false
  }

  /// Whether it is a form of address, such as "Mrs".
  func isAddressForm(_ units: ArraySlice<SkeletonUnit>) -> Bool {
    word(units).map { FormOfAddress($0) != nil } ?? false
  }

  /// Plain lower-case letters; nil when there is anything else in it.
  private func word(_ units: ArraySlice<SkeletonUnit>) -> String? {
    guard !units.isEmpty, units.allSatisfy({ $0.symbol < 26 }) else { return nil }
    return String(decoding: units.map { 0x61 + $0.symbol }, as: UTF8.self)
  }
}
