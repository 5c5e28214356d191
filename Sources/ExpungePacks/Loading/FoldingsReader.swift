import Yams

/// Reads `Foldings.yaml`: which characters a reading replaces.
struct FoldingsReader {
  let file: YAMLFile
  let problems: ProblemList

  func read(_ root: Node.Mapping) -> [UInt32: [UInt8]] {
    let head = Fields(root, what: "the list of foldings", keys: ["foldings"], in: file, problems)
    guard head.required("foldings") != nil else { return [:] }
    var replacements: [UInt32: [UInt8]] = [:]
    for node in head.list("foldings") ?? [] { entry(node, into: &replacements) }
    return replacements
  }

  private func entry(_ node: Node, into replacements: inout [UInt32: [UInt8]]) {
    guard
      let fields = Fields(
        node, what: "a folding", keys: ["from", "to", "counts-from"], in: file, problems),
      let from = fields.requiredText("from")
    else { return }
    let text = textOrNothing(fields)
    let first = fields.text("counts-from")
    guard (text == nil) != (first == nil) else {
      problems.add("a folding needs exactly one of “to” and “counts-from”", at: fields.place)
      return
    }
    for range in from.text.split(separator: " ") {
      guard let scalars = Self.scalars(range) else {
        problems.add(
          "“\(range)” is no code point or range above U+007F, such as U+00A0 or U+2010..U+2013",
          at: from.place)
        continue
      }
      for (offset, scalar) in scalars.enumerated() {
        guard let replacement = text ?? first.flatMap({ Self.counted($0.text, offset) }) else {
          problems.add("“counts-from” must be one character", at: first?.place ?? from.place)
          return
        }
        if replacements.updateValue(Array(replacement.utf8), forKey: scalar) != nil {
          problems.add("“\(range)” folds already further up; take it out here", at: from.place)
          break
        }
      }
    }
  }

  /// “to” may be empty, which drops the character.
  private func textOrNothing(_ fields: Fields) -> String? {
    guard let node = fields.node("to") else { return nil }
    if case .scalar(let scalar) = node, scalar.string.isEmpty { return "" }
    return fields.text(node, called: "“to”")?.text
  }

  private static func counted(_ first: String, _ offset: Int) -> String? {
    let scalars = first.unicodeScalars
    guard scalars.count == 1, let start = scalars.first,
      let scalar = Unicode.Scalar(start.value + UInt32(offset))
    else { return nil }
    return String(scalar)
  }

  private static func scalars(_ text: Substring) -> ClosedRange<UInt32>? {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { end in
      end.hasPrefix("U+") ? UInt32(end.dropFirst(2), radix: 16) : nil
    }
    guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil,
      low >= 0x80, low <= high, high <= 0x10FFFF
    else { return nil }
    return low...high
  }
}
