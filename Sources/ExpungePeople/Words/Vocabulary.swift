/// The distinct folded words of a text, with what the lexicons and the text itself say of each.
struct Vocabulary {
  /// One folded word.
  struct Form {
    var key: WordKey
    var record: WordRecord
    var usage: WordUsage
    /// Where the text has it first.
    var start: Int32
    var end: Int32
    /// How often the text has it in small letters, capitalised inside a sentence, and in all.
    var small: UInt16 = 0
    var capitalisedInside: UInt16 = 0
    var capitalised: UInt16 = 0
    /// How often it stands after a title, after "the" and its like, after "in" and its like, in an
    /// organisation's name, and inside a longer run of capitalised words.
    var titled: UInt16 = 0
    var afterArticle: UInt16 = 0
    var afterPlace: UInt16 = 0
    var inOrganisation: UInt16 = 0
    var inLongRun: UInt16 = 0
    var isInEmail = false
    /// Unlisted, and a surname with a plural "s".
    var isPluralOfName = false
    /// One above its number among the cue words; 0 for none.
    var cue: UInt16 = 0
    /// What the letters of an unlisted word say: how much like a name's, and its first and last two.
    var letterScore: Int8 = .min
    var beginning: UInt16 = 0
    var ending: UInt16 = 0
  }

  private(set) var forms: [Form] = []
  private var places: [Int32]
  private let lexicon: NameLexicon
  private let usages: UsageLexicon
  private let cues: CueWords

  /// - Parameter bytes: of the text, to make room for its words.
  init(knowledge: PeopleKnowledge, bytes: Int) {
    lexicon = knowledge.lexicon
    usages = knowledge.usages
    cues = knowledge.cues
    // A word of six letters and a space, every third one new; long texts repeat themselves.
    let expected = min(2_048, bytes / 20 + 16)
    var size = 64
    while size < 2 * expected { size *= 2 }
    places = Array(repeating: -1, count: size)
    forms.reserveCapacity(expected)
  }

  subscript(form: Int32) -> Form {
    @inline(__always) get { forms[Int(form)] }
    @inline(__always) set { forms[Int(form)] = newValue }
  }

  /// The number of a form, new ones added. Amortised O(1).
  mutating func number(of key: WordKey, start: Int, end: Int) -> Int32 {
    var place = Int(truncatingIfNeeded: key.mixed) & (places.count - 1)
    while places[place] >= 0 {
      let number = places[place]
      if forms[Int(number)].key.value == key.value { return number }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int32(forms.count)
    places[place] = number
    var form = Form(
      key: key, record: lexicon.record(of: key), usage: usages.usage(of: key),
      start: Int32(start), end: Int32(end))
    form.cue = cues.number(of: key)
    forms.append(form)
    if forms.count * 2 > places.count { grow() }
    return number
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, form) in forms.enumerated() {
      var place = Int(truncatingIfNeeded: form.key.mixed) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }
}

extension UInt16 {
  /// Counts no further than it can.
  mutating func count() { if self < .max { self += 1 } }
}
