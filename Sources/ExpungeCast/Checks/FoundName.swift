import ExpungeText

/// What the words around a name that was found tell about the person.
struct FoundName {
  /// Index into the cast list's parts.
  var part: Int
  var range: ByteRange
  /// "mrs"; nil without one.
  var title: String?
  var gender = Gender.unknown
  /// "her son, …"
  var relation: Relation?
  /// "the caller, …", "social worker …"
  var hasRole = false
  /// Whether it stands where the person who complains does.
  var complains = false
  /// Whether a bracket or comma after it explains it: "…, a neighbour,".
  var isExplained = false

  init(_ span: FoundSpan, part: Int, in list: CastList) {
    self.part = part
    range = span.range
    let text = list.text(part)
    let tokens = list.tokens[part].tokens
    let behind = tokens.partitioningIndex { $0.range.start >= span.range.start }
    var before = behind - 1
    var start = span.range.start
    if before >= 0, tokens[before].isA(.title),
      Self.isShortGap(tokens[before].range.end, start, text)
    {
      title = String(
        decoding: text[tokens[before].range.start..<tokens[before].range.end], as: UTF8.self
      ).lowercased()
      gender = tokens[before].facts.gender
      start = tokens[before].range.start
      before -= 1
    }
    // "Her neighbour is Mrs …"
    if before >= 0, tokens[before].range.end + 1 == start, Self.isCopula(tokens[before], text) {
      start = tokens[before].range.start
      before -= 1
    }
    if before >= 0, Self.isShortGap(tokens[before].range.end, start, text),
      !tokens[before].isPossessive
    {
      let word = tokens[before]
      if word.isA(.relation) {
        relation = word.facts.relation
        if gender == .unknown { gender = word.facts.gender }
      } else if word.isA([.role, .person]), !word.isA(.party) {
        hasRole = true
      }
    }
    // The words behind the name.
    var index = tokens.partitioningIndex { $0.range.start >= span.range.end }
    let end = span.range.end
    let isPossessive = end < text.count && text[end] == Ascii.apostrophe
    while index < tokens.count, tokens[index].range.start - end <= 24 {
      let token = tokens[index]
      if text[end..<token.range.start].contains(Ascii.fullStop) { break }
      if token.isA([.complaint, .statement]), !isPossessive { complains = true }
      if isPossessive,
        text[token.range.start..<token.range.end].elementsEqual("complaint".utf8)
      {
        complains = true
      }
      if token.isA([.role, .person, .relation]), !token.isA(.party),
        end < text.count, text[end] == 0x2C || text[end] == 0x28
      {
        isExplained = true
      }
      index += 1
    }
    if before >= 0, tokens[before].isA(.addressed), start - tokens[before].range.end <= 8 {
      complains = true
    }
  }

  private static func isCopula(_ token: CastToken, _ text: [UInt8]) -> Bool {
    let word = text[token.range.start..<token.range.end]
    return word.elementsEqual("is".utf8) || word.elementsEqual("was".utf8)
  }

  private static func isShortGap(_ start: Int, _ end: Int, _ text: [UInt8]) -> Bool {
    guard start <= end, end - start <= 4 else { return false }
    return text[start..<end].allSatisfy {
      $0 == Ascii.space || $0 == 0x2C || $0 == 0x28 || $0 == Ascii.fullStop || $0 == 0x22
    }
  }
}
