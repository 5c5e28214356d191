import BenchmarkSupport

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
