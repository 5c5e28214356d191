package import ExpungeDetection

/// A pack as its author wrote it: rules or guards with their examples and places.
package struct Pack: Sendable {
  package let identifier: String
  package let version: String
  package let title: String
  package let description: String
  package let source: PatternSource
  /// Rules of a rule pack, guards of a guard pack, in the order of the file.
  package let rules: [AuthoredRule]
}

/// A rule or guard with what only its author and its tests need.
package struct AuthoredRule: Sendable {
  /// As the engine takes it: macros replaced.
  package let rule: Rule
  /// The pattern as written, and the way back from the replaced one.
  let expansion: PatternExpansion
  package let finds: [Example]
  package let leaves: [Example]
  let place: SourcePlace

  package var file: String { place.file }
  package var line: Int { place.line }
  package var column: Int { place.column }

  /// A problem of the rule's pattern, at a byte of the pattern with its macros replaced.
  package func problem(
    atPatternByte offset: Int, _ message: String, _ gravity: PackProblem.Gravity = .error
  ) -> PackProblem {
    expansion.problem(atByte: offset, message, gravity)
  }

  /// A problem of the rule as a whole.
  package func problem(
    _ message: String, _ gravity: PackProblem.Gravity = .error
  ) -> PackProblem {
    PackProblem(
      gravity, file: place.file, line: place.line, column: place.column, message: message)
  }
}

extension PatternExpansion {
  func problem(
    atByte offset: Int, _ message: String, _ gravity: PackProblem.Gravity
  ) -> PackProblem {
    let (place, macro) = origin(ofByte: offset)
    let whence = macro.map { ", inside the macro \($0.name) (\($0.1.words))" } ?? ""
    return PackProblem(
      gravity, file: place.file, line: place.line, column: place.column, message: message + whence)
  }
}
