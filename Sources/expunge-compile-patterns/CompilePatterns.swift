import ExpungePacks
import Foundation

/// Compiles `Patterns/` into the table that the binary carries, and embeds the texts beside it.
///
/// Called by the build: `expunge-compile-patterns ROOT OUTPUT`. A pack that is wrong is reported on
/// stderr as compilers do, and stops the build.
@main
struct CompilePatterns {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      fail("usage: expunge-compile-patterns ROOT OUTPUT")
    }
    let root = CommandLine.arguments[1]
    do {
      let patterns = try PatternFolder.sources(in: "\(root)/Patterns", printedAs: "Patterns")
      let output = GeneratedSource.text(
        library: try PatternCompiler.library(of: patterns),
        files: patterns + (try reports(in: root)),
        people: try PeopleTables(root: root))
      try Data(output.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
    } catch {
      guard let problems = error as? PackProblems else {
        fail("\(root)/\(error)")
      }
      fail(problems.problems.map { "\(root)/\($0)" }.joined(separator: "\n"))
    }
  }

  private static func reports(in root: String) throws -> [PatternSource] {
    try ["Reports/Schemas", "Reports/Templates"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted().map {
        let contents = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(folder)/\($0)"))
        let source = PatternSource(path: "\(folder)/\($0)", bytes: Array(contents))
        if folder == "Reports/Templates", let problem = Templates.problem(in: source) {
          throw problem
        }
        return source
      }
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("\(message)\n".utf8))
    exit(1)
  }
}
