import ExpungeJudgement
package import ExpungeText

/// Hunts every removed value through a redacted copy that was read again.
///
/// Sees readings, as rules do, and reduces them further: no case, no diacritics, no separators. Each
/// word of a name is hunted by itself, identifiers across whatever separates their characters; the
/// rules stand at `OccurrenceContext`. Linear in the text, whatever the number of values.
package struct SurvivorSearch: Sendable {
  let values: [RemovedValue]
  let hunt: Hunt
  private let book: SkeletonMatcher.Book
  private let foldings: Foldings

  /// - Parameters:
  ///   - ordinaryWords: words of the language, in lower case. A name that is one of them survives
  ///     only where it is written as a name.
  package init(for values: [RemovedValue], foldings: Foldings, ordinaryWords: Set<String>) {
    self.values = values
    self.foldings = foldings
    hunt = Hunt(for: values, words: OrdinaryWords(ordinaryWords))
    book = SkeletonMatcher.Book(hunt.patterns, words: hunt.words)
  }

  /// Values that say nothing outside their sentence (an age, a role, an initial): the scan of the
  /// copy alone speaks for them.
  package var notHuntedCount: Int { hunt.notHunted.count }
  package var huntedCount: Int { values.count - hunt.notHunted.count }

  /// Searches every part of the copy.
  ///
  /// - Parameter explained: for each part of the copy, what judgement explained there; parts beyond
  ///   its end have none.
  package func search(_ copy: Document, explained: [[ExplainedPlace]]) -> SurvivorReport {
    var report = SurvivorReport()
    for (index, part) in copy.parts.enumerated() {
      let given = explained.indices.contains(index) ? explained[index] : []
      let places = given.filter { $0.range.start >= 0 && $0.range.end <= part.text.count }
      let isFileName = part.kind == .fileName
      var found = search(part.text, isFileName: isFileName, explained: places) { range in
        .part(Location(part: index, range: range))
      }
      found.explainedSource = places.flatMap { part.source.pieces(of: $0.range) }
      found.survivingSource = found.survivors.compactMap { survivor in
        guard case .part(let location) = survivor.place else { return nil }
        return part.source.span(of: location.range)
      }
      report.merge(found)
    }
    return report
  }

  /// Searches the copy's file name.
  package func search(fileName: [UInt8]) -> SurvivorReport {
    search(fileName, isFileName: true, explained: []) { .fileName($0) }
  }

  private func search(
    _ text: [UInt8], isFileName: Bool, explained: [ExplainedPlace],
    place: (ByteRange) -> Survivor.Place
  ) -> SurvivorReport {
    var report = SurvivorReport()
    guard !hunt.patterns.isEmpty else { return report }
    let reading = Reading(of: text, foldings: foldings)
    var matcher = SkeletonMatcher(book)
    reading.text.withUnsafeBufferPointer { bytes in
      var offset = 0
      while case (let scalar?, let count) = LenientUTF8.scalar(at: offset, in: bytes) {
        matcher.feed(scalar, from: offset, to: offset + count)
        offset += count
      }
    }
    matcher.finish()
    for (reason, count) in matcher.kept { report.kept[reason.rawValue, default: 0] += count }
    report.survivorCount += matcher.uncounted

    let explanations = ExplainedPlaces(explained)
    let placeholders = ExplainedIndex(
      (isFileName ? Placeholder.places(inFileName: text) : Placeholder.places(in: text)).map {
        ExplainedPlace(range: $0.range, reason: "placeholder")
      })
    for occurrence in OccurrenceList.widest(matcher.survivors) {
      guard case .survivor(let form) = occurrence.verdict else { continue }
      let value = values[book.patterns[occurrence.pattern].value]
      let range = reading.original(of: ByteRange(occurrence.start, occurrence.end))
      if placeholders.place(holding: range) != nil { continue }
      if let explaining = explanations.place(holding: range, of: value.label) {
        report.kept[explaining.reason, default: 0] += 1
        report.explainingTexts.insert(
          Array(text[explaining.range.start..<explaining.range.end]))
        continue
      }
      report.add(
        Survivor(
          place: place(range), form: form, label: value.label, placeholder: value.placeholder,
          edit: value.edit))
    }
    return report
  }
}
