import BenchmarkSupport
import CKernels
import ExpungeDetection
import ExpungeFiles
import ExpungeText
import Glibc

/// A process that does what a scan does up to the hits, and no more: starts, loads a compiled rule
/// table, reads every file, checks that it is UTF-8, finds every hit, and prints how many there are.
///
/// `count TABLE PATH…`; it is what `ratios` holds against `wc -w`.
@main
enum Count {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else {
      fail("usage: count TABLE PATH…")
    }
    do {
      let table = try read(FilePath(arguments[1]))
      let library = try RuleTable.decode(table)
      var scanner = Scanner(rules: try RuleSet(library: library))
      var hits: [Hit] = []
      var count = 0
      for entry in FileWalk.entries(of: arguments.dropFirst(2).map { FilePath($0) }) {
        guard case .document = entry.outcome else { continue }
        let text = try read(entry.path)
        let valid = text.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { expunge_utf8_valid_prefix($0, bytes.count) } ?? 0
        }
        guard valid == text.count else { fail("\(entry.path.text) is not UTF-8") }
        hits.removeAll(keepingCapacity: true)
        try scanner.scan(text, blocks: [], into: &hits)
        count += hits.count
      }
      print("\(count) hits")
    } catch {
      fail("\(error)")
    }
  }

  private static func read(_ path: FilePath) throws -> [UInt8] {
    try FileBytes.read(path, name: path.text, limit: Limits().documentBytes)
  }

  private static func fail(_ message: String) -> Never {
    let words = Array("count: \(message)\n".utf8)
    _ = write(STDERR_FILENO, words, words.count)
    exit(2)
  }
}
