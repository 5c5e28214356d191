import ExpungeDetection
import ExpungePacks

/// Any bytes as a pack: refused with a place, or compiled and read back.
enum PackFeed {
  static func test(_ bytes: [UInt8]) {
    do {
      let source = PatternSource(path: "fuzz.yaml", bytes: bytes)
      let table = RuleTable.encode(try PatternCompiler.library(of: [source]))
      let library = try RuleTable.decode(table)
      _ = try RuleSet(library: library)
    } catch let problems as PackProblems {
      require(!problems.description.isEmpty, "a refusal says nothing")
    } catch {
      found("a pack compiles into a table that cannot be used: \(error)")
    }
  }
}
