/// What the scanner derives from the patterns of some rules of a set: where each can begin.
///
/// It holds supersets only: libpcre2 alone decides what matches.
struct TriggerIndex: Sendable, Equatable {
  /// The rules it speaks of, by their number in the set, ascending.
  var numbers: [UInt16] = []
  /// Rules that no place can be named for: searched for through the whole text, one by one.
  var wholeTextRules: [UInt16] = []

  /// Bytes that make a place a candidate.
  var atWordStart = ByteSet()
  var atDigitStart = ByteSet()
  var anywhere = ByteSet()

  /// Tells which payload holds at a candidate.
  var prefix = PrefixAutomaton()
  /// Four numbers a payload: where its rules begin and end in `entries`, and which rows of `masks`
  /// have its rules behind a keyword of the run, and of the text near by. An entry is a rule, or,
  /// with `backwards`, one of `chunkRules` whose keyword stands at the place.
  var records = Table<UInt32>()
  var entries = Table<UInt16>()
  /// Rows of `maskWords` words; the first row is empty. Bit i + 1 is `keywordRules[i]`.
  var masks = Table<UInt64>()
  var maskWords = 1

  /// Rules tried only where one of their keywords lies ahead: in the run, or, for those in
  /// `nearbyMask`, within `nearby` bytes.
  var keywordRules: [UInt16] = []
  /// Tells which payload holds at a word of a run.
  var keyword = PrefixAutomaton()
  /// A row of `maskWords` words for each payload of `keyword`; bit 0 marks a connector.
  var keywordMasks = Table<UInt64>()
  /// Bytes of the widest match of a rule whose keyword lies in the run.
  var widestRun = 0
  /// A row of `maskWords` words.
  var nearbyMask: [UInt64] = []
  var nearby = 0

  /// Rules tried only in a chunk of text that ends at a certain byte or keyword: first those of a byte,
  /// by that byte, then those of keywords.
  var chunkRules: [ChunkRule] = []

  /// Asked before a rule is tried.
  var filters = PrefilterTables()
  /// Asked at a keyword before a rule is tried backwards from it.
  var tails = PrefilterTables()

  /// Marks an entry that is no rule; there are fewer rules.
  static let backwards: UInt16 = 0x8000
  /// Bytes of a keyword that are looked at.
  static let keywordBytes = 8
  /// The widest match a rule may have to wait for its keyword.
  static let widestKeywordRule = 2_048
  /// The most bytes that may lie between the start of a match and a keyword near by.
  static let farthestKeyword = 256

  init() {}
}
