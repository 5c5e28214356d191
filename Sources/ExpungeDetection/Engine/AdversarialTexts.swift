/// Texts that are made to be slow for one pattern: beginnings of matches, then one of the things that
/// it repeats, over and over, then what it cannot take.
struct AdversarialTexts {
  /// What a text is made of.
  struct Recipe: Hashable {
    var beginning: [UInt8]
    var unit: [UInt8]
    /// Bytes of `beginning` before the place at which a match may begin.
    var place: Int
  }

  /// No more of them, the simple ones first.
  static let mostRecipes = 48
  private static let mostBranches = 6
  /// Bytes of a beginning or a unit: more say nothing new.
  private static let mostBytes = 200

  private var known: Set<Recipe> = []
  private(set) var recipes: [Recipe] = []

  /// - Parameters:
  ///   - node: the pattern.
  ///   - matches: texts in which it matches, each with a byte before which a match begins.
  init(_ node: PatternNode, matches: [(text: [UInt8], place: Int)]) {
    for taste in 0..<3 { add(Recipe(beginning: [], unit: Self.sample(of: node, taste), place: 0)) }
    for (text, place) in matches.prefix(8) where text.count <= Self.mostBytes {
      // All of it, and all but its last letter, so that it nearly matches.
      add(Recipe(beginning: text, unit: Array(text[place...]), place: place))
      add(Recipe(beginning: text, unit: Array(text.suffix(1)), place: place))
      add(
        Recipe(beginning: Self.shortened(text), unit: Self.shortened(text) + [0x20], place: place))
    }
    walk(node, after: [])
  }

  /// A text of a recipe, about as long as asked; it ends with a sign that few patterns take.
  static func text(_ recipe: Recipe, bytes count: Int) -> [UInt8] {
    var text = recipe.beginning
    text.reserveCapacity(count + recipe.unit.count + 1)
    while text.count < count { text += recipe.unit }
    return text + [UInt8(ascii: "~")]
  }

  private mutating func add(_ recipe: Recipe) {
    guard !recipe.unit.isEmpty, recipe.unit.count <= Self.mostBytes,
      recipe.beginning.count <= Self.mostBytes, recipes.count < Self.mostRecipes,
      known.insert(recipe).inserted
    else { return }
    recipes.append(recipe)
  }

  /// Adds what a node repeats, behind what leads to it.
  private mutating func walk(_ node: PatternNode, after beginning: [UInt8]) {
    switch node {
    case .set, .assertion: break
    case .sequence(let items):
      var beginning = beginning
      for item in items {
        walk(item, after: beginning)
        beginning += Self.sample(of: item, 0)
      }
    case .choice(let branches):
      for branch in branches.prefix(Self.mostBranches) { walk(branch, after: beginning) }
    case .repetition(let item, let repetition):
      if (repetition.maximum ?? .max) > 1 {
        for taste in 0..<2 {
          add(Recipe(beginning: beginning, unit: Self.sample(of: item, taste), place: 0))
        }
      }
      walk(item, after: beginning)
    case .group(let item, _), .keyword(let item, _): walk(item, after: beginning)
    case .look(let item, let look):
      if !look.isBehind { walk(item, after: beginning) }
    }
  }

  /// A text that a node matches, lookarounds left aside.
  ///
  /// - Parameter taste: which of the letters and branches that it takes.
  private static func sample(of node: PatternNode, _ taste: Int) -> [UInt8] {
    switch node {
    case .set(let set): return letter(of: set, taste)
    case .sequence(let items): return items.flatMap { sample(of: $0, taste) }
    case .choice(let branches):
      return branches.isEmpty ? [] : sample(of: branches[taste % branches.count], taste)
    case .repetition(let item, let repetition):
      let most = min(repetition.maximum ?? .max, 3)
      return (0..<max(repetition.minimum, most)).flatMap { sample(of: item, taste + $0) }
    case .group(let item, _), .keyword(let item, _): return sample(of: item, taste)
    case .look, .assertion: return []
    }
  }

  private static let tastes = ["aA1 .-", "A1a- .", "1 aA.-"].map { Array($0.utf8) }

  private static func letter(of set: ScalarSet, _ taste: Int) -> [UInt8] {
    let ascii = set.ascii
    if let favourite = tastes[taste % tastes.count].first(where: { ascii[$0] }) {
      return [favourite]
    }
    guard let lowest = set.ranges.first?.lowerBound, let scalar = Unicode.Scalar(lowest) else {
      return []
    }
    return Array(String(Character(scalar)).utf8)
  }

  private static func shortened(_ text: [UInt8]) -> [UInt8] {
    var text = text
    while let last = text.popLast(), last & 0xC0 == 0x80 {}
    return text
  }
}
