import ExpungeText

extension CastChecking {
  /// C10, C08 and C09: a person whose name was left, beside the pseudonym; a letter that is the real
  /// initial; initials of a name.
  mutating func checkNames() {
    var bySubject: [Int: [FoundName]] = [:]
    var order: [Int] = []
    for (number, part) in list.parts.enumerated() {
      for span in part.found where span.kind == .person {
        if bySubject[span.subject] == nil { order.append(span.subject) }
        bySubject[span.subject, default: []].append(FoundName(span, part: number, in: list))
      }
    }
    for subject in order { check(bySubject[subject] ?? [], subject) }
    if !style.allowsRealInitials {
      checkInitials()
      checkCaseInitials()
    }
  }

  /// C08: a letter that begins a name of the case list.
  private mutating func checkCaseInitials() {
    guard !style.realInitials.isEmpty else { return }
    let told = Set(breaches.lazy.filter { $0.check == .realInitial }.compactMap(\.entry))
    for entry in list.entries.indices where !told.contains(entry) {
      let it = list.entries[entry]
      guard style.realInitials.contains(it.key.letter), let mention = it.mentions.first else {
        continue
      }
      switch it.key.form {
      case .titled, .bare: break
      case .role, .institution: continue
      }
      add(
        CastBreach(
          check: .realInitial, place: place(of: mention),
          related: related(.piece, it.mentions.dropFirst()),
          reasons: [
            CastBreach.Reason(words: "A name of the case list begins with the letter.", weight: 70)
          ], suggestion: "Use \(nextLetter(like: it.key)).", entry: entry))
    }
  }

  /// A person, and the pseudonym that is most likely theirs.
  private mutating func check(_ names: [FoundName], _ subject: Int) {
    guard let first = names.first else { return }
    var best: (entry: Int, reasons: [CastBreach.Reason])?
    for entry in list.entries.indices where list.entries[entry].key.isPerson {
      let reasons = reasons(that: names, are: entry)
      let points = reasons.reduce(0) { $0 + $1.weight }
      if points >= 45, points > (best?.reasons.reduce(0) { $0 + $1.weight } ?? 0) {
        best = (entry, reasons)
      }
    }
    guard let best, let mention = list.entries[best.entry].mentions.first else { return }
    add(
      CastBreach(
        check: .realName, place: place(first.part, first.range),
        related: names.dropFirst().prefix(Self.mostRelated).map {
          (.piece, place($0.part, $0.range))
        } + related(.contrast, [mention]), reasons: best.reasons,
        suggestion: "Write \(name(best.entry)) if it is the same person.", entry: best.entry,
        subject: subject))
    checkInitial(of: names, best.entry, subject)
  }

  private func reasons(that names: [FoundName], are entry: Int) -> [CastBreach.Reason] {
    let it = list.entries[entry]
    var reasons: [CastBreach.Reason] = []
    func add(_ words: String, _ weight: Int) {
      reasons.append(CastBreach.Reason(words: words, weight: weight))
    }
    let gender = names.map(\.gender).first { $0 != .unknown } ?? .unknown
    guard gender.agrees(with: it.gender) else { return [] }
    let titles = Set(names.compactMap(\.title))
    if case .titled(let title) = it.key.form {
      if titles.contains(title) {
        add("The name and \(name(entry)) have one title.", 50)
        let others = list.entries.filter { $0.key.title == title }.count
        if others == 1 { add("Nobody else here has that title and a letter.", 15) }
      } else if !titles.isEmpty, gender != .unknown, it.gender == gender {
        add("The titles of the name and of \(name(entry)) are of one gender.", 30)
      }
    }
    if let relation = names.lazy.compactMap(\.relation).first {
      if it.introductions.contains(where: {
        $0.relation == relation && $0.gender.agrees(with: gender)
      }) {
        add("Both are introduced as the same relation.", 50)
      } else {
        add("The name is introduced as another relation.", -40)
      }
    } else if names.contains(where: \.hasRole) {
      add("The name is introduced with a part of its own.", -40)
    } else if names.contains(where: \.isExplained) {
      add("What follows the name explains it.", -20)
    } else if titles.isEmpty {
      let alone = list.entries.filter { $0.key.form == .bare }.count == 1
      if it.key.form == .bare, alone, !names.contains(where: \.complains) {
        add("Nobody says who the name is, and one person here has a letter without a title.", 46)
      } else if it.isComplainant, names.contains(where: \.complains) {
        add("Nobody says who the name is.", 30)
      }
    }
    if it.isComplainant, names.contains(where: \.complains) {
      add("It stands where the person who complains is spoken of.", 20)
    }
    return reasons
  }

  /// C08, as far as a name that was left tells it.
  private mutating func checkInitial(of names: [FoundName], _ entry: Int, _ subject: Int) {
    guard !style.allowsRealInitials, let mention = list.entries[entry].mentions.first,
      names.contains(where: { surnameInitial(of: $0) == list.entries[entry].key.letter })
    else { return }
    add(
      CastBreach(
        check: .realInitial, place: place(of: mention),
        related: names.prefix(1).map { (.contrast, place($0.part, $0.range)) },
        reasons: [
          CastBreach.Reason(
            words: "A name was left that seems to be this person's, and begins with the letter.",
            weight: 45)
        ], suggestion: "Use \(nextLetter(like: list.entries[entry].key)).", entry: entry,
        subject: subject))
  }

  private func surnameInitial(of name: FoundName) -> String? {
    let words = list.text(name.part)[name.range.start..<name.range.end]
      .split { $0 == Ascii.space || $0 == Ascii.hyphen }
    guard let first = words.last?.first, Ascii.isUpper(first) else { return nil }
    return String(decoding: [first], as: UTF8.self)
  }

  // MARK: C09

  /// "Anna X", "Mr J.S.", "Mr JS".
  private mutating func checkInitials() {
    for (number, part) in list.parts.enumerated() {
      let tokens = list.tokens[number].tokens
      for span in part.found where span.kind == .person {
        let next = tokens.partitioningIndex { $0.range.start >= span.range.end }
        guard next < tokens.count, tokens[next].isA(.letter), tokens[next].range.count == 1,
          tokens[next].range.start == span.range.end + 1,
          part.text[span.range.end] == Ascii.space,
          // "Mrs Hartley I will ring": the pronoun.
          part.text[tokens[next].range.start] != 0x49
        else { continue }
        addInitials(number, span.range.union(tokens[next].range), "A name and a letter", 65)
      }
      for token in tokens where token.isA(.title) && token.isCapitalised {
        guard let range = Self.initials(after: token.range.end, in: part.text) else { continue }
        addInitials(number, ByteRange(token.range.start, range.end), "Initials behind a title", 55)
      }
    }
  }

  private mutating func addInitials(
    _ part: Int, _ range: ByteRange, _ what: String, _ weight: Int
  ) {
    add(
      CastBreach(
        check: .initials, place: place(part, range),
        reasons: [
          CastBreach.Reason(words: "\(what): real ones single a person out.", weight: weight)
        ], suggestion: "Use one letter that is not the person's initial.", entry: nil))
  }

  /// "J.S.", "J. S.", "JS"; not "XX", and not before a surname.
  private static func initials(after end: Int, in text: [UInt8]) -> ByteRange? {
    var index = end
    if index < text.count, text[index] == Ascii.fullStop { index += 1 }
    guard index < text.count, text[index] == Ascii.space else { return nil }
    index += 1
    let start = index
    var letters: [UInt8] = []
    var hasStops = false
    var isAfterSpace = false
    while index < text.count, letters.count < 4, Ascii.isUpper(text[index]) {
      letters.append(text[index])
      index += 1
      guard index < text.count, text[index] == Ascii.fullStop else {
        // "I told Miss C. I found": the next sentence begins.
        if isAfterSpace { return nil }
        continue
      }
      hasStops = true
      index += 1
      if index + 1 < text.count, text[index] == Ascii.space, Ascii.isUpper(text[index + 1]),
        index + 2 >= text.count || !Ascii.isLower(text[index + 2])
      {
        index += 1
        isAfterSpace = true
      }
    }
    guard letters.count >= 2, letters.count <= 3, Set(letters).count > 1,
      hasStops || letters.count == 2,
      index >= text.count || !Ascii.isLetter(text[index]) && text[index] != Ascii.hyphen
    else { return nil }
    // "Mr J.S. Okafor" has a name, which others find.
    if index + 1 < text.count, text[index] == Ascii.space, Ascii.isUpper(text[index + 1]) {
      return nil
    }
    // A stop in the middle, not only the sentence's.
    if hasStops, !text[start..<index].dropLast().contains(Ascii.fullStop), letters.count != 2 {
      return nil
    }
    return ByteRange(start, index)
  }
}
