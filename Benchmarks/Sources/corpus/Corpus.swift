import ArgumentParser
import BenchmarkSupport
import Foundation

/// Makes a corpus to measure on from any texts.
@main
struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Makes a corpus to measure on by reshuffling the paragraphs of any texts.",
    discussion: """
      The texts may be folders, files, or .jsonl files with a text in each object. The same texts \
      and the same seed make the same corpus.
      """)

  @Argument(help: "Folders or files of texts.")
  var texts: [String]

  @Option(name: .shortAndLong, help: "The folder to make; there must be none of that name yet.")
  var output: String

  @Option(help: "How many files to make, of 5 to 50 KB each.")
  var files = 5_000

  @Option(help: "Of a thousand paragraphs, how many are followed by an invented leak.")
  var leaks = 0

  @Option(help: "Another seed makes another corpus.")
  var seed: UInt64 = 1

  mutating func validate() throws {
    guard (1...1_000_000).contains(files) else {
      throw ValidationError("--files takes a number from 1 to 1000000")
    }
    guard (0...1_000).contains(leaks) else {
      throw ValidationError("--leaks takes a number from 0 to 1000")
    }
  }

  mutating func run() throws {
    let root = URL(fileURLWithPath: output)
    guard !FileManager.default.fileExists(atPath: root.path) else {
      throw BenchmarkError("\(output) exists already: name a folder that does not")
    }
    var maker = CorpusMaker(
      paragraphs: try Paragraphs.read(texts), leaksPerThousand: leaks, seed: seed)
    var total = 0
    for number in 0..<files {
      let folder = root.appendingPathComponent(padded(number / 500, 3))
      if number % 500 == 0 {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      let text = maker.document()
      total += text.count
      try Data(text).write(to: folder.appendingPathComponent("\(padded(number, 6)).txt"))
    }
    print("\(files) files, \(Figures.text(Double(total) / 1e6)) MB in \(output)")
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
