import BenchmarkSupport

/// Whole processes over the whole corpus, held against the program that counts its words.
struct CorpusMeasure {
  let setting: Setting
  /// The compiled table of the reference rules.
  let table: String

  func measure() throws -> [Measurement] {
    // All names on the command line, as `wc` has no way to walk a folder.
    let words = ["wc", "-w"] + setting.files.map(\.path)
    let group = "whole process, corpus, against wc -w"
    let runs = try setting.interleave([words, [setting.count, table, setting.corpus]])
    var measurements = [
      Measurement(
        group: group, name: "60 reference rules, hits counted",
        value: runs[1].ratio(to: runs[0], \.seconds), unit: "× wc", target: .atMost(0.8),
        note: seconds(runs[1], runs[0]))
    ]
    for (name, options) in [
      ("scan --only rules", ["--jobs", "1", "--only", "rules"]), ("scan", ["--jobs", "1"]),
    ] {
      let runs = try setting.interleave([words, setting.scan([setting.corpus], options)])
      measurements.append(
        Measurement(
          group: group, name: name, value: runs[1].ratio(to: runs[0], \.seconds), unit: "× wc",
          note: seconds(runs[1], runs[0])))
    }
    return measurements
  }

  private func seconds(_ ours: [ChildProcess.Usage], _ words: [ChildProcess.Usage]) -> String {
    let megabytes = Double(setting.bytes) / 1e6
    return "\(Figures.text(ours.medianSeconds, digits: 3)) s "
      + "(\(Figures.text(megabytes / ours.medianSeconds)) MB/s) against "
      + "\(Figures.text(words.medianSeconds, digits: 3)) s, \(ours.count) rounds"
  }
}

/// What a tiny file costs over a process that does nothing.
struct StartMeasure {
  let setting: Setting

  func measure() throws -> [Measurement] {
    let tiny = setting.file("tiny.txt")
    try Files.write(Array("Mr X lives in Westbury.\n".utf8), to: tiny)
    let runs = try setting.interleave(
      [["true"], setting.scan([tiny]), [setting.expunge, "--version"]], rounds: 40)
    let over = zip(runs[1], runs[0]).map { ($0.seconds - $1.seconds) * 1000 }
    let version = zip(runs[2], runs[0]).map { ($0.seconds - $1.seconds) * 1000 }
    let group = "start-up, tiny file"
    return [
      Measurement(
        group: group, name: "scan, over an empty process", value: Figures.median(over), unit: "ms",
        target: .atMost(20),
        note: "best \(Figures.text(over.min() ?? 0)), \(over.count) rounds"),
      Measurement(
        group: group, name: "--version, over an empty process", value: Figures.median(version),
        unit: "ms"),
    ]
  }
}

/// What a second worker gains and costs.
struct JobsMeasure {
  let setting: Setting

  func measure() throws -> [Measurement] {
    let runs = try setting.interleave([
      setting.scan([setting.corpus], ["--jobs", "1"]),
      setting.scan([setting.corpus], ["--jobs", "2"]),
    ])
    let group = "two workers against one"
    return [
      Measurement(
        group: group, name: "processor time", value: runs[1].ratio(to: runs[0], \.processorSeconds),
        unit: "times", target: .atMost(1.1), note: "\(runs[0].count) rounds"),
      Measurement(
        group: group, name: "speed", value: runs[0].ratio(to: runs[1], \.seconds), unit: "times",
        note: "needs two quiet cores"),
    ]
  }
}

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
    try Files.write(largeText(), to: path)
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

  /// Files of the corpus one after another, and again.
  private func largeText() throws -> [UInt8] {
    let texts = try Texts.read([setting.corpus], limit: large)
    var text: [UInt8] = []
    text.reserveCapacity(large)
    while true {
      for one in texts {
        if text.count + one.count > large { return text }
        text += one
      }
    }
  }
}
