import ExpungeText

/// The numbers and bullets that Word shows before paragraphs (ISO/IEC 29500-1, 17.9).
struct WordNumbering {
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    var isLegal = false
    var restarts = true
  }

  private struct Instance {
    let abstract: Int
    var levels: [Int: Level]
    /// The number with which a list of this instance begins anew.
    var starts: [Int: Int]
  }

  private static let levelCount = 9
  private var levels: [Int: [Int: Level]] = [:]
  private var instances: [Int: Instance] = [:]
  /// How far each list has counted; nil for a level that has not begun.
  private var counters: [Int: [Int?]] = [:]
  private var begun: Set<Int> = []

  init(_ tree: XMLTree?) {
    guard let tree else { return }
    var linked: [String: Int] = [:]
    var links: [Int: String] = [:]
    for node in tree.children(of: tree.root) where tree.name(node) == .abstractNumbering {
      guard let id = tree.number(node, .abstractNumberingId) else { continue }
      for child in tree.children(of: node) {
        switch tree.name(child) {
        case .level:
          if let (number, level) = WordNumbering.level(tree, child) {
            levels[id, default: [:]][number] = level
          }
        case .styleLink: linked[tree.string(child, .value) ?? ""] = id
        case .numberingStyleLink: links[id] = tree.string(child, .value)
        default: break
        }
      }
    }
    // A list may say that its levels are those of a numbering style.
    for (id, style) in links where levels[id] == nil {
      levels[id] = linked[style].flatMap { levels[$0] }
    }
    for node in tree.children(of: tree.root) where tree.name(node) == .numberingInstance {
      guard let id = tree.number(node, .numberingId),
        let abstract = tree.firstChild(of: node, .abstractNumberingId)
          .flatMap({ tree.number($0, .value) })
      else { continue }
      instances[id] = WordNumbering.instance(tree, node, abstract, levels[abstract] ?? [:])
    }
  }

  private static func instance(
    _ tree: XMLTree, _ node: Int, _ abstract: Int, _ levels: [Int: Level]
  ) -> Instance {
    var instance = Instance(abstract: abstract, levels: levels, starts: [:])
    for override in tree.children(of: node) where tree.name(override) == .levelOverride {
      guard let number = tree.number(override, .numberingLevel) else { continue }
      for child in tree.children(of: override) {
        switch tree.name(child) {
        case .level: instance.levels[number] = level(tree, child)?.1
        case .startOverride: instance.starts[number] = tree.number(child, .value)
        default: break
        }
      }
    }
    return instance
  }

  private static func level(_ tree: XMLTree, _ node: Int) -> (Int, Level)? {
    guard let number = tree.number(node, .numberingLevel), number < levelCount else { return nil }
    var level = Level()
    for child in tree.children(of: node) {
      switch tree.name(child) {
      case .start: level.start = tree.number(child, .value) ?? 1
      case .numberFormat: level.format = tree.string(child, .value) ?? "decimal"
      case .levelText: level.text = tree.string(child, .value) ?? ""
      case .isLegal: level.isLegal = tree.isOn(child)
      case .levelRestart: level.restarts = tree.number(child, .value) != 0
      default: break
      }
    }
    return (number, level)
  }

  // MARK: Counting

  /// What Word shows before the next paragraph of this list; nil where it shows nothing.
  ///
  /// Counts: to be asked once for each paragraph, in the order of the text.
  mutating func mark(list id: Int, level number: Int) -> String? {
    guard let instance = instances[id], let level = instance.levels[number],
      (0..<WordNumbering.levelCount).contains(number)
    else { return nil }
    var counts =
      counters[instance.abstract] ?? [Int?](repeating: nil, count: WordNumbering.levelCount)
    if begun.insert(id).inserted {
      for (level, start) in instance.starts where level < counts.count { counts[level] = start - 1 }
    }
    for above in 0..<number where counts[above] == nil {
      counts[above] = instance.levels[above]?.start ?? 1
    }
    counts[number] = (counts[number] ?? level.start - 1) + 1
    for below in number + 1..<WordNumbering.levelCount
    where instance.levels[below]?.restarts ?? true {
      counts[below] = instance.starts[below].map { $0 - 1 }
    }
    counters[instance.abstract] = counts
    let mark = shown(level, instance, counts)
    // Longer ones are no marks but texts, which nobody needs twice.
    return mark.isEmpty || mark.utf8.count > 32 ? nil : mark
  }

  private func shown(_ level: Level, _ instance: Instance, _ counts: [Int?]) -> String {
    if level.format == "bullet" { return WordNumbering.bullet(level.text) }
    if level.format == "none" { return "" }
    var mark = ""
    var isNumber = false
    for character in level.text {
      if isNumber, let digit = character.wholeNumberValue, (1...9).contains(digit) {
        let format = level.isLegal ? "decimal" : instance.levels[digit - 1]?.format ?? "decimal"
        mark += ListNumber.shown((counts[digit - 1] ?? nil) ?? 1, as: format)
        isNumber = false
      } else if character == "%" {
        isNumber = true
      } else {
        mark.append(character)
      }
    }
    return String(mark.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Dashes are shown; what stands in a font of symbols is a bullet of some kind.
  private static func bullet(_ text: String) -> String {
    ["-", "–", "—", "*"].contains(text) ? text : text.isEmpty ? "" : "•"
  }
}

/// A list's number in letters, Roman numerals and so on.
enum ListNumber {
  static func shown(_ number: Int, as format: String) -> String {
    switch format {
    case "lowerLetter", "a": return letters(number)
    case "upperLetter", "A": return letters(number).uppercased()
    case "lowerRoman", "i": return roman(number)
    case "upperRoman", "I": return roman(number).uppercased()
    case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
    case "ordinal": return "\(number)" + ordinalEnding(number)
    default: return "\(number)"
    }
  }

  /// As word processors count on after z: aa, bb, cc.
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let letter = UnicodeScalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return "\(number)" }
    let places: [[String]] = [
      ["", "m", "mm", "mmm"],
      ["", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"],
      ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"],
      ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"],
    ]
    return zip(places, [1000, 100, 10, 1]).map { $0[number / $1 % 10] }.joined()
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
