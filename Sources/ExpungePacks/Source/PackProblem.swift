/// What is wrong in a pattern file, where, and what its author can do about it.
package struct PackProblem: Error, Hashable, Sendable {
  package enum Gravity: String, Sendable { case error, warning }

  package var gravity: Gravity
  package var file: String
  /// From 1; 0 for a problem of the file or folder as a whole.
  package var line: Int
  /// From 1, in Unicode scalars; 0 for a problem of the file or folder as a whole.
  package var column: Int
  /// One sentence, without the full stop.
  package var message: String

  package init(
    _ gravity: Gravity = .error, file: String, line: Int, column: Int, message: String
  ) {
    self.gravity = gravity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension PackProblem: CustomStringConvertible {
  /// As compilers print it: "file:line:column: error: message".
  package var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return "\(place): \(gravity.rawValue): \(message)"
  }
}

extension PackProblem: Comparable {
  /// By file, then by place.
  package static func < (a: PackProblem, b: PackProblem) -> Bool {
    (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
  }
}

/// Everything wrong in a set of pattern files: all of it, not only the first.
package struct PackProblems: Error, Sendable, Equatable, CustomStringConvertible {
  /// By file, then by place; not empty.
  package let problems: [PackProblem]

  init(_ problems: [PackProblem]) { self.problems = problems }

  package var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects problems while files are read, each once.
final class ProblemList {
  private(set) var problems: Set<PackProblem> = []

  func add(_ problem: PackProblem) { problems.insert(problem) }

  func add(_ message: String, at place: SourcePlace) {
    add(
      PackProblem(
        file: place.file, line: place.line, column: place.column, message: message))
  }

  var sorted: [PackProblem] { problems.sorted() }
}

/// A place in a pattern file.
struct SourcePlace: Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int

  /// "file:line:column".
  var words: String { "\(file):\(line):\(column)" }
}
