import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import TestSupport
import Testing

/// Values planted in findings never come out masked, whole or in pieces, in any format.
@Suite("canaries")
struct CanaryTests {
  private static let words = [
    "the", "council", "said", "that", "a", "letter", "came.", "It", "was", "late,", "and",
    "nobody", "“answered”", "(again)", "é", "东", "Mr.",
  ]

  @Test("random audits", arguments: 0..<12)
  func random(round: Int) throws {
    var generator = SeededGenerator(seed: UInt64(round) &* 7_919 &+ 1)
    for _ in 0..<6 {
      let (audit, canaries) = Self.audit(&generator)
      let width = Int.random(in: 40...140, using: &generator)
      var outputs = [
        "text": try Fixtures.text([audit], width: width),
        "colour": try Fixtures.text([audit], width: width, colour: true),
        "ascii": try Fixtures.text([audit], width: width, unicode: false),
      ]
      for format in ReportFormat.allCases where format != .text {
        let report = try Fixtures.report(format, [audit])
        // The same for every run, and its hashes hold any three letters.
        outputs[format.rawValue] = String(report.split(separator: "<body>").last ?? "")
      }
      let collector = Collector()
      var explain = ExplainReport(style: Style(width: width), sink: collector.take)
      for finding in audit.findings {
        try explain.finding(finding, in: audit)
        let location = try #require(finding.location)
        try explain.place(
          PlaceExplanation(
            location: location,
            candidates: [
              PlaceExplanation.Candidate(
                title: "Date", label: .date, location: location, outcome: "Dropped.", evidence: [])
            ]), in: audit)
      }
      outputs["explain"] = collector.string
      let document = MaskedDocument(audit)
      outputs["excerpt"] = try audit.findings.map { finding in
        let location = try #require(finding.location)
        return document.excerpt(
          at: location, label: finding.label, width: .random(in: 1...200, using: &generator)
        ).string
      }.joined(separator: "\n")
      for (name, output) in outputs {
        let pieces = Self.trigrams(of: Array(output.lowercased().utf8))
        for canary in canaries {
          let isShown = !Self.trigrams(of: Array(canary.utf8)).isDisjoint(with: pieces)
          #expect(!isShown, "\(name) at width \(width) shows a piece of \(canary)")
        }
      }
    }
  }

  @Test("the search for canaries finds them where they are shown")
  func control() throws {
    var generator = SeededGenerator(seed: 5)
    let (audit, canaries) = Self.audit(&generator)
    let pieces = Self.trigrams(of: Array(try Fixtures.text([audit], reveal: Reveal()).utf8))
    #expect(canaries.contains { !Self.trigrams(of: Array($0.utf8)).isDisjoint(with: pieces) })
  }

  private static func trigrams(of bytes: [UInt8]) -> Set<UInt32> {
    var pieces: Set<UInt32> = []
    var last: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      if index >= 2 { pieces.insert(last) }
    }
    return pieces
  }

  /// Letters that no word of a report puts side by side.
  private static func canary(_ generator: inout SeededGenerator) -> String {
    let letters = Array("qxzjvk")
    return String(
      (0..<Int.random(in: 5...14, using: &generator)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      })
  }

  private static func audit(
    _ generator: inout SeededGenerator
  ) -> (audit: DocumentAudit, canaries: [String]) {
    let canaries = (0..<4).map { _ in canary(&generator) }
    var lines: [DocumentBuilder.Line] = []
    for _ in 0..<Int.random(in: 2...6, using: &generator) {
      var line: [String] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let isCanary = Int.random(in: 0..<5, using: &generator) == 0
        let list = isCanary ? canaries : words
        line.append(list[Int.random(in: 0..<list.count, using: &generator)])
      }
      let kind = Block.Kind.allCases[Int.random(in: 0..<5, using: &generator)]
      let glue = Int.random(in: 0..<4, using: &generator) == 0 ? "/" : " "
      lines.append((kind, nil, line.joined(separator: glue)))
    }
    var page = DocumentBuilder("box-\(canaries[0])/\(canaries[1])-final.txt")
    page.add("body", lines)
    page.add(
      "link 1", kind: .link, visibility: .metadata,
      [(.paragraph, nil, "mailto:\(canaries[2])@\(canaries[3])")])
    page.add(
      "file name", kind: .fileName, visibility: .metadata,
      [(.paragraph, nil, "\(canaries[1])-final.txt")])
    for part in page.parts.indices {
      let text = page.parts[part].text
      for canary in canaries {
        var start = 0
        let size = canary.utf8.count
        while start + size <= text.count {
          defer { start += 1 }
          guard text[start..<start + size].elementsEqual(canary.utf8) else { continue }
          for range in cover(ByteRange(start, start + size), in: text.count, &generator) {
            page.find(
              randomLabel(&generator), at: Location(part: part, range: range),
              Severity.allCases[Int.random(in: 0..<5, using: &generator)],
              blocking: Bool.random(using: &generator),
              subject: Int.random(in: 1...3, using: &generator))
          }
        }
      }
    }
    // One finding that is no person's, so that each document has one.
    page.find(.date, at: Location(part: 0, range: ByteRange(0, 1)))
    for canary in canaries.prefix(2) {
      // Paths are searched for names, so each that stands in the path must be one.
      let part = page.add(
        "comment \(canary.count)", kind: .comment, visibility: .hidden, [(.paragraph, nil, canary)])
      page.find(.person, at: page.place(canary, in: part))
    }
    return (page.audit(), canaries)
  }

  private static func randomLabel(_ generator: inout SeededGenerator) -> Label {
    Label.allCases[Int.random(in: 0..<Label.allCases.count, using: &generator)]
  }

  /// One or two findings over a value: whole, wider, split, overlapping, or a piece of its middle.
  private static func cover(
    _ value: ByteRange, in count: Int, _ generator: inout SeededGenerator
  ) -> [ByteRange] {
    let middle = Int.random(in: value.start + 1..<value.end, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return [value]
    case 1:
      return [
        ByteRange(
          max(0, value.start - Int.random(in: 0...30, using: &generator)),
          min(count, value.end + Int.random(in: 0...30, using: &generator)))
      ]
    case 2: return [ByteRange(value.start, middle), ByteRange(middle, value.end)]
    case 3: return [ByteRange(value.start, value.end - 1), ByteRange(middle - 1, value.end)]
    default: return [ByteRange(middle - 1, middle)]
    }
  }
}
