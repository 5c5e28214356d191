import ExpungeDetection

/// Everything to look for after a redaction: the removed values, broken down as people write them.
struct Hunt: Sendable {
  private struct Key: Hashable {
    let kind: HuntedPattern.Kind
    let symbols: [UInt8]
    let capitals: [Bool]
  }

  private(set) var patterns: [HuntedPattern] = []
  /// Indices of values that cannot be hunted by themselves.
  private(set) var notHunted: [Int] = []
  let words: OrdinaryWords
  private var known: Set<Key> = []

  init(for values: [RemovedValue], words: OrdinaryWords) {
    self.words = words
    for (index, value) in values.enumerated() {
      let before = known.count
      var isKnown = false
      add(value, index, &isKnown)
      if known.count == before, !isKnown { notHunted.append(index) }
    }
  }

  private mutating func add(_ value: RemovedValue, _ index: Int, _ isKnown: inout Bool) {
    let units = SkeletonUnit.units(of: value.text)
    switch value.label {
    case .person: addName(units[...], index, &isKnown)
    case .address: addAddress(units[...], index, &isKnown)
    case .date, .birthDate:
      if units.count >= 4 { addPhrase(units[...], index, &isKnown) }
      addDate(units[...], index, &isKnown)
    case .organisation, .place:
      // A place of three letters says nothing outside its sentence.
      if units.count >= 4 { addPhrase(units[...], index, &isKnown) }
    case .age, .role, .demographic, .quantity, .combination, .consistency, .fileLayer,
      .publicationRule:
      // Leaks by their sentence only: the scan of the copy looks for them.
      break
    case .phone: addIdentifier(nationalNumber(units[...]), index, &isKnown)
    default: addIdentifier(units[...], index, &isKnown)
    }
  }

  private mutating func addName(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    let names = split(units) { !$0.gap.isDisjoint(with: [.space, .line, .other]) }
      .filter { !words.isAddressForm($0) }
    for name in names {
      let parts = split(name) { $0.gap.contains(.hyphen) }
      for part in parts { addToken(part, index, &isKnown) }
      if parts.count > 1 { addToken(name, index, &isKnown) }
    }
    guard let first = names.first, let last = names.last, names.count > 1 else { return }
    let whole = Array(names.joined())
    insert(
      HuntedPattern(
        .name, whole[...], isOrdinary: names.allSatisfy(words.isOrdinary), value: index), &isKnown)
    guard last.count >= 4, let initial = first.first else { return }
    // "Thompson" and "S": what that spells is the plural, which is hunted as such.
    let spellings =
      initial.symbol == 18 ? [[initial] + last] : [[initial] + last, last + [initial]]
    for userName in spellings where !words.isOrdinary(userName[...]) {
      insert(HuntedPattern(.userName, userName[...], value: index), &isKnown)
    }
  }

  private mutating func addToken(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    let letters = units.count { $0.begins }
    let isInitials = units.allSatisfy { !$0.gap.isEmpty }
    if letters < 2 || isInitials || words.isParticle(units) { return }
    if letters == 2, units.allSatisfy({ $0.symbol < 26 }) {
      insert(HuntedPattern(.shortToken, units, value: index), &isKnown)
      return
    }
    insert(
      HuntedPattern(
        .token, units, isOrdinary: words.isOrdinary(units), isMonth: words.isMonth(units),
        value: index), &isKnown)
    addPlural(units, index, &isKnown)
  }

  private mutating func addPlural(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    guard units.count >= 3, var letter = units.last, letter.symbol < 26 else { return }
    letter.symbol = 18
    letter.gap = []
    insert(HuntedPattern(.plural, (units + [letter])[...], value: index), &isKnown)
  }

  private mutating func addAddress(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    addPhrase(units, index, &isKnown)
    let lines = split(units) { !$0.gap.isDisjoint(with: [.line, .other]) }
    for line in lines where line.count >= 6 && lines.count > 1 {
      let digits = line.count(where: \.isDigit)
      if digits > 0, digits < line.count { addPhrase(line, index, &isKnown) }
    }
  }

  private mutating func addDate(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    for form in DateForms.all(of: units) {
      let written = SkeletonUnit.units(of: Array(form.utf8))
      if written.allSatisfy(\.isDigit) {
        addIdentifier(written[...], index, &isKnown)
      } else {
        addPhrase(written[...], index, &isKnown)
      }
    }
  }

  private mutating func addPhrase(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    guard !units.isEmpty else { return }
    insert(
      HuntedPattern(.phrase, units, isOrdinary: words.isOrdinary(units), value: index), &isKnown)
  }

  private mutating func addIdentifier(
    _ units: ArraySlice<SkeletonUnit>, _ index: Int, _ isKnown: inout Bool
  ) {
    guard units.count >= 4 else { return }
    let isNumeric = units.allSatisfy(\.isDigit)
    let isShort = units.count < (isNumeric ? 8 : 6)
    insert(HuntedPattern(isShort ? .shortIdentifier : .identifier, units, value: index), &isKnown)
  }

  /// A telephone number without "+44", "0044" and the leading 0, which come and go.
  private func nationalNumber(_ units: ArraySlice<SkeletonUnit>) -> ArraySlice<SkeletonUnit> {
    var rest = units
    let digits = units.map { Int($0.symbol) - 26 }
    if digits.starts(with: [0, 0, 4, 4]) {
      rest = rest.dropFirst(4)
    } else if digits.starts(with: [4, 4]) {
      rest = rest.dropFirst(2)
    }
    if rest.first?.symbol == 26 { rest = rest.dropFirst() }
    return rest.count >= 7 ? rest : units
  }

  private mutating func insert(_ pattern: HuntedPattern, _ isKnown: inout Bool) {
    let key = Key(
      kind: pattern.kind, symbols: pattern.symbols,
      capitals: pattern.kind == .shortToken ? pattern.capitals : [])
    guard !pattern.symbols.isEmpty else { return }
    isKnown = true
    if known.insert(key).inserted { patterns.append(pattern) }
  }

  private func split(
    _ units: ArraySlice<SkeletonUnit>, before isStart: (SkeletonUnit) -> Bool
  ) -> [ArraySlice<SkeletonUnit>] {
    var pieces: [ArraySlice<SkeletonUnit>] = []
    var start = units.startIndex
    for index in units.indices.dropFirst() where isStart(units[index]) {
      pieces.append(units[start..<index])
      start = index
    }
    if start < units.endIndex { pieces.append(units[start...]) }
    return pieces
  }
}
