import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Testing

@Suite struct RedactionPlanTests {
  @Test func keepsOneNumberForAPersonAndAnotherForTheNext() throws {
    let text = "Mrs Brookfield met Mr Ashdown. Ashdown wrote to Brookfield at LS1 4ZZ."
    let redacted = try Fixture.redacted(
      text,
      [
        Planted("Ashdown", subject: 4), Planted("Brookfield", subject: 9),
        Planted("LS1 4ZZ", .postcode, subject: 9),
      ])
    #expect(redacted == "Mrs [NAME 1] met Mr [NAME 2]. [NAME 2] wrote to [NAME 1] at [POSTCODE 1].")
  }

  @Test func aLabelHintsAtNeitherLengthNorInitial() throws {
    let short = try Fixture.redacted("Mr Li came.", [Planted("Li")])
    let long = try Fixture.redacted(
      "Mr Featherstonehaugh came.", [Planted("Featherstonehaugh")])
    #expect(short == long)
  }

  @Test(
    arguments: [
      ("Brookfield's claim", "Brookfield's", "[NAME 1]'s claim"),
      ("Brookfield’s claim", "Brookfield’s", "[NAME 1]’s claim"),
      ("Hodges' claim", "Hodges'", "[NAME 1]' claim"),
      ("BROOKFIELD'S CLAIM", "BROOKFIELD'S", "[NAME 1]'S CLAIM"),
      ("Mrs Brookfield said", "Mrs Brookfield", "Mrs [NAME 1] said"),
      ("Prof. Dr Brookfield said", "Prof. Dr Brookfield", "Prof. Dr [NAME 1] said"),
      ("Mr\u{A0}Brookfield said", "Mr\u{A0}Brookfield", "Mr\u{A0}[NAME 1] said"),
      ("to Brookfield \nand", " Brookfield \n", "to [NAME 1] \nand"),
      ("Miss said", "Miss", "[NAME 1] said"),
    ])
  func grammarAroundANameStays(text: String, finding: String, expected: String) throws {
    #expect(try Fixture.redacted(text, [Planted(finding)]) == expected)
  }

  @Test func aPossessiveOfAnotherLabelIsPartOfIt() throws {
    let redacted = try Fixture.redacted(
      "at 4 King's, Leeds", [Planted("4 King's", .address)])
    #expect(redacted == "at [ADDRESS 1], Leeds")
  }

  @Test func overlappingFindingsGoAsAWhole() throws {
    let text = "Sarah Brookfield of 4 Mill Lane"
    let crossing = try Fixture.redacted(
      text,
      [
        Planted("Sarah Brookfield", subject: 1, severity: .high),
        Planted("field of 4 Mill Lane", .address, subject: 2, severity: .critical),
      ])
    #expect(crossing == "[ADDRESS 1]")
    let nested = try Fixture.redacted(
      text,
      [
        Planted("Sarah", subject: 2), Planted("Sarah Brookfield", subject: 1),
        Planted("Brook", subject: 3),
      ])
    #expect(nested == "[NAME 1] of 4 Mill Lane")
  }

  @Test func aChainOfOverlapsIsOneEdit() throws {
    let plan = try #require(
      RedactionPlan(
        for: Fixture.audit(
          [Fixture.part("abcdefgh ij")],
          [Planted("abcd"), Planted("cdef", subject: 2), Planted("efgh", subject: 3)])))
    #expect(plan.edits.map(\.source) == [ByteRange(0, 8)])
    #expect(plan.removed.count == 3)
  }

  @Test func findingsThatOnlyTouchStayTwo() throws {
    let redacted = try Fixture.redacted(
      "BrookfieldAshdown", [Planted("Brookfield", subject: 1), Planted("Ashdown", subject: 2)])
    #expect(redacted == "[NAME 1][NAME 2]")
  }

  @Test func noHalfCharacterStays() throws {
    // The last letter is e and a combining acute accent; the flag has two code points.
    let text = "René\u{301} 🇬🇧, Zoe\u{308}, 👩🏽‍🦰"
    let cut = Fixture.ranges(of: Array("Zoe".utf8), in: Array(text.utf8))
    #expect(cut.count == 1)
    #expect(try Fixture.redacted(text, [Planted("Zoe")]) == "René\u{301} 🇬🇧, [NAME 1], 👩🏽‍🦰")

    let bytes = Array("né Müller 🙂".utf8)
    let umlaut = try #require(bytes.firstIndex(of: 0xBC))
    let audit = DocumentAudit(
      path: "x",
      document: Document(format: .plainText, parts: [Fixture.part("né Müller 🙂")]), unread: [],
      findings: [Fixture.finding(Location(part: 0, range: ByteRange(4, umlaut)))])
    let plan = try #require(RedactionPlan(for: audit))
    let copy = Fixture.apply(plan.edits, to: bytes)
    #expect(String(validating: copy, as: UTF8.self) == "né [NAME 1]ller 🙂")
  }

  @Test func lineEndsOfWindowsStay() throws {
    let redacted = try Fixture.redacted(
      "Mr Ashdown\r\nMs Brookfield\r\n",
      [Planted("Ashdown\r\n", subject: 1), Planted("Brookfield\r", subject: 2)])
    #expect(redacted == "Mr [NAME 1]\r\nMs [NAME 2]\r\n")
  }

  @Test func scopesHoldOneAnother() throws {
    let text = "Ashdown, Brookfield, aged 47, of Ripon"
    let planted = [
      Planted("Ashdown", subject: 1), Planted("Brookfield", subject: 2, blocking: false),
      Planted("47", .age, subject: 3, blocking: false),
      Planted("Ripon", .place, subject: 4, blocking: false, status: .suppressed),
    ]
    #expect(try Fixture.redacted(text, planted) == "[NAME 1], Brookfield, aged 47, of Ripon")
    #expect(
      try Fixture.redacted(text, planted, scope: .direct)
        == "[NAME 1], [NAME 2], aged 47, of Ripon")
    #expect(
      try Fixture.redacted(text, planted, scope: .all)
        == "[NAME 1], [NAME 2], aged [AGE 1], of Ripon")
    let plan = try #require(RedactionPlan(for: Fixture.audit([Fixture.part(text)], planted)))
    #expect(plan.kept.map(\.reason) == [.outsideScope, .outsideScope, .suppressed])
  }

  @Test func aSubjectIsRemovedWhollyOrNotAtAll() throws {
    let redacted = try Fixture.redacted(
      "Ashdown came. So did ashdown.",
      [Planted("Ashdown", subject: 1), Planted("ashdown", subject: 1, blocking: false)])
    #expect(redacted == "[NAME 1] came. So did [NAME 1].")
  }

  @Test func aNameTornByMarkupIsWrittenOnce() throws {
    // <p>Mrs <b>Tho</b>rnaby</p>
    let file = "<p>Mrs <b>Tho</b>rnaby</p>"
    let map = SourceMap(runs: [
      SourceMap.Run(text: ByteRange(0, 4), source: ByteRange(3, 7), verbatim: true),
      SourceMap.Run(text: ByteRange(4, 7), source: ByteRange(10, 13), verbatim: true),
      SourceMap.Run(text: ByteRange(7, 13), source: ByteRange(17, 23), verbatim: true),
    ])
    let part = Fixture.part("Mrs Thornaby", source: map)
    let plan = try #require(RedactionPlan(for: Fixture.audit([part], [Planted("Thornaby")])))
    let copy = Fixture.apply(plan.edits, to: Array(file.utf8))
    #expect(String(decoding: copy, as: UTF8.self) == "<p>Mrs <b>[NAME 1]</b></p>")
    #expect(plan.edits.map(\.replacement.isEmpty) == [false, true])
  }

  @Test func aChangedRunGoesAsAWhole() throws {
    // "Zoë" as Zo&euml; and a finding that ends inside the entity's two bytes.
    let file = "Zo&euml; came"
    let map = SourceMap(runs: [
      SourceMap.Run(text: ByteRange(0, 2), source: ByteRange(0, 2), verbatim: true),
      SourceMap.Run(text: ByteRange(2, 4), source: ByteRange(2, 8), verbatim: false),
      SourceMap.Run(text: ByteRange(4, 9), source: ByteRange(8, 13), verbatim: true),
    ])
    let part = Fixture.part("Zoë came", source: map)
    let audit = DocumentAudit(
      path: "x", document: Document(format: .html, parts: [part]), unread: [],
      findings: [Fixture.finding(Location(part: 0, range: ByteRange(0, 3)))])
    let plan = try #require(RedactionPlan(for: audit))
    let copy = Fixture.apply(plan.edits, to: Array(file.utf8))
    #expect(String(decoding: copy, as: UTF8.self) == "[NAME 1] came")
  }

  @Test func twoLeaksInOneChangedRunBecomeOneEdit() throws {
    let map = SourceMap(runs: [
      SourceMap.Run(text: ByteRange(0, 18), source: ByteRange(0, 40), verbatim: false)
    ])
    let part = Fixture.part("Ashdown Brookfield", source: map)
    let plan = try #require(
      RedactionPlan(
        for: Fixture.audit([part], [Planted("Ashdown"), Planted("Brookfield", subject: 2)])))
    #expect(plan.edits.map(\.source) == [ByteRange(0, 40)])
    #expect(plan.removed.count == 2)
  }

  @Test func sameBytesThroughTwoPartsAreEditedOnce() throws {
    // One stretch of the file is both a link's text and its target.
    let body = Fixture.part("see ann@example.org now")
    let link = Fixture.part(
      "ann@example.org", name: "link 1", kind: .link,
      source: SourceMap(runs: [
        SourceMap.Run(text: ByteRange(0, 15), source: ByteRange(4, 19), verbatim: true)
      ]))
    let plan = try #require(
      RedactionPlan(
        for: Fixture.audit(
          [body, link],
          [
            Planted("ann@example.org", .email, subject: 1),
            Planted("ann", .person, subject: 2, severity: .medium, part: 1),
          ])))
    #expect(plan.edits.map(\.source) == [ByteRange(4, 19)])
    #expect(plan.edits.map(\.replacement) == [Array("[EMAIL 1]".utf8)])
    #expect(plan.subjects.map(\.placeholder.text) == ["[EMAIL 1]"])
    #expect(plan.removed.count == 2)
  }

  @Test func furtherPiecesOfALeakGoToo() throws {
    let text = "sort code 20-00-00, account 55779911"
    let first = ByteRange(10, 18)
    let second = ByteRange(28, 36)
    let audit = DocumentAudit(
      path: "x", document: Document(format: .plainText, parts: [Fixture.part(text)]), unread: [],
      findings: [
        Fixture.finding(
          Location(part: 0, range: first), .bankAccount,
          related: [
            Related(role: .piece, location: Location(part: 0, range: second)),
            Related(role: .source, location: Location(part: 0, range: ByteRange(0, 4))),
          ])
      ])
    let plan = try #require(RedactionPlan(for: audit))
    let copy = Fixture.apply(plan.edits, to: Array(text.utf8))
    #expect(
      String(decoding: copy, as: UTF8.self)
        == "sort code [BANK ACCOUNT 1], account [BANK ACCOUNT 1]")
  }

  @Test func whatHasNoPlaceIsSaid() throws {
    let part = Fixture.part("Ashdown", source: SourceMap.none)
    let audit = DocumentAudit(
      path: "x", document: Document(format: .html, parts: [part]), unread: [],
      findings: [
        Fixture.finding(Location(part: 0, range: ByteRange(0, 7))), Fixture.finding(nil),
        Fixture.finding(Location(part: 0, range: ByteRange(3, 99))),
        Fixture.finding(Location(part: 7, range: ByteRange(0, 1))),
      ])
    let plan = try #require(RedactionPlan(for: audit))
    #expect(plan.unplaceable == [0, 1, 2, 3])
    #expect(plan.isEmpty)
  }

  @Test func whatIsAboutTheDocumentIsNotReplaced() throws {
    let place = Location(part: 0, range: ByteRange(0, 4))
    let audit = DocumentAudit(
      path: "x", document: Document(format: .plainText, parts: [Fixture.part("Mr X, Ms X")]),
      unread: [],
      findings: [
        Fixture.finding(place, .consistency), Fixture.finding(place, .consistency, blocking: false),
        Fixture.finding(nil, blocking: false), Fixture.finding(place, .fileLayer, blocking: false),
        Fixture.finding(place, .publicationRule),
        Fixture.finding(place, .role, blocking: false, remedy: Remedy.none),
      ])
    let plan = try #require(RedactionPlan(for: audit, scope: .all))
    #expect(plan.edits.isEmpty)
    #expect(plan.unplaceable == [0, 4])
    #expect(
      plan.kept.map(\.reason) == [.aboutDocument, .aboutDocument, .aboutDocument, .outsideScope])
  }

  @Test func whatTheRewritingTakesOutByRuleIsAnswered() throws {
    let place = Location(part: 1, range: ByteRange(0, 6))
    let audit = DocumentAudit(
      path: "x",
      document: Document(
        format: .word,
        parts: [
          Fixture.part("Mr X"),
          Fixture.part("Okafor", name: "document property: author", kind: .property),
        ]),
      unread: [],
      findings: [
        Fixture.finding(nil, .fileLayer, remedy: .removePart),
        Fixture.finding(place, .fileLayer, remedy: .removePart),
        Fixture.finding(nil, .fileLayer, remedy: .withhold),
      ])
    let plan = try #require(RedactionPlan(for: audit, scope: .all))
    #expect(plan.edits.isEmpty)
    #expect(plan.unplaceable == [2])
    #expect(plan.kept.map(\.finding) == [0, 1])
  }

  @Test func whatSpeaksOfALinkAsSuchExplainsNoName() {
    let place = Location(part: 0, range: ByteRange(0, 4))
    let audit = DocumentAudit(
      path: "x", document: Document(format: .word, parts: [Fixture.part("Mr X, Ms X")]),
      unread: [],
      findings: [
        Fixture.finding(place, .publicationRule, blocking: false),
        Fixture.finding(place, .fileLayer, blocking: false, status: .suppressed),
        Fixture.finding(place, .place, blocking: false),
      ])
    #expect(ExplainedPlace.places(of: audit).map { $0.map(\.label) } == [[.place]])
  }

  @Test func nothingReadIsNothingPlanned() {
    let audit = DocumentAudit(
      path: "x", document: nil, unread: [Unread(reason: "It is binary.")], findings: [])
    #expect(RedactionPlan(for: audit) == nil)
  }

  @Test func aNewPersonNeverSharesAPlaceholderOfAnEarlierRun() throws {
    let redacted = try Fixture.redacted(
      "[NAME 3] met Ashdown, [NAME x] and [DATE 1].", [Planted("Ashdown")])
    #expect(redacted == "[NAME 3] met [NAME 4], [NAME x] and [DATE 1].")
  }

  @Test func labelsThatShareAWordShareTheCount() throws {
    let redacted = try Fixture.redacted(
      "born 3 March 1985, died 4 June 2020",
      [
        Planted("3 March 1985", .birthDate, subject: 1),
        Planted("4 June 2020", .date, subject: 1),
      ])
    #expect(redacted == "born [DATE 1], died [DATE 2]")
  }

  @Test func aRemovedValueShowsNothingOfItself() throws {
    let plan = try #require(
      RedactionPlan(for: Fixture.audit([Fixture.part("Ashdown")], [Planted("Ashdown")])))
    var dumped = ""
    dump(plan, to: &dumped)
    #expect(!"\(plan) \(plan.removed) \(dumped) \(String(reflecting: plan))".contains("Ashdown"))
    // Neither as the bytes it is made of.
    #expect(!dumped.contains("115"))
  }
}
