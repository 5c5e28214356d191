import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeText

/// A constructed run about invented people: what a caseworker meets, and what an attacker sends.
enum Fixtures {
  static let header = AuditHeader(
    toolVersion: "0.1.0",
    packs: [
      AuditHeader.Pack(
        identifier: "contact", version: "1.0.0", sha256: String(repeating: "a1", count: 32))
    ],
    rulesHash: String(repeating: "0f", count: 32), profile: "lgsco", at: "2026-11-22",
    failOn: .high, only: [],
    notLookedFor: [
      UncheckedClass(code: "D10", title: "Signatures, photographs and voices", partly: false),
      UncheckedClass(code: "C01", title: "Letters swapped between two people", partly: false),
      UncheckedClass(code: "D04", title: "Home addresses without a street number", partly: true),
    ])

  /// A draft with most of what can be said about a document.
  static var draft: DocumentAudit {
    var draft = DocumentBuilder("drafts/25-019-474-thornbury.txt")
    draft.add(
      "body", hasSource: true,
      [
        (.paragraph, nil, "Borsetshire County Council (25 019 474)"),
        (.paragraph, nil, "Summary: Mrs X complained about her son’s placement. We found fault."),
        (.heading, nil, "The complaint"),
        (
          .listItem, "1.",
          "  1. Mrs X complains for her son, D. She says the Council ignored Mr. Thornbury’s letter of 3 May 2024. It replied late."
        ),
        (.heading, nil, "What Amelia Thornbury told us"),
        (
          .listItem, "1.",
          "  1. The social worker wrote to Amelia Thornbury at Flat 2, 14 Elm Grove, Ambridge, BZ1 4QQ about the placement, and rang her on 01632 960 417 on the following day. Nobody answered."
        ),
        (
          .listItem, "2.",
          "  2. The school’s record gives the number 943 476 5919 and says D, aged 9, lives with his grandmother in Ambridge. It is dated 7 June 2024."
        ),
        (
          .paragraph, nil,
          "The officer was away. I put this to the Council, and also the case 24/00123/FUL."
        ),
      ])
    draft.add(
      "file name", kind: .fileName, visibility: .metadata,
      [(.paragraph, nil, "25-019-474-thornbury.txt")])
    let introduced = Evidence(
      code: .rule, subject: "people/introduced-name",
      words: "The words “wrote to” introduce a person.", weight: 60)
    let surname = Evidence(
      code: .check, subject: "surnames", words: "It stands in the list of surnames.", weight: 25)
    let again = Evidence(
      code: .propagated, subject: "people/introduced-name",
      words: "The name was given away elsewhere in the document.", weight: 40)
    let advice = "the letter this person has in the document, such as “Mrs X”"
    let source = Related(role: .source, location: draft.place("Amelia Thornbury", 2))
    draft.find(
      .person, at: draft.place("Thornbury", 1), confidence: 88, subject: 1, suggestion: advice,
      related: [source], evidence: [again])
    draft.find(
      .date, at: draft.place("3 May 2024"), .medium, confidence: 90, blocking: false, subject: 2,
      rule: "dates/exact-date", classCode: "Q01", suggestion: "the month or the season")
    draft.find(
      .person, at: draft.place("Amelia Thornbury", 1), subject: 1, suggestion: advice,
      related: [source], evidence: [again, surname])
    draft.find(
      .person, at: draft.place("Amelia Thornbury", 2), subject: 1, suggestion: advice,
      evidence: [
        introduced, surname,
        Evidence(code: .context, subject: "the council", words: "A body stands near.", weight: -5),
        Evidence(code: .floor, subject: "PERSON", words: "The floor for names is 60.", weight: 0),
      ])
    draft.find(
      .address, at: draft.place("Flat 2, 14 Elm Grove, Ambridge, BZ1 4QQ"), subject: 3,
      rule: "postal/numbered-street", classCode: "D04", suggestion: "her home",
      evidence: [
        Evidence(
          code: .rule, subject: "postal/numbered-street",
          words: "A number, a street and a postcode stand together.", weight: 80)
      ])
    draft.find(
      .postcode, at: draft.place("BZ1 4QQ"), subject: 3, rule: "postal/postcode",
      classCode: "D05", suggestion: "her home",
      evidence: [
        Evidence(
          code: .check, subject: "postcode", words: "Its letters fit a real area.", weight: 30)
      ])
    draft.find(
      .phone, at: draft.place("01632 960 417"), confidence: 93, status: .expired, subject: 1,
      rule: "contact/telephone", classCode: "D06", suggestion: "nothing: leave it out")
    draft.find(
      .nhsNumber, at: draft.place("943 476 5919"), confidence: 45, blocking: false, subject: 4,
      rule: "identity-numbers/nhs-number", classCode: "D08", suggestion: "nothing: leave it out",
      evidence: [
        Evidence(
          code: .check, subject: "nhs-number", words: "Its check digit holds.", weight: 25),
        Evidence(
          code: .escalated, subject: "child", words: "A child is spoken of.", weight: 0),
      ])
    draft.find(
      .age, at: draft.place("aged 9"), .medium, confidence: 80, blocking: false, subject: 5,
      rule: "people/age", classCode: "Q02", suggestion: "an age group")
    draft.find(
      .place, at: draft.place("Ambridge", 2), .medium, confidence: 70, blocking: false, subject: 6,
      rule: "places/village", classCode: "Q04", suggestion: "the county")
    draft.find(
      .date, at: draft.place("7 June 2024"), .medium, confidence: 90, blocking: false, subject: 7,
      rule: "dates/exact-date", classCode: "Q01", suggestion: "the month or the season")
    draft.find(
      .reference, at: draft.place("24/00123/FUL"), .high, confidence: 70, blocking: false,
      status: .suppressed, subject: 8, rule: "references/planning", classCode: "D09")
    draft.find(
      .person, at: draft.place("thornbury", 1, in: 1), .critical, confidence: 90,
      status: .existing, subject: 1, rule: "people/introduced-name", classCode: "X05",
      suggestion: "a file name made of the case reference alone", evidence: [again])
    draft.find(
      .publicationRule, at: nil, .low, confidence: 60, blocking: false, subject: 9,
      rule: "publication/summary", classCode: "X09")
    return draft.audit()
  }

  static var clean: DocumentAudit {
    var clean = DocumentBuilder("drafts/25-000-111.md", format: .markdown)
    clean.add("body", [(.paragraph, nil, "We will not investigate this complaint.")])
    return clean.audit(sha256: String(repeating: "c3", count: 32))
  }

  static var indirectOnly: DocumentAudit {
    var quiet = DocumentBuilder("drafts/25-000-222.txt")
    quiet.add("body", [(.paragraph, nil, "It was decided on 6 May 2026.")])
    quiet.find(
      .date, at: quiet.place("6 May 2026"), .low, confidence: 90, blocking: false, subject: 1,
      rule: "dates/exact-date", classCode: "Q01")
    return quiet.audit()
  }

  static var unreadable: DocumentAudit {
    DocumentAudit(
      path: "drafts/scan.txt", document: nil,
      unread: [Unread(reason: "The file is no valid UTF-8 at byte 17.")], findings: [])
  }

  /// What an attacker would put into a page: every text that reaches a terminal or a program.
  static var hostile: DocumentAudit {
    let long = String(repeating: "Supercalifragilistic", count: 12)
    var page = DocumentBuilder(
      "in\u{1B}[2Jbox/\u{202E}txt.exe\nPASS: nothing blocks publication.html", format: .html)
    page.add(
      "body",
      [
        (.heading, nil, "\u{1B}[31mWhat \u{2066}Zoë Quillfeather\u{2069} “said”"),
        (
          .paragraph, nil,
          "\u{FEFF}\u{1B}]0;owned\u{7}Zoë\u{AD}Quillfeather\u{200B} said \"no\" \\ and 王小明 from 東京 wrote 👩‍👩‍👧 cafe\u{301}\u{2028}FAIL: \u{9B}1m."
        ),
        (.paragraph, nil, "\(long) zoe.quillfeather@example.org \(long)"),
        (.cell, nil, "王小明"), (.cell, nil, "QQ 12 34 56 C|QQ123456C"),
        (.note, "a", "a Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}algo"),
      ])
    page.add(
      "link 1", kind: .link, visibility: .metadata,
      [(.paragraph, nil, "mailto:zoe.quillfeather@example.org")])
    page.add(
      "comment 1", kind: .comment, visibility: .hidden,
      [(.paragraph, nil, "ask Zoë Quillfeather\r\nabout it"), (.paragraph, nil, "second")])
    page.find(.person, at: page.place("Zoë Quillfeather"), subject: 1)
    let paragraph = page.place("Zoë\u{AD}Quillfeather")
    page.find(.person, at: paragraph, subject: 1, evidence: [hostileEvidence])
    page.find(.person, at: page.place("王小明", 1), .high, confidence: 61, subject: 2)
    page.find(.email, at: page.place("zoe.quillfeather@example.org"), subject: 1)
    page.find(
      .person, at: page.place("quillfeather"), .high, confidence: 40, blocking: false, subject: 1)
    page.find(.person, at: page.place("王小明", 2), .high, confidence: 61, subject: 2)
    page.find(.niNumber, at: page.place("QQ 12 34 56 C"), confidence: 5, subject: 3)
    page.find(.niNumber, at: page.place("C|QQ123456C"), confidence: 100, subject: 3)
    page.find(
      .email, at: page.place("zoe.quillfeather@example.org", in: 1), subject: 1,
      suggestion: "take the link out")
    page.find(.person, at: page.place("Quillfeather\r\nabout", in: 2), subject: 1)
    return page.audit(
      unread: [
        Unread(part: "comment 2", reason: "The reader stopped.", limit: "reader-seconds"),
        Unread(reason: "More findings than are listed", limit: "findings"),
      ])
  }

  private static let hostileEvidence = Evidence(
    code: .context, subject: "wrote", words: "The word “wrote” \u{1B}[5m stands after it.",
    weight: 10)

  static var everything: [DocumentAudit] { [draft, clean, hostile, unreadable, indirectOnly] }

  static func summary(of audits: [DocumentAudit], bytes: Int = 12_345) -> AuditSummary {
    var summary = AuditSummary()
    for audit in audits { summary.add(audit) }
    summary.bytes = bytes
    summary.excluded = [
      Excluded(path: "drafts/latest", reason: "It is a symbolic link, which is not followed.")
    ]
    return summary
  }

  /// What a reporter writes about some documents.
  static func write(
    _ audits: [DocumentAudit], header: AuditHeader = header,
    with make: (@escaping ([UInt8]) -> Void) -> any Reporter
  ) throws -> String {
    let collector = Collector()
    var reporter = make(collector.take)
    try reporter.begin(header)
    for audit in audits { try reporter.document(audit) }
    try reporter.end(summary(of: audits))
    return collector.string
  }

  static func text(
    _ audits: [DocumentAudit], width: Int = 80, colour: Bool = false, unicode: Bool = true,
    reveal: Reveal? = nil, adjust: (inout TextReporter.Options) -> Void = { _ in }
  ) throws -> String {
    var options = TextReporter.Options()
    options.style = Style(colour: colour, width: width, unicode: unicode)
    options.reveal = reveal
    adjust(&options)
    return try write(audits) { TextReporter(options: options, sink: $0) }
  }

  /// What a format writes about some documents.
  static func report(
    _ format: ReportFormat, _ audits: [DocumentAudit], reveal: Reveal? = nil,
    paths: PathStyle = .masked
  ) throws -> String {
    var options = ReportOptions()
    options.reveal = reveal
    options.paths = paths
    options.describe = { identifier in
      identifier == "postal/postcode"
        ? RuleDescription(title: "Postcode", rationale: "It leads to some fifteen addresses.") : nil
    }
    return try write(audits) { format.reporter(options, sink: $0) }
  }

  static func json(_ audits: [DocumentAudit], reveal: Reveal? = nil) throws -> String {
    try write(audits) { JSONReporter(reveal: reveal, sink: $0) }
  }
}

/// Gathers what a reporter writes.
final class Collector {
  private(set) var bytes: [UInt8] = []
  private(set) var writes = 0

  func take(_ more: [UInt8]) {
    bytes += more
    writes += 1
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }
}
