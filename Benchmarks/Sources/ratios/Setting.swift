import BenchmarkSupport
import ExpungeDetection
import ExpungeFiles
import Foundation

/// What all measures share: where the programs and the texts are, and how often to repeat.
struct Setting {
  /// The program under test.
  var expunge: String
  /// The program that counts hits, beside this one.
  var count: String
  var corpus: String
  var rounds: Int
  /// Seconds after which a measure begins no further round.
  var patience: Double
  /// A folder of its own, removed at the end.
  var scratch: URL
  /// Documents of the corpus, in order.
  var files: [(path: String, bytes: Int)]

  var bytes: Int { files.reduce(0) { $0 + $1.bytes } }
  var largest: Int { files.map(\.bytes).max() ?? 0 }

  init(expunge: String, corpus: String, rounds: Int, patience: Double) throws {
    guard FileManager.default.isExecutableFile(atPath: expunge) else {
      throw BenchmarkError(
        "no program at \(expunge): build it with swift build -c release, or name it by --expunge")
    }
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    count = own.deletingLastPathComponent().appendingPathComponent("count").path
    guard FileManager.default.isExecutableFile(atPath: count) else {
      throw BenchmarkError("the program count is not beside this one: build the whole package")
    }
    self.expunge = expunge
    self.corpus = corpus
    self.rounds = rounds
    self.patience = patience
    scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("expunge-ratios-\(UUID().uuidString)")
    files = FileWalk.entries(of: [FilePath(corpus)]).compactMap { entry in
      guard case .document = entry.outcome else { return nil }
      let size = try? FileManager.default.attributesOfItem(atPath: entry.path.text)[.size] as? Int
      return (entry.path.text, size ?? 0)
    }
    guard !files.isEmpty else {
      throw BenchmarkError("no document in \(corpus): make a corpus with the program corpus")
    }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  }

  /// The folder's files up to so many bytes, for measures that would take too long on all.
  func files(upTo bytes: Int) -> (paths: [String], bytes: Int) {
    var paths: [String] = []
    var total = 0
    for file in files where paths.isEmpty || total + file.bytes <= bytes {
      paths.append(file.path)
      total += file.bytes
    }
    return (paths, total)
  }

  /// A file of the scratch folder.
  func file(_ name: String) -> String { scratch.appendingPathComponent(name).path }

  /// Writes the compiled table of some rules for `count`.
  func write(table library: PatternLibrary, as name: String) throws -> String {
    let path = file(name)
    try Data(RuleTable.encode(library)).write(to: URL(fileURLWithPath: path))
    return path
  }

  func scan(_ paths: [String], _ options: [String] = []) -> [String] {
    [expunge, "scan", "--quiet", "--no-progress"] + options + ["--"] + paths
  }

  /// Runs each command once in turn, and again, until the rounds or the patience are spent: what
  /// the machine's other work costs falls on all alike.
  ///
  /// One round goes before the first that counts, unless it alone takes a third of the patience.
  func interleave(
    _ commands: [[String]], rounds: Int? = nil
  ) throws -> [[ChildProcess.Usage]] {
    var usages = commands.map { _ in [ChildProcess.Usage]() }
    let start = Stopwatch.now()
    let first = try commands.map { try ChildProcess.run($0) }
    if Stopwatch.now() - start > patience / 3 { usages = first.map { [$0] } }
    for _ in 0..<(rounds ?? self.rounds) {
      guard Stopwatch.now() - start < patience || usages[0].isEmpty else { break }
      for (number, command) in commands.enumerated() {
        usages[number].append(try ChildProcess.run(command))
      }
    }
    return usages
  }
}

extension [ChildProcess.Usage] {
  var medianSeconds: Double { Figures.median(map(\.seconds)) }
  var medianProcessorSeconds: Double { Figures.median(map(\.processorSeconds)) }
  var peakBytes: Int { map(\.peakBytes).max() ?? 0 }

  /// The median of what each round took over what another command took in the same round.
  func ratio(to other: [ChildProcess.Usage], _ figure: (ChildProcess.Usage) -> Double) -> Double {
    Figures.median(zip(self, other).map { figure($0) / figure($1) })
  }
}
