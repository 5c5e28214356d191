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
