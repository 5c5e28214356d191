import ExpungeDetection
import ExpungePacks
import Testing

/// One thing wrong in the fixtures, and what must be said about it.
struct Breakage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var file = "numbers.yaml"
  var old: String
  var new: String
  /// How one of the problems must begin.
  var problem: String

  init(
    _ name: String, in file: String = "numbers.yaml", _ old: String, _ new: String,
    _ problem: String
  ) {
    testDescription = name
    self.file = file
    self.old = old
    self.new = new
    self.problem = problem
  }
}

@Suite struct BrokenPackTests {
  static let rules = "Patterns/Packs/numbers.yaml"
  static let guards = "Patterns/Guards/statutes.yaml"

  static let breakages = [
    Breakage(
      "unknown key", "    title: Membership number", "    titel: Membership number",
      "\(rules):11:5: error: unknown key “titel” in a rule; use one of name, aliases, title"),
    Breakage(
      "missing key", "    title: Membership number\n", "",
      "\(rules):9:5: error: a rule needs the key “title”; add it"),
    Breakage(
      "key twice in a block", "    class: D08\n", "    class: D08\n    class: D08\n",
      "\(rules):13:5: error: the key “class” stands twice in one mapping, first in line 12"),
    Breakage(
      "key twice in braces", "within: 30,", "within: 30, within: 31,",
      "\(rules):18:57: error: the key “within” stands twice in one mapping, first in line 18"),
    Breakage(
      "not YAML", "yields-to: [section]", "yields-to: [section",
      "\(rules):6:7: error: this is not YAML: "),
    Breakage(
      "bad number", "confidence: 80", "confidence: eighty",
      "\(rules):15:17: error: “confidence” must be a whole number from 1 to 99"),
    Breakage(
      "number out of range", "confidence: 80", "confidence: 100",
      "\(rules):15:17: error: “confidence” must be a whole number from 1 to 99"),
    Breakage(
      "bad flag", in: "statutes.yaml", "ignores-case: true", "ignores-case: yes",
      "\(guards):11:19: error: “ignores-case” must be true or false"),
    Breakage(
      "bad label", "label: REFERENCE", "label: REFRENCE",
      "\(rules):13:12: error: “label” cannot be “REFRENCE”; use one of PERSON, ADDRESS, POSTCODE"),
    Breakage(
      "bad severity", "severity: critical", "severity: fatal",
      "\(rules):14:15: error: “severity” cannot be “fatal”; use one of info, low, medium, high"),
    Breakage(
      "unknown class", "class: D08", "class: D99",
      "\(rules):12:12: error: no class is called “D99”; take one of Classes.yaml"),
    Breakage(
      "list where a text belongs", "title: Membership number", "title: [a, b]",
      "\(rules):11:12: error: “title” must be a text, not a list or a mapping"),
    Breakage(
      "text where a list belongs", "yields-to: [section]", "yields-to: section",
      "\(rules):5:12: error: “yields-to” must be a list"),
    Breakage(
      "empty text", "title: Membership number", "title: ''",
      "\(rules):11:12: error: “title” is empty"),
    Breakage(
      "pack under another name", "pack: numbers", "pack: figures",
      "\(rules):1:7: error: the pack “figures” stands in numbers.yaml"),
    Breakage(
      "bad version", "version: 1.0.0", "version: 1.0",
      "\(rules):2:10: error: “version” must be three numbers"),
    Breakage(
      "bad rule name", "name: membership", "name: Membership_No",
      "\(rules):9:11: error: a name is lower-case words joined by hyphens"),
    Breakage(
      "unknown macro", "MB(?<value>{{DIGIT}}", "MB(?<value>{{DIGITS}}",
      "\(rules):16:28: error: no macro is called “DIGITS”"),
    Breakage(
      "macros in a circle", "  DIGIT: '[0-9]'", "  DIGIT: '{{ONE}}'\n  ONE: 'a{{DIGIT}}'",
      "\(rules):8:10: error: macros nest in a circle (DIGIT in ONE in DIGIT)"),
    Breakage(
      "bad macro name", "  DIGIT: '[0-9]'", "  DIGIT: '[0-9]'\n  digit: '[0-9]'",
      "\(rules):8:3: error: a macro's name is written in capitals"),
    Breakage(
      "refused pattern", "'\\bMB(?<value>{{DIGIT}}{4})(?!{{DIGIT}})'", "'it''s [z-a] {{DIGIT}}'",
      "\(rules):16:24: error: the pattern is refused: range out of order in character class"),
    Breakage(
      "refused pattern in a block",
      "pattern: '\\bMB(?<value>{{DIGIT}}{4})(?!{{DIGIT}})'", "pattern: |\n      MB\n      x[z-a]",
      "\(rules):18:11: error: the pattern is refused: range out of order in character class"),
    Breakage(
      "refused macro", "DIGIT: '[0-9]'", "DIGIT: '[9-0]'",
      "\(rules):16:28: error: the pattern is refused: range out of order in character class, "
        + "inside the macro DIGIT (\(rules):7:14)"),
    Breakage(
      "unknown guard kind", "yields-to: [section]", "yields-to: [section, act]",
      "\(rules):5:22: error: no guard is of the kind “act”; use one of section"),
    Breakage(
      "no examples", "        leaves: [\"form MB1234\", \"MB123\", \"MB12345\"]".unindented, "",
      "\(rules):9:5: error: a rule needs the key “leaves”"),
    Breakage(
      "empty examples", "leaves: [\"form MB1234\", \"MB123\", \"MB12345\"]", "leaves: []",
      "\(rules):23:5: error: “leaves” is empty"),
    Breakage(
      "example without marks", "\"a member, MB↓1234↑\"", "\"a member, MB1234\"",
      "\(rules):22:13: error: the example marks nothing"),
    Breakage(
      "marks that do not pair", "\"a member, MB↓1234↑\"", "\"a member, MB↓1234\"",
      "\(rules):22:13: error: the marks ↓ and ↑ must stand in pairs"),
    Breakage(
      "marks in what is left", "\"MB123\"", "\"↓MB123↑\"",
      "\(rules):23:29: error: an example of “leaves” must have no marks"),
    Breakage(
      "two sides of a context", "{before: [form],", "{before: [form], after: [x],",
      "\(rules):19:9: error: an entry of “context” needs exactly one of before, after and near"),
    Breakage(
      "context without effect", "within: 30, weight: 15", "within: 30",
      "\(rules):18:9: error: an entry of “context” does nothing"),
    Breakage(
      "phrase in capitals", "[form]", "[Form]",
      "\(rules):19:19: error: a phrase is written in lower case"),
    Breakage(
      "refused phrase", "[form]", "['(?:form']",
      "\(rules):19:27: error: the phrase's pattern is refused: missing closing parenthesis"),
    Breakage(
      "pack without rules", in: "statutes.yaml", "guards:", "notes:",
      "\(guards):1:1: error: the pack has neither rules nor guards"),
    Breakage(
      "alias that is a rule", "aliases: [numbers/member]", "aliases: [statutes/section]",
      "\(rules):10:15: error: the alias “statutes/section” is the name of a rule already, at "
        + "\(guards):6:11"),
    Breakage(
      "profile of an unknown rule", in: "strict.yaml", "numbers/member", "numbers/members",
      "Patterns/Profiles/strict.yaml:7:13: error: no rule is called “numbers/members”"),
    Breakage(
      "people named in a shipped profile", in: "strict.yaml", "named: []", "named: [x]",
      "Patterns/Profiles/strict.yaml:10:1: error: “named” must be empty"),
    Breakage(
      "floor out of range", in: "strict.yaml", "default: 40", "default: 140",
      "Patterns/Profiles/strict.yaml:5:19: error: a floor must be a whole number from 0 to 100"),
    Breakage(
      "folding of ASCII", in: "Foldings.yaml", "U+00A0", "U+0041",
      "Patterns/Foldings.yaml:2:12: error: “U+0041” is no code point or range above U+007F"),
    Breakage(
      "folding twice", in: "Foldings.yaml", "U+200B", "U+2005",
      "Patterns/Foldings.yaml:3:12: error: “U+2005” folds already"),
    Breakage(
      "class twice", in: "Classes.yaml", "Q11", "D08",
      "Patterns/Classes.yaml:3:12: error: the class “D08” stands already at "
        + "Patterns/Classes.yaml:2:12"),
  ]

  @Test(arguments: breakages)
  func isRefusedWhereItStands(breakage: Breakage) throws {
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(
        sources: Fixtures.sources(changing: breakage.file, breakage.old, to: breakage.new))
    }
    let said = problems.problems.map(\.description)
    #expect(said.contains { $0.hasPrefix(breakage.problem) }, "\(said.joined(separator: "\n"))")
  }

  @Test func theFixturesThemselvesAreRight() throws {
    let tree = try PatternTree(sources: Fixtures.sources)
    #expect(tree.rules.map(\.rule.identifier) == ["numbers/membership", "statutes/section"])
  }

  @Test func everythingWrongIsReportedAtOnce() throws {
    let text = Fixtures.rules.split(separator: "\n").map { line in
      line.contains("label:") || line.contains("confidence:") ? "\(line)x" : String(line)
    }.joined(separator: "\n")
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(sources: [
        Fixtures.source("numbers.yaml", text), Fixtures.source("statutes.yaml", "pack: [\n"),
      ])
    }
    #expect(
      problems.problems.map { "\($0.file):\($0.line)" }
        == ["numbers.yaml:5", "numbers.yaml:13", "numbers.yaml:15", "statutes.yaml:2"])
  }

  @Test func aRuleThatStandsTwiceNamesBothPlaces() throws {
    let copy =
      Fixtures.rules + "\n"
      + Fixtures.rules.split(separator: "\n")[8...].joined(
        separator: "\n")
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(sources: [
        Fixtures.source("numbers.yaml", copy), Fixtures.source("statutes.yaml", Fixtures.guards),
      ])
    }
    #expect(
      problems.problems.map(\.description).contains {
        $0.hasPrefix(
          "numbers.yaml:24:11: error: the rule “numbers/membership” stands already at "
            + "numbers.yaml:9:11")
      })
  }

  @Test func aPackThatStandsTwiceNamesBothPlaces() throws {
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(
        sources: Fixtures.sources + [
          Fixtures.source("Patterns/Other/statutes.yaml", Fixtures.guards)
        ])
    }
    #expect(
      problems.problems.first?.description.hasPrefix(
        "Patterns/Other/statutes.yaml:1:1: error: the pack “statutes” stands already at "
          + "Patterns/Guards/statutes.yaml:1:1") == true)
  }

  @Test func aFileOfAnotherEncodingIsRefusedAtItsFirstBadByte() throws {
    let bytes = Array("pack: x\ntitle: caf".utf8) + [0xE9, 0x0A]
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(sources: [PatternSource(path: "x.yaml", bytes: bytes)])
    }
    #expect(
      problems.problems.map(\.description)
        == ["x.yaml:2:11: error: the file is not UTF-8; save it in that encoding"])
  }

  @Test(arguments: ["", "# nothing\n", "- a\n- b\n", "just words", "\u{0}", "notes: 1\n"])
  func whatIsNoPackIsRefused(text: String) {
    #expect(throws: PackProblems.self) {
      try PatternTree(sources: [Fixtures.source("x.yaml", text)])
    }
  }

  @Test func aByteOrderMarkDoesNotMoveColumns() throws {
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(sources: [Fixtures.source("x.yaml", "\u{FEFF}pack: y\nrules: []\n")])
    }
    #expect(problems.problems.contains { $0.line == 1 && $0.column == 7 })
  }

  @Test func macrosThatDoubleEachOtherDoNotFillMemory() throws {
    let doubling = (1..<40).map { "  M\($0): '{{M\($0 - 1)}}{{M\($0 - 1)}}'" }
    let text = (["macros:", "  M0: 'aaaaaaaa'"] + doubling).joined(separator: "\n")
    let problems = try #require(throws: PackProblems.self) {
      try PatternTree(sources: [Fixtures.source("Macros.yaml", text)])
    }
    #expect(problems.problems.contains { $0.message.hasPrefix("the pattern is longer than") })
  }
}

extension String {
  /// Without the indentation that a multi-line literal takes away.
  fileprivate var unindented: String { String(dropFirst(4)) }
}
