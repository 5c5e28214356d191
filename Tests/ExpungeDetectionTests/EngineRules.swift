import ExpungeDetection

/// Rules of every shape that the engine treats in its own way.
enum EngineRules {
  static let all: [Rule] =
    patterns.enumerated().map { index, pattern in
      // Half of them rules, half guards, which the scanner can look for apart.
      rule(pattern.0, pattern.1, guards: index % 2 == 0)
    } + special

  static func rule(
    _ name: String, _ pattern: String, ignoresCase: Bool = false, crossesBlocks: Bool = false,
    validation: Rule.Validation? = nil, guards: Bool = true
  ) -> Rule {
    Rule(
      identifier: "test/\(name)", title: name, pattern: pattern, ignoresCase: ignoresCase,
      crossesBlocks: crossesBlocks, validation: validation,
      role: guards
        ? .guarding(Rule.Guard(kind: "test"))
        : .rule(Rule.Leak(classCode: "D01", label: .reference, severity: .high, confidence: 50)))
  }

  private static let street = "(?:[Rr]oad|Street|Lane|Ways?|House)"
  private static let word = "\\p{Lu}(?>[\\p{L}-]|['’](?=\\p{L})){1,23}+"

  /// More words than a rule's own automaton tells apart.
  private static let words: String = {
    let ends = ["bel", "dor", "fin", "gus", "kim", "lam", "mon", "nip", "por", "rit", "sol", "tun"]
    let words = ["Ba", "Da", "Ga", "Ma", "Na", "Ra"].flatMap { first in ends.map { first + $0 } }
    return "(?:\(words.joined(separator: "s?|"))s?)"
  }()

  private static let patterns: [(String, String)] = [
    // What follows a match.
    ("before-colon", "\\b[A-Z][a-z]{1,20}(?=: ?\\w)"),
    ("before-two", "\\b[A-Z][a-z]{0,20}(?=[ ,])(?= ?[A-Z\\d])(?! Mrs)"),
    ("before-choice", "\\b(?:[A-Z][a-z]{1,9}(?= [a-z])|\\d{1,4}(?=[.:]))"),
    ("long-list", "\\b\(words) \(words)\\b"),
    // First bytes.
    ("postcode", "\\b[A-PR-UWYZ][A-HK-Y]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}\\b"),
    ("postcode-wide", "(?<![\\p{L}\\p{N}/_-])[A-Z]{1,2}\\d{1,2}[ \\x{A0}]{0,2}+\\d[A-Z]{2}(?!\\w)"),
    ("nino", "\\b[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"),
    ("ten-digits", "(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)"),
    ("digits-anywhere", "\\d{2}-\\d{2}-\\d{2}"),
    ("phone", "(?<![\\w+])(?:\\+44 ?|0)(?:7\\d{3}|\\d{4}) ?\\d{6}\\b"),
    ("bracketed", "\\(0\\d{3,4}\\)"),
    ("plate", "\\b[A-Z]{2}\\d{2} ?[A-Z]{3}\\b"),
    ("date", "\\b(?:0?[1-9]|[12]\\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}\\b"),
    ("date-words", "\\b\\d{1,2} (?:May|June|July) (?:19|20)\\d{2}\\b"),
    ("born", "\\bborn(?: on)? (?<value>\\d{1,2} \\p{Lu}\\p{Ll}{2,8} \\d{4})"),
    ("cue", "\\b(?i:dob|date of birth)\\b[: ]{0,3}+(?<value>[\\d/]{6,10})"),
    ("aged", "\\baged (?<value>\\d{1,3})\\b"),
    ("title", "\\b(?:Mr|Mrs|Ms|Dr)\\.? (?<value>\\p{Lu}[\\p{L}'’-]{0,20}+)"),
    ("called", "\\bcalled (?<value>\\p{Lu}\\p{L}{1,20}+)"),
    ("money", "£\\d{1,3}(?:,\\d{3}){0,3}(?:\\.\\d{2})?"),
    ("quote", "[‘“](?<value>[^’”\\n]{1,30})[’”]"),
    ("line-start", "(?<=\\n)[A-Z]\\w{1,10}"),
    ("text-start", "\\A\\w{1,5}"),
    ("line-start-flag", "(?m)^\\w{2,6}"),
    ("non-ascii-start", "(?<!\\p{L})[ŁŞÓ]\\p{L}{1,12}+"),
    ("upper-name", "(?<!\\p{L})\\p{Lu}\\p{Ll}{1,14}+ \\p{Lu}\\p{Ll}{1,14}+"),
    ("lazy", "\\bRef: .{1,12}?\\d"),
    ("reference", "\\b[A-Z]{2}/\\d{2}/\\d{3,5}\\b"),
    ("no-boundary", "\\Bs\\b|\\B[xy]"),
    ("empty-or-not", "\\b(?:\\d{0,3}|v)"),
    ("lookahead", "\\b(?=[A-Z0-9/]{0,6}\\d)[A-Z0-9]{1,6}+(?>/[A-Z0-9]{1,6}+){1,3}+"),
    ("optional-value", "\\bNo\\.? (?<value>\\d{1,3})?"),
    ("overlap", "\\b\\d{1,2} \\d{1,2}|\\ba b a\\b"),
    ("trail", "\\bv\\b"),
    // Keywords ahead in a run.
    ("council", "\\b(?:\\p{Lu}\\p{Ll}{1,20} ){1,4}Council\\b"),
    ("school", "\\b(?:\(word)[ \\x{A0}]{1,3}+(?:(?:of|the|and)[ ])?){1,4}(?:School|Hospital)\\b"),
    ("street", "\\b\\d{1,3}[A-Za-z]?,? (?:\(word) ){1,3}\(street)\\b"),
    ("street-alone", "\\b(?:\(word)[ \\n]){1,3}\(street)\\b"),
    (
      "case-name",
      "\\b\\p{Lu}[\\p{L}'’&.-]{1,20}+(?: \\p{Lu}[\\p{L}'’&.-]{1,20}+){0,3} v \\p{Lu}\\w{1,20}"
    ),
    (
      "saint",
      "\\b(?:Saint|St) \\p{Lu}[\\p{L}'’]{1,12}+ (?:School|Road)|\\b\(word) (?:Trust|plc)\\b"
    ),
    // Keywords that may stand inside a word.
    ("street-inside", "(?:(?<=\\n)[a-z]\\p{Lu}{1,10} Mr|(?:Road|Street|Lane))(?!\\p{L})"),
    ("street-after-digits", "(?<!\\p{L})(?:\\p{Lu}[a-z]{1,9} Council|\\d{1,3}th Plan|Street)\\b"),
    // Chunks.
    ("email", "\\b[A-Za-z0-9][\\w.%+-]{0,63}+@[A-Za-z0-9-]{1,40}(?:\\.[A-Za-z]{2,12}){1,3}\\b"),
    ("email-anywhere", "[A-Za-z0-9.]{1,20}+@(?:[a-z]|\\d)"),
    ("underscore", "\\b[a-z]{1,12}_[a-z_]{1,12}\\b"),
    ("handle", "(?<![\\w@])@[A-Za-z]\\w{1,20}"),
    // Searched for in the whole text.
    ("spaces", " {2,3}"),
    ("back-reference", "\\b(\\w)\\1\\b"),
    ("lower-anywhere", "[a-z]{2}ll"),
    ("conditional", "\\b(\\()?x(?(1)\\))"),
    ("kept", "on \\Kthe"),
    // Begins with nearly any word, and waits for a keyword.
    (
      "spoken",
      "(?<![\\p{L}\\p{N}])[A-Za-z0-9][A-Za-z0-9.-]{0,20}+ at (?>[A-Za-z0-9-]{1,12}+ ){1,3}?dot [a-z]{2,8}+"
    ),
  ]

  private static let special: [Rule] = [
    rule("any-case", "\\b(?:nhs|k[is]|street)\\b", ignoresCase: true),
    rule("any-case-letters", "\\b[k-s]{2,5}\\b", ignoresCase: true),
    rule("any-case-beyond", "(?<!\\p{L})é\\w?", ignoresCase: true),
    rule("crossing", "\\bMill[ \\n]{1,2}Lane|\\w\\n\\w", crossesBlocks: true),
    rule("pair", "\\b\\p{Lu}\\w{1,10}\\s{1,2}+\\p{Lu}\\w{1,10}"),
    rule(
      "checked", "\\b\\d{1,4}\\b", validation: .init(validator: .sortCode, pass: 5, rejects: false)),
    rule(
      "rejected", "\\b[A-Z]{1,2}\\d{1,2}[A-Z]? ?\\d?[A-Z]{0,2}",
      validation: .init(validator: .postcode, rejects: true)),
    rule(
      "rejected-number", "\\d{3} ?\\d{3} ?\\d{4}",
      validation: .init(validator: .nhsNumber, rejects: true)),
  ]
}
