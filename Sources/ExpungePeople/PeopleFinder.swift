package import ExpungeText

/// Finds people's names in a text by additive evidence: what a word is, what stands beside it, what
/// the rest of the text says of it, and how sure its neighbours are.
///
/// Deterministic. O(bytes), in stretches of a quarter of a million bytes, whose words speak for each other.
package struct PeopleFinder: Sendable {
  private let knowledge: PeopleKnowledge
  /// Bytes of a text that are judged together, which bounds memory.
  package let stretch: Int

  package init(_ knowledge: PeopleKnowledge, stretch: Int = 1 << 18) {
    self.knowledge = knowledge
    self.stretch = stretch
  }

  /// Whether a word in small letters of ASCII is one of the language, or a place's name.
  package func isOrdinary(_ word: String) -> Bool {
    let record = knowledge.lexicon.record(of: WordKey(of: word.utf8))
    return record.word > 0 || record.place > 0 || !record.roles.isEmpty
  }

  /// A candidate as the fitting of weights sees it.
  package struct Observation: Sendable {
    /// Bytes of the text.
    package let range: ByteRange
    package let cases: [UInt16]
    package let secondCases: [UInt16]
    package let score: Int
  }

  /// The names of a text, ascending and disjoint.
  ///
  /// - Parameters:
  ///   - blocks: ascending ranges of the text in which to look.
  ///   - isFileName: whether capitals tell nothing.
  ///   - threshold: hundredths of the logarithm of the odds.
  package func mentions(
    in text: [UInt8], blocks: [ByteRange], isFileName: Bool, atLeast threshold: Int
  ) -> [PersonMention] {
    var mentions: [PersonMention] = []
    text.withUnsafeBufferPointer { bytes in
      for stretch in stretches(of: blocks) {
        let (look, candidates) = candidates(in: bytes, blocks[stretch], isFileName)
        mentions += NameGrouping(look: look, candidates: candidates, weights: knowledge.weights)
          .mentions(atLeast: threshold)
      }
    }
    return mentions
  }

  /// Every candidate with its evidence: what weights are fitted on.
  package func observations(
    in text: [UInt8], blocks: [ByteRange], isFileName: Bool
  ) -> [Observation] {
    var observations: [Observation] = []
    text.withUnsafeBufferPointer { bytes in
      for stretch in stretches(of: blocks) {
        let (look, candidates) = candidates(in: bytes, blocks[stretch], isFileName)
        for candidate in candidates {
          let token = look.words.tokens[candidate.token]
          let split =
            candidate.cases.firstIndex {
              EvidenceSpace.kind(of: $0).kind.isSecondLook
            } ?? candidate.cases.count
          observations.append(
            Observation(
              range: ByteRange(Int(token.start), Int(token.end)),
              cases: Array(candidate.cases[..<split]),
              secondCases: Array(candidate.cases[split...]), score: candidate.score))
        }
      }
    }
    return observations
  }

  /// The stretches in which a text's blocks are judged, by their positions. O(blocks).
  package func stretches<Blocks: RandomAccessCollection>(
    of blocks: Blocks
  ) -> [Range<Int>] where Blocks.Element == ByteRange, Blocks.Index == Int {
    var stretches: [Range<Int>] = []
    guard var start = blocks.first?.start else { return [] }
    var first = blocks.startIndex
    for number in blocks.indices {
      let block = blocks[number]
      guard block.end - start > stretch, number > first else { continue }
      stretches.append(first..<number)
      (first, start) = (number, block.start)
    }
    stretches.append(first..<blocks.endIndex)
    return stretches
  }

  private func candidates(
    in text: UnsafeBufferPointer<UInt8>, _ blocks: ArraySlice<ByteRange>, _ isFileName: Bool
  ) -> (FirstLook, [NameCandidate]) {
    var words = TextWords(text, blocks: blocks, knowledge: knowledge)
    for (number, form) in words.vocabulary.forms.enumerated()
    where !form.record.isName && form.record.word == 0 && !form.record.isAlwaysCapitalised {
      let letters = FoldedWord.letters(of: Int(form.start)..<Int(form.end), in: text)
      words.setSpelling(
        of: Int32(number), letters, score: Int8(clamping: knowledge.letters.score(of: letters)))
      if letters.count > 3, letters.last == UInt8(ascii: "s") {
        let singular = knowledge.lexicon.record(of: WordKey(of: letters.dropLast()))
        if singular.surname > 0 || singular.given > 1 { words.setPlural(Int32(number)) }
      }
    }
    let look = FirstLook(words: words, isFileName: isFileName)
    var candidates: [NameCandidate] = []
    for index in words.tokens.indices where look.isCandidate(index) {
      var candidate = NameCandidate(token: index)
      candidate.cases.reserveCapacity(96)
      look.collect(
        index, letterScore: Int(words.vocabulary[words.tokens[index].form].letterScore),
        into: &candidate.cases)
      candidate.firstScore = knowledge.weights.sum(of: candidate.cases)
      candidates.append(candidate)
    }
    let second = SecondLook(look, candidates, text: text)
    for place in candidates.indices {
      let count = candidates[place].cases.count
      second.collect(candidates[place], into: &candidates[place].cases)
      candidates[place].score =
        candidates[place].firstScore
        + knowledge.weights.sum(of: candidates[place].cases[count...])
    }
    return (look, candidates)
  }
}
