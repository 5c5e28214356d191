import Foundation
import TestSupport
import Testing

/// The plainest leak: one common name, once, in a decision that is clean otherwise.
@Suite("One common name")
struct CommonNameTests {
  /// Sentences, each with the name that is the leak. All people are invented.
  static let leaks: [(sentence: String, name: String)] = [
    ("The visit was carried out by Sarah.", "Sarah"),
    ("John Smith agreed the plan.", "John Smith"),
    ("She told Emma about the letter.", "Emma"),
    ("David Jones visited the property.", "David Jones"),
    ("The report by Margaret Brown was late.", "Margaret Brown"),
    ("I saw Michael on Tuesday.", "Michael"),
    ("James did not attend school.", "James"),
    ("Her neighbour, Linda, complained.", "Linda"),
    ("The Council wrote to Karen Taylor.", "Karen Taylor"),
    ("We spoke to Chloe.", "Chloe"),
    ("Mrs X said that Peter had fallen twice.", "Peter"),
    ("The carer, Susan Clark, left early.", "Susan Clark"),
    ("Mr B and Anne moved out in May.", "Anne"),
    ("It is not clear why Jack was moved to another class.", "Jack"),
    ("The officer asked Robert Wilson to leave.", "Robert Wilson"),
    ("The Thompsons were not told.", "Thompsons"),
    ("Mrs X's other child, Oliver, starts in September.", "Oliver"),
    ("The social worker's note says Amelia cried all night.", "Amelia"),
    ("Mr Y's sister Jennifer Wright rang twice.", "Jennifer Wright"),
    ("Paul Evans, the neighbour, objected.", "Paul Evans"),
    ("Emily Roberts told us she had waited.", "Emily Roberts"),
    // Not blocked yet, and listed only if at all.
    ("Sarah was upset by this.", "Sarah"),
    ("Chloe's school said no.", "Chloe"),
    ("Smith did not reply.", "Smith"),
    ("Daniel is autistic and needs transport.", "Daniel"),
    ("The bruise on Harry's arm was recorded.", "Harry"),
    ("Jessica and Thomas share a bedroom.", "Jessica"),
    ("The hospital discharged George in June.", "George"),
  ]

  private static let decision = """
    The complaint

    1. Mrs X complained that the Council delayed her son's assessment.

    What I found

    2. The Council received the request in May 2023. It asked a social worker to assess B.

    3. %@

    4. The Council apologised to Mrs X and paid her £300.

    Agreed action

    5. Within one month the Council will write to Mrs X.
    """

  @Test("at least three in four are blocked, and the decision without one is clean")
  func blocked() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    for (number, leak) in Self.leaks.enumerated() {
      try files.write(
        Self.decision.replacingOccurrences(of: "%@", with: leak.sentence),
        to: "decisions/\(number).txt")
    }
    try files.write(
      Self.decision.replacingOccurrences(of: "%@", with: "The Council did not reply."),
      to: "clean.txt")
    let report = try Command.expunge(["scan", "--format", "json", "decisions"], in: files.folder)
    let json = try #require(try JSONSerialization.jsonObject(with: report.output) as? [String: Any])
    let documents = try #require(json["documents"] as? [[String: Any]])
    let blocked = documents.count { document in
      (document["findings"] as? [[String: Any]] ?? []).contains { $0["blocking"] as? Bool == true }
    }
    #expect(documents.count == Self.leaks.count)
    #expect(blocked * 4 >= Self.leaks.count * 3, "\(blocked) of \(Self.leaks.count)")
    #expect(try Command.expunge(["scan", "clean.txt"], in: files.folder).status == 0)
  }
}
