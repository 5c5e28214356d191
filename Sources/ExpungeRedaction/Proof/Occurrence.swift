/// A hunted pattern found in a text, and what that means.
struct Occurrence {
  enum Verdict: Equatable {
    case survivor(Survivor.Form)
    case kept(Kept)
  }

  /// Why an occurrence is none of the person, judged by itself.
  enum Kept: String, Sendable {
    case ordinaryWord = "ordinary word, not written as a name"
    case month = "month of a date"
  }

  let pattern: Int
  /// Bytes of the text that was fed.
  let start: Int
  let end: Int
  let verdict: Verdict
}
