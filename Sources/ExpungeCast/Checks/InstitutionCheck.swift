import ExpungeText

extension CastChecking {
  /// C12: "School F" in one place, a school's name in another.
  mutating func checkInstitutions() {
    var known: [String: Int] = [:]
    for entry in list.entries.indices {
      if case .institution(let noun) = list.entries[entry].key.form, known[kind(of: noun)] == nil {
        known[kind(of: noun)] = entry
      }
    }
    guard !known.isEmpty else { return }
    for (number, part) in list.parts.enumerated() {
      let tokens = list.tokens[number].tokens
      for span in part.found where span.kind == .organisation {
        var index = tokens.partitioningIndex { $0.range.end > span.range.start }
        var entry: Int?
        while index < tokens.count, tokens[index].range.start < span.range.end {
          if tokens[index].isA(.institution) {
            let range = tokens[index].range
            let noun = String(decoding: part.text[range.start..<range.end], as: UTF8.self)
            entry = known[kind(of: noun.lowercased())] ?? entry
          }
          index += 1
        }
        // "the governing board of School W" has its letter.
        let isLettered =
          index < tokens.count && tokens[index].isA(.letter)
          && tokens[index].range.start == span.range.end + 1
        guard !isLettered, let entry, let mention = list.entries[entry].mentions.first else {
          continue
        }
        add(
          CastBreach(
            check: .institutionNamed, place: place(number, span.range),
            related: related(.contrast, [mention]),
            reasons: [
              CastBreach.Reason(
                words: "It stands under its name, and \(name(entry)) is under a letter.", weight: 60
              )
            ], suggestion: "Write \(name(entry)) if it is the same, or the next free letter.",
            entry: entry, subject: span.subject))
      }
    }
  }

  /// Schools have several words.
  private func kind(of noun: String) -> String {
    let last = noun.split(separator: " ").last.map(String.init) ?? noun
    return last == "academy" || last == "college" ? "school" : last
  }
}
