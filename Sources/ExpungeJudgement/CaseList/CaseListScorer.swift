import ExpungeDetection
package import ExpungePeople
import ExpungeText

/// Hunts the names of a case list in every form: alone and together, possessive, plural, in capitals,
/// in small letters, split by a hyphen, with a typing error.
package struct CaseListScorer: Scorer {
  private let list: CaseList
  private let lexicon: NameLexicon

  package init(_ list: CaseList, lexicon: NameLexicon) {
    self.list = list
    self.lexicon = lexicon
  }

  var initials: Set<String> { list.initials }

  static let identity = RuleIdentity(identifier: "case-list/name", title: "Name of the case list")

  private static let leak = Rule.Leak(
    classCode: "D01", label: .person, severity: .critical, confidence: 50, priority: 90,
    suggestion: "the person's letter, or who they are: the neighbour, her son",
    yieldsTo: [
      "brand", "case-name", "charity", "condition", "council", "drug", "eponym", "instrument",
      "law-report", "neutral-citation", "nhs-body", "public-body", "pseudonym", "scheme",
      "statute",
    ], propagates: false)

  /// A name counts as found from this confidence on: less is a word that may be anything.
  private static let leastFound = 40

  func stretches(of part: Int, in facts: DocumentFacts) -> [Range<Int>] {
    (0..<facts.blockCount(of: part)).map { $0..<$0 + 1 }
  }

  func spans(inBlocks blocks: Range<Int>, of part: Int, in facts: DocumentFacts) -> [ScoredSpan] {
    let kind = facts.document.parts[part].kind
    let hasCase = !kind.isCode && kind != .link && kind != .fileName
    return facts.blocks(blocks, of: part).flatMap {
      spans(in: $0, of: part, hasCase: hasCase, text: facts.text(of: part))
    }
  }

  /// A word of the text that is one of the list's, and how well it fits.
  private struct Match {
    var range: ByteRange
    var name: Int
    var isOrdinary: Bool
    var isExact: Bool
    var isCapitalised: Bool
    var opensSentence: Bool
    var followsTitle: Bool
  }

  private func spans(
    in block: ByteRange, of part: Int, hasCase: Bool, text: [UInt8]
  ) -> [ScoredSpan] {
    let matches = matches(in: block, text: text)
    var spans: [ScoredSpan] = []
    var index = 0
    while index < matches.count {
      // Words of one person that stand beside each other are one mention.
      var end = index + 1
      while end < matches.count, matches[end].name == matches[index].name,
        matches[end].range.start - matches[end - 1].range.end <= 3
      {
        end += 1
      }
      if let span = span(matches[index..<end], part, hasCase: hasCase) { spans.append(span) }
      index = end
    }
    return spans
  }

  private func span(
    _ matches: ArraySlice<Match>, _ part: Int, hasCase: Bool
  ) -> ScoredSpan? {
    guard let first = matches.first, let last = matches.last else { return nil }
    var evidence = [
      Evidence(
        code: .rule, subject: Self.identity.identifier,
        words: "It is name \(first.name + 1) of the case list.", weight: 85)
    ]
    func add(_ words: String, _ weight: Int) {
      evidence.append(
        Evidence(
          code: .context, subject: Self.identity.identifier, words: words, weight: weight))
    }
    if matches.count > 1 {
      add("Several words of it stand together.", 12)
    } else if first.followsTitle {
      add("A title stands before it.", 12)
    } else {
      if first.isOrdinary {
        guard !hasCase || first.isCapitalised else { return nil }
        add("It is also a word.", first.opensSentence || !hasCase ? -60 : -25)
      } else if hasCase, !first.isCapitalised {
        add("It is written small.", -25)
      }
    }
    if !matches.contains(where: \.isExact) { add("A letter or two differ.", -25) }
    let confidence = evidence.reduce(0) { $0 + $1.weight }
    if confidence >= Self.leastFound { list.note(found: first.name) }
    return ScoredSpan(
      rule: Self.identity, leak: Self.leak, part: part,
      range: ByteRange(first.range.start, last.range.end),
      confidence: confidence, evidence: evidence)
  }

  private func matches(in block: ByteRange, text: [UInt8]) -> [Match] {
    text.withUnsafeBufferPointer { bytes in
      list.withLetters { letters in
        var matches: [Match] = []
        var folded: [UInt8] = []
        var opensSentence = true
        var followsTitle = false
        var index = block.start
        while index < block.end {
          guard Word.opens(bytes[index]) else {
            if bytes[index] == Ascii.fullStop, !followsTitle { opensSentence = true }
            index += 1
            continue
          }
          var end = Word.end(ofWordAt: index, before: block.end) { bytes[$0] }
          let next = end
          if end - index > 2, bytes[end - 2] == Ascii.apostrophe, bytes[end - 1] | 0x20 == 0x73 {
            end -= 2
          }
          folded.removeAll(keepingCapacity: true)
          if end - index <= 64 {
            FoldedWord.forEachLetter(of: index..<end, in: bytes) { folded.append($0) }
          }
          let record = lexicon.record(of: WordKey(of: folded))
          if let (word, isExact) = best(folded, record.word > 0, letters) {
            matches.append(
              Match(
                range: ByteRange(index, end), name: word.name, isOrdinary: word.isOrdinary,
                isExact: isExact, isCapitalised: isCapital(index, bytes),
                opensSentence: opensSentence, followsTitle: followsTitle))
          }
          followsTitle = record.roles.contains(.title)
          opensSentence = false
          index = next
        }
        return matches
      }
    }
  }

  private func isCapital(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[index] >= 0x80 || Ascii.isUpper(bytes[index])
  }

  /// The list's word that a word of the text is, or is misspelt; nil when there is none.
  private func best(
    _ folded: [UInt8], _ isWord: Bool, _ letters: UnsafeBufferPointer<UInt8>
  ) -> (CaseList.Word, Bool)? {
    guard folded.count > 1 else { return nil }
    var fuzzy: CaseList.Word?
    for word in list.words {
      let count = word.range.count
      guard abs(count - folded.count) <= 2 else { continue }
      let name = UnsafeBufferPointer(rebasing: letters[word.range])
      if name.elementsEqual(folded) { return (word, true) }
      // "the Thompsons"
      if folded.count > count, count > 3, folded.starts(with: name),
        folded[count...].elementsEqual([0x73]) || folded[count...].elementsEqual([0x65, 0x73])
      {
        return (word, true)
      }
      if !isWord, fuzzy == nil, EditDistance.isClose(name, folded) { fuzzy = word }
    }
    return fuzzy.map { ($0, false) }
  }
}
