import ExpungeText

/// What a rendered Markdown page would not show, and what of it holds words. (CommonMark 0.31, as
/// far as it decides what is shown; where a construct is doubtful it stays in the text.)
///
/// O(n), whatever is opened and never closed.
struct MarkdownCuts {
  private let text: [UInt8]
  /// Ascending and disjoint once found.
  private(set) var ranges: [ByteRange] = []
  private(set) var parts: [ReadPart] = []
  private var numbers: [PartRole: Int] = [:]
  /// Whether there were more parts than the limit allows, so that some are left out.
  private(set) var hasTooManyParts = false
  private let mostParts: Int
  private var brackets: [Int] = []
  private var delimiters: [Delimiter] = []
  /// How many of the delimiters have each byte.
  private var delimiterCounts: [UInt8: Int] = [:]
  private var backticks = Backticks(line: ByteRange(0, 0), lastStart: [:])
  /// No comment ends from here on; no tag ends between here and the end of its line.
  private var noCommentEnd = Int.max
  private var noTagEnd = ByteRange(0, 0)

  /// A run of emphasis marks that may open.
  private struct Delimiter {
    let byte: UInt8
    var range: ByteRange
  }

  /// The last run of backticks of each width in a line.
  private struct Backticks {
    let line: ByteRange
    let lastStart: [Int: Int]
  }

  /// Parentheses within a link's target. (CommonMark asks for at least this many.)
  private static let deepestParentheses = 32

  /// - Parameter mostParts: beside the body.
  init(_ text: [UInt8], mostParts: Int) {
    self.text = text
    self.mostParts = mostParts
  }

  mutating func find() {
    var fence: ArraySlice<UInt8>?
    var skipUntil = 0
    for line in TextLines(text) {
      let content = text[line.content.start..<line.content.end]
      if skipUntil == 0, ranges.isEmpty, line.content.start == 0, let end = frontMatterEnd(content)
      {
        skipUntil = end
      }
      guard line.content.start >= skipUntil else {
        // What a comment or a link left of its last line.
        if line.content.end > skipUntil, fence == nil {
          skipUntil = scan(skipUntil, line.content.end)
        }
        continue
      }
      if let open = fence {
        if content.starts(with: open), content.allSatisfy({ $0 == open.first }) { fence = nil }
        continue
      }
      if line.isBlank || line.startsPage { forgetOpen() }
      if let opening = fenceOpening(content) {
        fence = opening
        forgetOpen()
        continue
      }
      skipUntil = scan(quoteEnd(of: line.content), line.content.end)
    }
    ranges.sort()
    ranges = disjoint(ranges)
  }

  private mutating func forgetOpen() {
    brackets.removeAll()
    delimiters.removeAll()
    delimiterCounts.removeAll()
  }

  // MARK: Whole lines

  private mutating func frontMatterEnd(_ content: ArraySlice<UInt8>) -> Int? {
    let fence = Array("---".utf8)
    guard Array(content) == fence else { return nil }
    guard
      let last = TextLines(text).dropFirst().first(where: {
        let line = Array(text[$0.content.start..<$0.content.end])
        return line == fence || line == Array("...".utf8)
      })
    else { return nil }
    add(.property, ByteRange(content.endIndex, last.content.start))
    ranges.append(ByteRange(content.startIndex, last.content.end))
    return last.content.end
  }

  private func fenceOpening(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = content.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let run = content.prefix { $0 == first }
    guard run.count >= 3, first == UInt8(ascii: "~") || !content[run.endIndex...].contains(first)
    else { return nil }
    return run
  }

  /// Cuts the marks of a quotation and returns where its line begins.
  private mutating func quoteEnd(of content: ByteRange) -> Int {
    var index = content.start
    while index < content.end, text[index] == UInt8(ascii: ">") {
      index += 1
      while index < content.end, text[index] == 0x20 { index += 1 }
    }
    if index > content.start { ranges.append(ByteRange(content.start, index)) }
    return index
  }

  // MARK: Within lines

  /// Scans one line; what begins in it may end behind it. Returns where the scan ended.
  private mutating func scan(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\\"):
        if index + 1 < end, isPunctuation(text[index + 1]) {
          ranges.append(ByteRange(index, index + 1))
          index += 1
        }
        index += 1
      case UInt8(ascii: "`"):
        index = codeEnd(index, end)
      case UInt8(ascii: "<"):
        index = angleEnd(index, end)
      case UInt8(ascii: "["):
        brackets.append(index)
        index += 1
      case UInt8(ascii: "]"):
        index = linkEnd(index, end)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        index = delimiterEnd(index, start, end)
      default:
        index += 1
      }
    }
    return index
  }

  private mutating func codeEnd(_ start: Int, _ end: Int) -> Int {
    let width = text[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    if backticks.line.end != end || start < backticks.line.start { findBackticks(start, end) }
    guard let last = backticks.lastStart[width], last > start else { return start + width }
    var index = start + width
    while index < end {
      let run = text[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == width { return index + run }
      index += max(run, 1)
    }
    return start + width
  }

  private mutating func findBackticks(_ start: Int, _ end: Int) {
    var lastStart: [Int: Int] = [:]
    var index = start
    while index < end {
      let run = text[index..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run > 0 { lastStart[run] = index }
      index += max(run, 1)
    }
    backticks = Backticks(line: ByteRange(start, end), lastStart: lastStart)
  }

  private mutating func angleEnd(_ start: Int, _ end: Int) -> Int {
    let opening = Array("<!--".utf8)
    if text[start...].starts(with: opening) {
      let from = start + opening.count
      guard from < noCommentEnd else { return start + 1 }
      guard let close = find(Array("-->".utf8), from: from) else {
        noCommentEnd = from
        return start + 1
      }
      add(.comment, ByteRange(from, close))
      ranges.append(ByteRange(start, close + 3))
      return close + 3
    }
    var name = text[(start + 1)..<end]
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    guard name.first.map(Ascii.isLetter) == true, !noTagEnd.contains(ByteRange(start, end)) else {
      return start + 1
    }
    guard let close = name.firstIndex(of: UInt8(ascii: ">")) else {
      noTagEnd = ByteRange(start, end)
      return start + 1
    }
    name = name[..<close]
    let tag = name.prefix { Ascii.isLetter($0) || Ascii.isDigit($0) }
    let after = name[tag.endIndex...]
    // "<jane@example.org>" and "<https://…>" are shown as they stand.
    guard after.isEmpty || after.first == 0x20 || after.first == UInt8(ascii: "/") else {
      return close + 1
    }
    if after.contains(UInt8(ascii: "=")) { add(.attribute, ByteRange(after.startIndex, close)) }
    ranges.append(ByteRange(start, close + 1))
    return close + 1
  }

  private mutating func linkEnd(_ close: Int, _ end: Int) -> Int {
    guard let open = brackets.popLast() else { return close + 1 }
    guard close + 1 < end, text[close + 1] == UInt8(ascii: "(") else { return close + 1 }
    var depth = 1
    var index = close + 2
    while index < end {
      if text[index] == UInt8(ascii: "\\") {
        index += 1
      } else if text[index] == UInt8(ascii: "(") {
        depth += 1
        if depth > Self.deepestParentheses { return close + 1 }
      } else if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    guard index < end else { return close + 1 }
    let target = ByteRange(close + 2, index)
    if open > 0, text[open - 1] == UInt8(ascii: "!") {
      let picture = (numbers[.pictureAddress] ?? 0) + 1
      add(.pictureAddress, target, number: picture)
      add(.alternativeText, ByteRange(open + 1, close), number: picture)
      numbers[.pictureAddress] = picture
      ranges.append(ByteRange(open - 1, index + 1))
    } else {
      add(.link, target)
      ranges.append(ByteRange(open, open + 1))
      ranges.append(ByteRange(close, index + 1))
    }
    return index + 1
  }

  private mutating func delimiterEnd(_ start: Int, _ lineStart: Int, _ end: Int) -> Int {
    let byte = text[start]
    let count = text[start..<end].prefix { $0 == byte }.count
    let after = start + count
    guard byte != UInt8(ascii: "~") || count == 2 else { return after }
    let before: UInt8 = start > lineStart ? text[start - 1] : 0x20
    let next: UInt8 = after < end ? text[after] : 0x20
    var opens = next != 0x20 && (!isPunctuation(next) || before == 0x20 || isPunctuation(before))
    var closes = before != 0x20 && (!isPunctuation(before) || next == 0x20 || isPunctuation(next))
    if byte == UInt8(ascii: "_") {
      // Within a word an underscore is itself: "jane_doe".
      (opens, closes) = (
        opens && (!closes || isPunctuation(before)), closes && (!opens || isPunctuation(next))
      )
    }
    var rest = ByteRange(start, after)
    while closes, !rest.isEmpty, delimiterCounts[byte, default: 0] > 0,
      let index = delimiters.lastIndex(where: { $0.byte == byte })
    {
      while delimiters.count > index + 1 { removeDelimiter() }
      let width = min(rest.count, delimiters[index].range.count)
      let opener = delimiters[index].range
      ranges.append(ByteRange(opener.end - width, opener.end))
      ranges.append(ByteRange(rest.start, rest.start + width))
      rest.start += width
      delimiters[index].range.end -= width
      if delimiters[index].range.isEmpty { removeDelimiter() }
    }
    if opens, !rest.isEmpty {
      delimiters.append(Delimiter(byte: byte, range: rest))
      delimiterCounts[byte, default: 0] += 1
    }
    return after
  }

  private mutating func removeDelimiter() {
    let removed = delimiters.removeLast()
    delimiterCounts[removed.byte, default: 0] -= 1
  }

  // MARK: Parts

  private mutating func add(_ role: PartRole, _ range: ByteRange, number: Int? = nil) {
    let trimmed = text[range.start..<range.end].drop { $0 <= 0x20 }
    let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
    guard end > trimmed.startIndex else { return }
    guard parts.count < mostParts else {
      hasTooManyParts = true
      return
    }
    var words = Array(trimmed[..<end])
    var source = SourceMap.identity(from: trimmed.startIndex, count: words.count)
    if role == .link || role == .pictureAddress {
      let (decoded, runs) = PercentDecoding.decode(words, source.runs)
      words = decoded
      source = SourceMap(runs: runs)
    }
    let next = (numbers[role] ?? 0) + 1
    numbers[role] = next
    parts.append(
      ReadPart(
        role: role, number: number ?? next, text: words, blocks: PlainTextBlocks(words).blocks,
        source: source))
  }

  private func disjoint(_ ranges: [ByteRange]) -> [ByteRange] {
    var result: [ByteRange] = []
    for range in ranges {
      if let last = result.last, range.start < last.end {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + wanted.count <= text.count {
      if text[index] == wanted[0], text[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !Ascii.isLetter(byte) && !Ascii.isDigit(byte)
  }
}
