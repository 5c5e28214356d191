import ExpungeText

/// A list style: what stands before the items of each level (OpenDocument 1.3, part 3, 16.30).
struct OpenDocumentList {
  static let levelCount = 10

  struct Level {
    var form = ""
    var prefix = ""
    var suffix = ""
    var start = 1
    /// How many levels' numbers are shown.
    var displayed = 1
    var bullet: String?
  }

  private var levels: [Int: Level] = [:]

  init(_ tree: XMLTree, _ node: Int) {
    for child in tree.children(of: node) {
      guard let number = tree.number(child, .textLevel) else { continue }
      var level = Level()
      switch tree.name(child) {
      case .listBullet: level.bullet = tree.string(child, .bulletCharacter) ?? ""
      case .listNumber, .outlineNumber:
        level.form = tree.string(child, .numberForm) ?? ""
        level.prefix = tree.string(child, .numberPrefix) ?? ""
        level.suffix = tree.string(child, .numberSuffix) ?? ""
        level.start = tree.number(child, .textStartValue) ?? 1
        level.displayed = tree.number(child, .displayedLevels) ?? 1
      default: continue
      }
      levels[number - 1] = level
    }
  }

  func start(_ level: Int) -> Int { levels[level]?.start ?? 1 }

  /// What is shown before an item; nil for nothing.
  func mark(_ level: Int, counts: [Int?]) -> String? {
    guard let own = levels[level] else { return nil }
    // Dashes are shown; what stands in a font of symbols is a bullet of some kind.
    if let bullet = own.bullet {
      return ["-", "–", "—", "*"].contains(bullet) ? bullet : bullet.isEmpty ? nil : "•"
    }
    guard !own.form.isEmpty else { return nil }
    let first = max(level + 1 - max(own.displayed, 1), 0)
    let numbers = (first...level).compactMap { above -> String? in
      guard let form = levels[above]?.form, !form.isEmpty else { return nil }
      return ListNumber.shown((counts[above] ?? nil) ?? start(above), as: form)
    }
    let mark = own.prefix + numbers.joined(separator: ".") + own.suffix
    let trimmed = mark.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    return trimmed.isEmpty || mark.utf8.count > 32 ? nil : String(trimmed)
  }
}

/// Counts the items of the lists of one story.
struct OpenDocumentCounter {
  /// The styles of the lists that are open, from the outermost in.
  private var open: [String?] = []
  private var counts = [Int?](repeating: nil, count: OpenDocumentList.levelCount)
  /// How far a list got, by its style: another one may go on from there.
  private var ended: [String: [Int?]] = [:]
  private var headings = [Int?](repeating: nil, count: OpenDocumentList.levelCount)
  /// The item whose first paragraph is to come.
  private var awaited: (level: Int, start: Int?)?

  /// Whether an item's first paragraph is to come.
  var awaitsItem: Bool { awaited != nil }

  mutating func begin(list style: String?, continues: Bool) {
    let style = style ?? open.last ?? nil
    if open.isEmpty {
      counts = [Int?](repeating: nil, count: OpenDocumentList.levelCount)
      if continues, let style, let earlier = ended[style] { counts = earlier }
    } else if !continues {
      counts[level(open.count)] = nil
    }
    open.append(style)
    awaited = nil
  }

  mutating func end() {
    if open.count == 1, let style = open[0] { ended[style] = counts }
    _ = open.popLast()
    awaited = nil
  }

  mutating func beginItem(start: Int?) { awaited = (level(open.count - 1), start) }

  mutating func endItem() { awaited = nil }

  /// The mark of the item that a paragraph begins; nil where it begins none, or one without a mark.
  mutating func mark(_ styles: OpenDocumentStyles) -> String? {
    guard let item = awaited else { return nil }
    awaited = nil
    guard let style = open.last.flatMap({ $0 }), let list = styles.lists[style] else {
      return "•"
    }
    counts[item.level] =
      item.start ?? counts[item.level].map { $0 + 1 } ?? list.start(item.level)
    for below in item.level + 1..<max(counts.count, item.level + 1) { counts[below] = nil }
    return list.mark(item.level, counts: counts)
  }

  /// The number of a heading; nil where headings of its level have none.
  mutating func mark(heading level: Int, _ outline: OpenDocumentList?) -> String? {
    guard let outline, (1...OpenDocumentList.levelCount).contains(level) else { return nil }
    headings[level - 1] = headings[level - 1].map { $0 + 1 } ?? outline.start(level - 1)
    for below in level..<max(headings.count, level) { headings[below] = nil }
    return outline.mark(level - 1, counts: headings)
  }

  private func level(_ depth: Int) -> Int {
    max(0, min(depth, OpenDocumentList.levelCount - 1))
  }
}
