import ExpungeText

extension CastList {
  /// Of whom the words before a place speak: the gender of the last person there, in the same sentence
  /// or the one before; `unknown` where it is not told. O(log n + those sentences).
  ///
  /// - Parameters:
  ///   - offset: byte of the part's reading.
  ///   - number: the document's number of the part.
  package func gender(before offset: Int, inPart number: Int) -> Gender {
    guard let part = parts.firstIndex(where: { $0.number == number }), part < people.count else {
      return .unknown
    }
    let sentence = tokens[part].sentences.partitioningIndex { $0.start > offset } - 1
    for back in 0...1 {
      for index in people[part].persons(of: sentence - back).reversed() {
        let person = people[part].persons[index]
        if person.start < offset { return person.gender }
      }
    }
    return .unknown
  }

  /// Letters that somebody has.
  package var usedLetters: Set<String> { Set(entries.map(\.key.letter)) }

  /// Whether the statement keeps genders to itself.
  package func isNeutral(style: CastStyle) -> Bool {
    style.neutrality == .always || CastChecking(list: self, style: style).isNeutral
  }
}
