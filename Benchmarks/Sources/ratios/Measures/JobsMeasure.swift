import BenchmarkSupport

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
