import ExpungePacks

/// Checks the texts that pages are made of: a broken one would break every page.
enum Templates {
  /// What is wrong with a template, if anything: it stands inside an element of the page, and must not
  /// end it.
  static func problem(in source: PatternSource) -> PackProblem? {
    func problem(_ message: String) -> PackProblem {
      PackProblem(file: source.path, line: 0, column: 0, message: message)
    }
    guard let text = String(validating: source.bytes, as: UTF8.self), !text.isEmpty else {
      return problem("the template is empty or no UTF-8; restore it")
    }
    let element = source.path.hasSuffix(".css") ? "style" : "script"
    let small = text.lowercased()
    // "<!--" makes a script that is never closed.
    for words in ["</\(element)", "<!--"] where small.contains(words) {
      return problem("the template holds \u{201C}\(words)\u{201D}, which would break the page")
    }
    var open = 0
    for character in text {
      if character == "{" { open += 1 }
      if character == "}" { open -= 1 }
      if open < 0 { break }
    }
    return open == 0 ? nil : problem("a brace of the template has no partner")
  }
}
