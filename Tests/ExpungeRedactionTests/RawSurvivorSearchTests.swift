import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText
import Testing

@Suite struct RawSurvivorSearchTests {
  private func search(_ values: [(String, Label)]) -> SurvivorSearch {
    SurvivorSearch(
      for: values.enumerated().map {
        RemovedValue(
          label: $0.element.1, placeholder: Placeholder(word: "NAME", number: $0.offset + 1),
          edit: $0.offset + 1, text: Array($0.element.0.utf8))
      }, foldings: .none, ordinaryWords: ["strong", "will"])
  }

  private func survivors(of name: String, in bytes: [UInt8]) -> [Survivor] {
    let raw = RawSurvivorSearch(search([(name, .person)]), explainedBy: SurvivorReport())
    return raw.search(bytes).survivors
  }

  @Test(
    arguments: [
      ("Thornaby", "<img alt='THORNABY'>"), ("Thornaby", "Th&#111;rnaby"),
      ("Thornaby", "Th&#x6F;rnaby"), ("Thornaby", "Th&amp;#111;rnaby"),
      ("Thornaby", "Thornab%79"), ("Thornaby", "%54%68ornaby"), ("Thornaby", "%2554hornaby"),
      ("Thornaby", "var x = 'Thorn\\u0061by'"), ("Thornaby", "'Thorn\\x61by'"),
      ("Thornaby", "Th<b>orn</b>aby"), ("Thornaby", "Thorn&shy;aby"),
      ("Zoë Müller", "M&uuml;ller"), ("Zoë Müller", "M%C3%BCller"), ("Zoë Müller", "M\u{FC}ller"),
      ("Thornaby", "data:text/plain;base64,VGhlIGNvbXBsYWluYW50IFRob3JuYWJ5IHNhaWQ="),
      ("Thornaby", "Mr Thorn-\nABY"), ("Thornaby", "x\r\n\r\nTXIgVGhv\r\ncm5hYnkgY2FsbGVk"),
      ("Thornaby", "TXIgVGhvc\nm5hYnkgY2FsbGVk"), ("Thornaby", "TXIgVGhv\n  cm5hYnkgY2FsbGVk"),
      ("Thornaby", "noise\nTXIgVGhvcm5hYnkgY2FsbGVk"),
      ("Thornaby", "Mr Thor=\r\nnaby"), ("Thornaby", "Mr =54horn=  \naby"),
      ("Zoë Müller", "M=C3=BCller"), ("Zoë Müller", "M=FCller"), ("Zoë Müller", "M=C3=\n=BCller"),
      ("Thornaby", "=?utf-8?Q?Mr_Thor?=\r\n =?utf-8?Q?naby?="),
      ("Thornaby", "=?utf-8?B?VGhv?= =?utf-8?B?cm5hYnk=?="),
    ])
  func everyWayToWriteAName(name: String, text: String) {
    #expect(!survivors(of: name, in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [true, false], [0, 1])
  func utf16(isBigEndian: Bool, alignment: Int) {
    var bytes = [UInt8](repeating: 0x20, count: alignment)
    for unit in "to Mr Thornaby, Řeháková".utf16 {
      let pair = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    let view: RawView = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    let found = survivors(of: "Thornaby", in: bytes)
    let start = alignment + 12
    #expect(found.contains { $0.place == .raw(view, ByteRange(start, start + 16)) })
    #expect(!survivors(of: "Řeháková", in: bytes).isEmpty)
  }

  @Test func placesInEncodedTextAreRight() {
    let text = "Subject: x\r\n\r\nTXIgVGhv\r\ncm5hYnkgY2FsbGVk\r\n"
    #expect(
      survivors(of: "Thornaby", in: Array(text.utf8)).map(\.place) == [
        .raw(.base64, ByteRange(18, 31))
      ])
    #expect(
      survivors(of: "Thornaby", in: Array("Mr Thor=\nn=61by!".utf8)).map(\.place) == [
        .raw(.quotedPrintable, ByteRange(3, 15))
      ])
  }

  @Test func onlyFilesWithItsEscapesAskForQuotedPrintable() {
    for text in ["<p class=\"a\">x = y", "a=", "a==b", "x=zz"] {
      #expect(!RawSurvivorSearch.views(of: Array(text.utf8)).contains(.quotedPrintable))
    }
    for text in ["a=\nb", "a=3Db", "=?utf-8?Q?a?="] {
      #expect(RawSurvivorSearch.views(of: Array(text.utf8)).contains(.quotedPrintable))
    }
  }

  @Test func latin1IsReadWhereUTF8IsBroken() {
    #expect(survivors(of: "Müller", in: [0x4D, 0xFC] + Array("ller".utf8)).count == 1)
  }

  @Test func aCleanCopyHasNone() {
    let text = "<p class=\"strong\">Mrs [NAME 1] of [ADDRESS 1]&#39;s &amp; 100% will</p>"
    for name in ["Thornaby", "Strong", "Name Address", "Will"] {
      #expect(survivors(of: name, in: Array(text.utf8)).isEmpty)
    }
  }

  @Test func whatThePartsExplainIsExplainedHere() {
    let file = "<p>Kent County Council</p><meta content=\"Kent County Council\"> Kent"
    let body = Part(
      name: "body", kind: .body, visibility: .shown, text: Array("Kent County Council".utf8),
      blocks: [],
      source: SourceMap(runs: [
        SourceMap.Run(text: ByteRange(0, 19), source: ByteRange(3, 22), verbatim: true)
      ]))
    let search = search([("Kent", .person)])
    let report = search.search(
      Document(format: .html, parts: [body]),
      explained: [[ExplainedPlace(range: ByteRange(0, 19), reason: "guards/council")]])
    #expect(report.survivorCount == 0)
    let raw = RawSurvivorSearch(search, explainedBy: report).search(Array(file.utf8))
    let last = file.utf8.count
    #expect(raw.survivors.map(\.place) == [.raw(.utf8, ByteRange(last - 4, last))])
  }

  @Test func aSingleExplainedWordExplainsOnlyItsPlace() {
    let file = "Kent and Kent"
    let body = Fixture.part(file)
    let search = search([("Kent", .person)])
    let place = ExplainedPlace(range: ByteRange(0, 4), reason: "outside-scope", label: .place)
    let report = search.search(Document(format: .plainText, parts: [body]), explained: [[place]])
    let raw = RawSurvivorSearch(search, explainedBy: report).search(Array(file.utf8))
    #expect(report.survivorCount == 1)
    // Known from the part: not listed twice, and not explained either.
    #expect(raw.survivorCount == 0)
    let hidden = Array("Kent and Kent<Kent>".utf8)
    let other = RawSurvivorSearch(search, explainedBy: report).search(hidden)
    #expect(other.survivors.map(\.place) == [.raw(.utf8, ByteRange(14, 18))])
  }

  @Test func shortNamesInDataAreChance() {
    let data =
      String(repeating: "Ab9+", count: 20) + "/Khan/" + String(repeating: "zZ8/", count: 20)
    #expect(survivors(of: "Khan", in: Array(data.utf8)).isEmpty)
    #expect(survivors(of: "Khan", in: Array("/photos/Khan/1.jpg".utf8)).count == 1)
  }

  @Test func strangeBytesEndWell() {
    for text in [
      "=", "=3", "=3D", "=?", "=?a?q?", "&", "&#", "&#x", "&#999999999999;", "%", "%4", "%25",
      "\\u12", "<", "<!--", "&amp;",
    ] {
      #expect(survivors(of: "Thornaby", in: Array(text.utf8)).isEmpty)
      #expect(survivors(of: "Thornaby", in: Array(("Thornaby" + text).utf8)).isEmpty == false)
    }
    #expect(survivors(of: "Thornaby", in: []).isEmpty)
    #expect(survivors(of: "Thornaby", in: [0, 0xD8, 0, 0xFF, 0xE2]).isEmpty)
  }

  @Test func openTagsTakeLinearTime() {
    let text = [UInt8](repeating: UInt8(ascii: "<"), count: 20_000) + Array("a".utf8)
    let half = Array(repeating: Array("<a ".utf8), count: 10_000).flatMap { $0 }
    let time = ContinuousClock().measure {
      #expect(survivors(of: "Thornaby", in: text).isEmpty)
      #expect(survivors(of: "Thornaby", in: half).isEmpty)
    }
    #expect(time < .seconds(5))
  }
}
