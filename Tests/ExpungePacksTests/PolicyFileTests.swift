import ExpungeDetection
import ExpungePacks
import Testing

/// Profiles that build on others, and what else stands beside the packs as data.
@Suite struct PolicyFileTests {
  private func tree(_ path: String, _ text: String, overlay: Bool = true) throws -> PatternTree {
    let source = Fixtures.source(path, text)
    return try overlay
      ? PatternTree(sources: Fixtures.sources, overlay: [source])
      : PatternTree(sources: Fixtures.sources + [source])
  }

  private func problem(_ path: String, _ text: String, overlay: Bool = true) -> String {
    do {
      _ = try tree(path, text, overlay: overlay)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aProfileBuildsOnAnother() throws {
    let ours = try #require(
      try tree(
        "ours.yaml",
        """
        profile: ours
        extends: strict
        title: Ours
        floors: {REFERENCE: 20}
        severities:
          by-class: {D08: high}
        inline-markers: ignored
        real-initials: allowed
        combination-limit: 7
        masks-facts: true
        suggestions: {D08: the number, AGE: an age band}
        named:
          - {name: Jane Okafor, reason: In office, approver: Board, from: 2026-01-01, until: 2027-05-01}
        named-on-purpose:
          - {title: Judges, labels: [PERSON], before: [tribunal judge], within: 20, severity: low, source: test}
        """
      ).library.profile(named: "ours"))
    #expect(ours.floor(for: .reference) == 20)
    #expect(ours.floor(for: .person) == 40, "from the profile below")
    #expect(ours.severity(rule: "numbers/member", classCode: "D08", label: .age) == .low)
    #expect(ours.severity(rule: "x/y", classCode: "D08", label: .age) == .high)
    #expect(ours.failOn == .medium)
    #expect(ours.inlineMarkers == .none)
    #expect(ours.realInitials == .allowed)
    #expect(ours.combinationLimit == 7)
    #expect(ours.masksFacts)
    #expect(ours.suggestions == ["D08": "the number", "AGE": "an age band"])
    #expect(ours.named.map(\.name) == ["Jane Okafor"])
    #expect(ours.namedOnPurpose.map(\.title) == ["Judges"])
    #expect(ours.title == "Ours")
  }

  @Test func aProfileSurvivesTheTable() throws {
    let library = try tree(
      "ours.yaml",
      """
      profile: ours
      extends: strict
      title: Ours
      named:
        - {name: Jane Okafor, office: Ombudsman, reason: In office, approver: Board, until: 2027-05-01}
      named-on-purpose:
        - {title: Judges, labels: [PERSON], after: [judge], within: 20, severity: low, source: test}
      """
    ).library
    #expect(try RuleTable.decode(RuleTable.encode(library)).profiles == library.profiles)
  }

  @Test(arguments: [
    ("extends: nobody", "there is no profile “nobody” to extend; use one of strict"),
    ("extends: ours", "there is no profile “ours” to extend"),
    ("named: [{name: Okafor, reason: x, approver: y}]", "a name needs a forename or initials"),
    ("named: [{name: Jane Okafor, approver: y}]", "needs the key “reason”"),
    ("named: [{name: Jane Okafor, reason: x}]", "needs the key “approver”"),
    (
      "named: [{name: Jane Okafor, reason: x, approver: y, until: soon}]",
      "“until” must be a date such as 2026-11-22"
    ),
    ("inline-markers: sometimes", "use one of ignored, below-critical, honoured"),
    ("severities: {by-class: {Z99: low}}", "no class is called “Z99”"),
    ("suggestions: {Z99: nothing}", "no class is called “Z99”"),
    (
      "named-on-purpose: [{title: x, labels: [PERSON], within: 9, severity: low, source: y}]",
      "needs words in “before” or “after”"
    ),
    (
      "named-on-purpose: [{title: x, labels: [PERSON], before: [Judge], within: 9, severity: low, source: y}]",
      "a phrase is written in lower case"
    ),
  ])
  func aBrokenProfileIsRefused(line: String, message: String) {
    let problem = problem("ours.yaml", "profile: ours\ntitle: Ours\n\(line)\n")
    #expect(problem.contains(message), "\(problem)")
    #expect(problem.contains("ours.yaml:3:"), "\(problem)")
  }

  @Test func nobodyIsNamedInAShippedProfile() {
    let problem = problem(
      "Patterns/Profiles/other.yaml",
      "profile: other\ntitle: Other\nnamed: [{name: Jane Okafor, reason: x, approver: y}]\n",
      overlay: false)
    #expect(problem.contains("“named” must be empty in a shipped profile"))
  }

  @Test func aMeasuredConfidenceHoldsUntilItsPackChanges() throws {
    func confidence(_ was: Int) throws -> Int? {
      let tree = try tree(
        "Confidences.yaml",
        """
        source: a test
        confidences:
          - {rule: numbers/membership, was: \(was), now: 93, findings: 30, true: 29}
          - {rule: numbers/gone, was: 50, now: 60, findings: 1, true: 1}
        """)
      guard case .rule(let leak)? = tree.library.rules.first?.role else { return nil }
      return leak.confidence
    }
    #expect(try confidence(80) == 93)
    #expect(try confidence(70) == 80)
  }

  @Test(arguments: [
    ("{name: a, reason: b, source: c, places: [title]}", "does nothing"),
    ("{name: a, reason: b, source: c, weight: 5}", "holds everywhere"),
    ("{name: a, reason: b, source: c, weight: 5, places: [attic]}", "cannot be “attic”"),
    ("{name: a, reason: b, source: c, weight: 5, near: [x]}", "needs the key “within”"),
    ("{name: a, reason: b, weight: 5, places: [title]}", "needs the key “source”"),
  ])
  func aBrokenCircumstanceIsRefused(entry: String, message: String) {
    let problem = problem("Circumstances.yaml", "circumstances:\n  - \(entry)\n")
    #expect(problem.contains(message), "\(problem)")
    #expect(problem.contains("Circumstances.yaml:2:"), "\(problem)")
  }

  @Test(arguments: [
    ("", "a rule of publication looks at one thing"),
    ("fact: comments, off-site-links: true", "a rule of publication looks at one thing"),
    ("fact: commas", "cannot be “commas”; use one of tracked-changes, comments"),
    ("fact: comments, counts: [comment]", "“counts” says what is counted for one and for more"),
    ("phrases: [draft]", "needs the key “places”"),
    ("phrases: [draft], places: [attic]", "cannot be “attic”"),
    ("phrases: [Draft], places: [footer]", "an entry of “phrases” is written in lower case"),
    ("off-site-links: false", "“off-site-links” must be true"),
    ("fact: comments, label: PERSON", "“label” cannot be “PERSON”"),
    ("fact: comments, class: Z99", "no class is called “Z99”"),
  ])
  func aBrokenRuleOfPublicationIsRefused(entry: String, message: String) {
    var line = entry.isEmpty ? "" : "\(entry), "
    if !entry.contains("label:") { line += "label: FILE_LAYER, " }
    if !entry.contains("class:") { line += "class: D08, " }
    let problem = problem(
      "Publication.yaml",
      "publication:\n  - {\(line)id: a, title: b, severity: low, confidence: 50, "
        + "remedy: none, reason: c, instead: d, source: e, formats: [docx]}\n")
    #expect(problem.contains(message), "\(problem)")
    #expect(problem.contains("Publication.yaml:2:"), "\(problem)")
  }

  @Test func aProfileMayAllowWhatThereIsAndNothingElse() throws {
    let problem = problem(
      "ours.yaml", "profile: ours\ntitle: Ours\npublication-allows: [publication/nothing]\n")
    #expect(problem.contains("no rule is called “publication/nothing”"), "\(problem)")
    let site = self.problem(
      "ours.yaml", "profile: ours\ntitle: Ours\nown-sites: ['https://x.org/']\n")
    #expect(site.contains("a site is a host in lower case"), "\(site)")
  }

  private static let article =
    "article: a, title: b, bears: c, source: d, classes: [D01], checked: 2026-11-22"

  @Test(arguments: [
    ("{\(article)}".replacing("2026-11-22", with: "yesterday"), "or to-be-confirmed"),
    ("{\(article)}".replacing("[D01]", with: "[Z99]"), "no class is called “Z99”"),
    ("{\(article)}".replacing("source: d, ", with: ""), "needs the key “source”"),
    ("{\(article), checkd: x}", "checkd"),
  ])
  func aBrokenArticleIsRefused(entry: String, message: String) {
    let problem = problem("Law.yaml", "law:\n  - \(entry)\n")
    #expect(problem.contains(message), "\(problem)")
    #expect(problem.contains("Law.yaml:2:"), "\(problem)")
  }

  @Test func anArticleBearsOnAClassOrOnAGroupOfThem() throws {
    let tree = try tree(
      "Law.yaml",
      """
      law:
        - {article: a, title: b, bears: c, source: d, classes: [D, Q11], checked: to-be-confirmed}
      """)
    let reference = try #require(tree.law.first)
    #expect(tree.law.count == 1)
    #expect(reference.checked == nil)
    #expect(["D01", "D10", "Q11"].allSatisfy(reference.covers))
    #expect(!["Q01", "S01", "d01"].contains(where: reference.covers))
    #expect(tree.library.law == tree.law)
  }
}
