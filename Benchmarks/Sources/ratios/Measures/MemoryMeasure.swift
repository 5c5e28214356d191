import BenchmarkSupport
import Foundation

/// The most memory that a scan holds, against 64 MB and four times the largest document.
///
/// Runs before anything large is held here: see `ChildProcess.Usage.peakBytes`.
struct MemoryMeasure {
  let setting: Setting
  /// Bytes of the one large file.
  let large: Int

  func measure() throws -> [Measurement] {
    var measurements: [Measurement] = []
    for jobs in ["1", "2"] {
      let usage = try ChildProcess.run(setting.scan([setting.corpus], ["--jobs", jobs]))
      measurements.append(
        measurement("corpus, --jobs \(jobs)", usage, largest: setting.largest))
    }
    let path = setting.file("large.txt")
    try writeLargeText(to: path)
    let usage = try ChildProcess.run(setting.scan([path], ["--jobs", "1"]))
    let megabytes = Double(large) / 1e6
    var one = measurement("one file of \(Figures.text(megabytes)) MB", usage, largest: large)
    one.note =
      "exit code \(usage.status), \(Figures.text(usage.seconds)) s, "
      + "\(Figures.text(megabytes / usage.seconds)) MB/s"
    measurements.append(one)
    measurements.append(
      Measurement(
        group: one.group, name: "the large file was examined",
        value: usage.status <= 1 ? 1 : 0, unit: "", target: .atLeast(1)))
    return measurements
  }

  private func measurement(
    _ name: String, _ usage: ChildProcess.Usage, largest: Int
  ) -> Measurement {
    Measurement(
      group: "peak memory", name: name, value: Double(usage.peakBytes) / 1_048_576, unit: "MiB",
      target: .atMost(64 + (4 * Double(largest) / 1_048_576).rounded()))
  }

  /// Files of the corpus one after another, and again; never all in memory.
  private func writeLargeText(to path: String) throws {
    try Files.write([], to: path)
    guard let file = FileHandle(forWritingAtPath: path) else {
      throw BenchmarkError("\(path) cannot be written")
    }
    defer { try? file.close() }
    var room = large
    while true {
      for one in setting.files {
        guard one.bytes <= room else { return }
        try file.write(contentsOf: Data(contentsOf: URL(fileURLWithPath: one.path)))
        room -= max(1, one.bytes)
      }
    }
  }
}
