import ExpungeText
import PCRE2

/// Tries a pattern on texts that are made to be slow for it: what reading it cannot tell.
///
/// An attempt of any rule may take so many units of backtracking and no more, or the text is not
/// examined. The probe takes the units of attempts on longer and longer texts; a pattern whose units
/// grow faster than the text is caught before it comes near the limit.
package struct PatternProbe {
  /// Bytes of the texts, each twice the one before.
  private static let lengths = [64, 128, 256, 512, 1_024, 2_048, 4_096]
  /// By how much the units may grow where the text doubles.
  private static let mostGrowth = 2.5
  /// Units up to which growth tells nothing: a tenth of what an attempt may take.
  private let leastTold: Int
  private let limit: Int

  /// - Parameter limit: units that an attempt may take.
  package init(limit: Int = Limits().patternUnits) {
    self.limit = limit
    leastTold = limit / 10
  }

  /// What is wrong with a rule's pattern; nil where nothing is, or where the pattern is not understood,
  /// which `PatternLint` says.
  ///
  /// - Parameter matches: texts in which it matches, each with a byte before which a match begins; the
  ///   more, the better the probe.
  /// - Throws: `RuleSetError` when PCRE2 refuses the pattern.
  package func problem(
    of rule: Rule, matches: [(text: [UInt8], place: Int)]
  ) throws(RuleSetError) -> PatternLint.Problem? {
    let node: PatternNode
    do {
      node = try PatternParser.parse(rule.pattern, ignoresCase: rule.ignoresCase)
    } catch {
      return nil
    }
    var attempts = Attempts(
      pattern: try RuleSet.compile(rule, anchored: true, machineCode: false))
    for recipe in AdversarialTexts(node, matches: matches).recipes {
      for place in Self.places(in: recipe) {
        if let problem = problem(recipe, at: place, &attempts) { return problem }
      }
    }
    return nil
  }

  private func problem(
    _ recipe: AdversarialTexts.Recipe, at place: Int, _ attempts: inout Attempts
  ) -> PatternLint.Problem? {
    for length in Self.lengths where length > place {
      let text = AdversarialTexts.text(recipe, bytes: length)
      guard attempts.exceed(leastTold, in: text, at: place) else { continue }
      if attempts.exceed(limit, in: text, at: place) {
        return Self.problem(
          "an attempt may take more than \(limit) units, on \(length) bytes of text")
      }
      let units = attempts.units(in: text, at: place, atMost: limit)
      let before = attempts.units(
        in: AdversarialTexts.text(recipe, bytes: length / 2), at: min(place, length / 2),
        atMost: limit)
      if Double(units) > Self.mostGrowth * Double(before) {
        return Self.problem(
          "the units of an attempt grow from \(before) to \(units) when the text doubles to \(length) bytes"
        )
      }
    }
    return nil
  }

  private static func problem(_ message: String) -> PatternLint.Problem {
    PatternLint.Problem(
      offset: 0, message: message,
      remedy: "make repeats possessive, or tell apart what can follow them", isWarning: false)
  }

  /// The words' starts up to where a match begins: it may hold more than what is marked.
  private static func places(in recipe: AdversarialTexts.Recipe) -> [Int] {
    (0...recipe.place).filter { place in
      guard place < recipe.beginning.count else { return place == 0 || place == recipe.place }
      guard recipe.beginning[place] & 0xC0 != 0x80 else { return false }
      return place == 0 || place == recipe.place
        || !ByteSet.alphanumerics[recipe.beginning[place - 1]]
    }
  }

  /// Attempts of one pattern without machine code, which counts more units than with it.
  private struct Attempts: ~Copyable {
    private let pattern: Pattern
    private var scratch = Scratch()

    init(pattern: Pattern) { self.pattern = pattern }

    /// Whether an attempt takes more than so many units.
    mutating func exceed(_ limit: Int, in text: [UInt8], at place: Int) -> Bool {
      scratch.matchLimit = limit
      do {
        _ = try pattern.firstMatch(in: text.span, from: place, with: &scratch)
        return false
      } catch {
        // Out of memory is too much, too.
        return true
      }
    }

    /// The fewest units with which an attempt comes to its end.
    mutating func units(in text: [UInt8], at place: Int, atMost limit: Int) -> Int {
      var low = 0
      var high = limit
      while high - low > 1 {
        let middle = (low + high) / 2
        if exceed(middle, in: text, at: place) { low = middle } else { high = middle }
      }
      return high
    }
  }
}
