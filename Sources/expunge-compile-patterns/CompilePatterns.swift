import ExpungePacks
import Foundation

@main
struct CompilePatterns {
  static func main() throws {
    let output = URL(fileURLWithPath: CommandLine.arguments[2])
    try Data("package enum CompiledPatterns {}\n".utf8).write(to: output)
  }
}
