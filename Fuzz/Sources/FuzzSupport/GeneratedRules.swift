package import ExpungeDetection

/// Rules put together from pieces of patterns, as bytes choose them.
///
/// Every piece is bounded, so that the whole is; what PCRE2 refuses is for the caller to leave out.
package enum GeneratedRules {
  private static let starts = [
    "\\b", "(?<![\\p{L}\\p{N}])", "(?<!\\p{L})", "(?<![\\w+])", "(?<=\\n)", "(?m)^", "", "\\B",
    "(?<!\\d)", "\\A",
  ]
  private static let pieces = [
    "[A-Z]", "[a-z]", "\\d", "\\d{1,3}", "\\d{2,4}+", " ", " ?", "[ \\n]{1,2}+", "-", "@", "\\.",
    "/",
    "\\p{Lu}\\p{L}{1,12}+", "\\p{Ll}{1,8}", "[\\w.]{1,8}+", "[A-Za-z0-9]{1,6}",
    "(?:Road|Street|Lane)",
    "(?:Council|School|Hospital)", "(?i:ref|nhs|born on)", "(?:Mr|Mrs|Ms)\\.? ", "called ", "v",
    "(?:of|the|and) ", "['’]s?", "£", "é", "(?:\\p{Lu}\\p{L}{1,10} ){1,3}", "[^\\n]{0,6}", "_",
    "(?=\\d)", "(?!\\d)", "(?=[A-Z0-9/]{0,6}\\d)", "\\w", "\\W", "\\s", "(?>ab|a)", "(?:a|ab){1,3}",
    "(?:\\d ?){2,5}", "[A-Z]{1,2}\\d", "x?",
  ]
  private static let ends = ["\\b", "(?![\\p{L}\\p{N}])", "", "(?!\\w)", "(?=\\s|\\z)"]

  /// - Parameter bytes: consumed from the front.
  package static func rules(_ bytes: inout ArraySlice<UInt8>) -> [Rule] {
    let count = Int(bytes.popFirst() ?? 0) % 5 + 1
    return (0..<count).map { number in
      let shape = bytes.popFirst() ?? 0
      let length = Int(bytes.popFirst() ?? 0) % 6 + 1
      var pattern = choose(starts, &bytes)
      let valueAt = shape & 3 == 1 ? length / 2 : nil
      for place in 0..<length {
        let piece = choose(pieces, &bytes)
        pattern += place == valueAt ? "(?<value>\(piece))" : piece
      }
      if shape & 4 != 0 {
        pattern = "\(choose(starts, &bytes))(?:\(pattern)|\(choose(pieces, &bytes)))"
      }
      pattern += choose(ends, &bytes)
      return Rule(
        identifier: "generated/\(number)", title: "Generated", pattern: pattern,
        ignoresCase: shape & 8 != 0, crossesBlocks: shape & 16 != 0,
        validation: shape & 96 == 96 ? .init(validator: .postcode, rejects: true) : nil,
        role: .guarding(Rule.Guard(kind: "generated")))
    }
  }

  private static func choose(_ list: [String], _ bytes: inout ArraySlice<UInt8>) -> String {
    list[Int(bytes.popFirst() ?? 0) % list.count]
  }
}
