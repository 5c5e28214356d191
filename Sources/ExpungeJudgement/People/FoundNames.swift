import ExpungeText

/// The names that a document gave away, word by word: what is then hunted through all its parts.
struct FoundNames {
  struct Name {
    /// Position of the candidate that gave it away.
    let source: Int
    /// It is also a word of the language or of a body's name in this document, so that a mention
    /// needs more than the word itself.
    var isAmbiguous: Bool
    /// Two letters: hunted only in its own spelling.
    let isShort: Bool
  }

  private(set) var names: [String: Name] = [:]
  private var misspellings = Misspellings()
  /// Whether a word is one of the language, or a place's name, and so nobody's misspelt name.
  private let isOrdinary: @Sendable (String) -> Bool

  init(isOrdinary: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.isOrdinary = isOrdinary
  }

  var isEmpty: Bool { names.isEmpty }

  /// Particles and linking words that are no name by themselves.
  static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "da", "di", "du", "la", "le", "el", "al", "bin", "bint",
    "ibn",
    "ap", "ab", "of", "and", "the", "y", "dos", "del", "abu", "st", "mac", "mc", "jr", "snr", "mr",
    "mrs", "ms", "miss", "dr",
  ]

  /// Takes the words of a mention; words of one letter and particles are no names.
  ///
  /// - Returns: whether any of them is new, so that the source is referred to.
  mutating func add(mention range: ByteRange, in text: [UInt8], source: Int) -> Bool {
    var isNew = false
    for word in Word.words(of: range, in: text)
    where word.key.utf8.count >= 2 && !FoundNames.particles.contains(word.key) {
      if names[word.key] == nil {
        names[word.key] = Name(
          source: source, isAmbiguous: false, isShort: word.key.count < 3)
        if !isOrdinary(word.key) { misspellings.add(word.key) }
        isNew = true
      }
    }
    return isNew
  }

  /// Marks a found name as a word that also means something else here.
  mutating func markAmbiguous(_ key: String) { names[key]?.isAmbiguous = true }

  /// Whether a word is a found name in the plural, and none itself.
  func isPlural(_ word: Word) -> Bool {
    guard names[word.key] == nil, word.key.count > 4 else { return false }
    return word.key.hasSuffix("s") && names[String(word.key.dropLast())] != nil
      || word.key.hasSuffix("es") && names[String(word.key.dropLast(2))] != nil
  }

  /// A mention of a found name: the name itself, its plural ("the Thompsons"), or a misspelling of it.
  func name(for word: Word) -> Name? {
    if let name = names[word.key] { return name }
    guard word.isCapitalised, word.key.count > 4 else { return nil }
    if word.key.hasSuffix("es"), let name = names[String(word.key.dropLast(2))] { return name }
    if word.key.hasSuffix("s"), let name = names[String(word.key.dropLast())] { return name }
    guard !isOrdinary(word.key) else { return nil }
    return misspellings.names(for: word.key).lazy.compactMap { names[$0] }
      .filter { !$0.isAmbiguous }.min { $0.source < $1.source }
  }
}
