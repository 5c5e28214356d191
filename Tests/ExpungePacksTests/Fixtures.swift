import ExpungePacks

/// Two small packs that are right, to be broken one line at a time.
enum Fixtures {
  static let rules = """
    pack: numbers
    version: 1.0.0
    title: Numbers
    description: Numbers that lead to a person.
    yields-to: [section]
    macros:
      DIGIT: '[0-9]'
    rules:
      - name: membership
        aliases: [numbers/member]
        title: Membership number
        class: D08
        label: REFERENCE
        severity: critical
        confidence: 80
        pattern: '\\bMB(?<value>{{DIGIT}}{4})(?!{{DIGIT}})'
        context:
          - {before: [member, "member number"], within: 30, weight: 15}
          - {before: [form], within: 10, drops: true}
        rationale: The letters stand for the body's own series.
        source: invented for a test
        finds: ["a member, MB↓1234↑", "MB↓0001↑ and MB↓0002↑", {text: "one MB↓1234↑\\ntwo", blocks: true}]
        leaves: ["form MB1234", "MB123", "MB12345"]
    """

  static let guards = """
    pack: statutes
    version: 1.2.0
    title: Statutes
    description: Sections of Acts.
    guards:
      - name: section
        kind: section
        title: Section of an Act
        claims: [REFERENCE]
        pattern: '\\bsection [0-9]{1,5}'
        ignores-case: true
        rationale: A section leads to nobody.
        source: invented for a test
        finds: ["under ↓section 117↑ of", "↓Section 2↑", "↓SECTION 9↑"]
        leaves: ["a section of", "sections 2", "part 2"]
    """

  static let classes = """
    classes:
      - {code: D08, title: Official number, severity: critical, looked-for: partly}
      - {code: Q11, title: Combination, severity: high, looked-for: not-yet}
    """

  static let foldings = """
    foldings:
      - {from: U+00A0 U+2000..U+200A, to: ' '}
      - {from: U+200B U+FEFF, to: ''}
      - {from: U+FF10..U+FF19, counts-from: '0'}
    """

  static let profile = """
    profile: strict
    title: Strict
    source: invented for a test
    description: Nothing is allowed.
    floors: {default: 40, REFERENCE: 60}
    severities:
      by-rule: {numbers/member: low}
      by-label: {AGE: high}
    fail-on: medium
    named: []
    house-style: {person: Mr X}
    """

  static func source(_ path: String, _ text: String) -> PatternSource {
    PatternSource(path: path, bytes: Array(text.utf8))
  }

  /// A whole pattern folder.
  static let sources = [
    source("Patterns/Packs/numbers.yaml", rules),
    source("Patterns/Guards/statutes.yaml", guards),
    source("Patterns/Classes.yaml", classes),
    source("Patterns/Foldings.yaml", foldings),
    source("Patterns/Profiles/strict.yaml", profile),
  ]

  /// The folder with one of its files changed in one place.
  static func sources(changing file: String, _ old: String, to new: String) -> [PatternSource] {
    sources.map { source in
      guard source.path.hasSuffix(file) else { return source }
      let text = String(decoding: source.bytes, as: UTF8.self)
      guard let range = text.range(ofFirst: old) else { return source }
      return Fixtures.source(source.path, text.replacing(range, with: new))
    }
  }
}

extension String {
  fileprivate func range(ofFirst part: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }

  fileprivate func replacing(_ range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
