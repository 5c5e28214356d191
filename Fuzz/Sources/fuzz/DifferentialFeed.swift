import BenchmarkSupport
import ExpungeDetection
import FuzzSupport

/// Rules and a text from bytes: the scanner equals one pass for each rule.
enum DifferentialFeed {
  /// Everything shipped, and the reference rules; made at the first input.
  nonisolated(unsafe) private static var known: Differential? = {
    do {
      return try Differential(rules: Rules.shipped().rules + Rules.reference().rules)
    } catch {
      found("the known rules cannot be used: \(error)")
    }
  }()

  static func test(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let head = rest.popFirst() ?? 0
    if head & 1 == 0 {
      let text = GluedText.text(rest.prefix(600))
      if let what = known?.difference(on: text, blocks: head & 2 == 0 ? [] : GluedText.lines(text))
      {
        found("\(what) in \(String(reflecting: String(decoding: text, as: UTF8.self)))")
      }
      return
    }
    let rules = GeneratedRules.rules(&rest)
    let text = GluedText.text(rest.prefix(600))
    do {
      var pair = try Differential(rules: rules)
      let what = pair.difference(
        on: text, blocks: head & 2 == 0 ? [] : GluedText.lines(text),
        window: head & 4 == 0 ? 32 * 1024 : Int(head >> 3) + 1,
        kernel: head & 8 == 0 ? .automatic : .portable)
      if let what {
        found("\(what) in \(String(reflecting: String(decoding: text, as: UTF8.self)))")
      }
    } catch {
      // PCRE2 refuses the pattern that the bytes made.
    }
  }
}
