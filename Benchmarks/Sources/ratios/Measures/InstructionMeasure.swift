import BenchmarkSupport
import Foundation

/// Instructions for each byte of text, which do not depend on what else the machine does.
///
/// Two runs under callgrind, the second on twice the text: what is the same in both, start-up and the
/// compiling of patterns, falls out of the difference.
struct InstructionMeasure {
  let setting: Setting
  let table: String
  /// Bytes of the smaller run; under callgrind everything is some fifty times slower.
  let bytes: Int

  func measure() throws -> [Measurement] {
    let group = "instructions a byte, callgrind"
    guard let valgrind = Files.program("valgrind") else {
      return [
        Measurement(
          group: group, name: "not measured", value: .nan, unit: "", note: "there is no valgrind")
      ]
    }
    let count = try stripped(setting.count)
    let expunge = try stripped(setting.expunge)
    let less = setting.files(upTo: bytes)
    let more = setting.files(upTo: 2 * bytes)
    guard more.bytes > less.bytes else {
      throw BenchmarkError("the corpus is too small to count instructions: make a larger one")
    }
    var measurements: [Measurement] = []
    for (name, target, command) in [
      (
        "60 reference rules, with reading", Measurement.Target.atMost(30) as Optional,
        [count, table]
      ),
      (
        "scan --only rules, all packs", nil,
        [expunge, "scan", "--quiet", "--no-progress", "--jobs", "1", "--only", "rules"]
      ),
      ("scan, all packs", nil, [expunge, "scan", "--quiet", "--no-progress", "--jobs", "1"]),
    ] {
      let first = try instructions(valgrind, command + less.paths)
      let second = try instructions(valgrind, command + more.paths)
      let slope = Double(second - first) / Double(more.bytes - less.bytes)
      let start = Double(first) - slope * Double(less.bytes)
      measurements.append(
        Measurement(
          group: group, name: name, value: slope, unit: "instr/byte", target: target,
          note: "and \(Figures.text(start / 1e6)) million once"))
    }
    return measurements
  }

  private func instructions(_ valgrind: String, _ command: [String]) throws -> Int {
    let output = setting.file("callgrind.out")
    let errors = setting.file("callgrind.err")
    let usage = try ChildProcess.run(
      [valgrind, "--tool=callgrind", "--callgrind-out-file=\(output)"] + command, errors: errors)
    let report = try String(contentsOfFile: output, encoding: .utf8)
    guard usage.status <= 3,
      let line = report.split(separator: "\n").last(where: {
        $0.hasPrefix("totals:") || $0.hasPrefix("summary:")
      }), let words = line.split(separator: " ").last, let total = Int(words)
    else {
      throw BenchmarkError("callgrind counted nothing: see what valgrind says of the program")
    }
    return total
  }

  /// A copy without debug information, of which older valgrinds cannot read all.
  private func stripped(_ program: String) throws -> String {
    let copy = setting.file(URL(fileURLWithPath: program).lastPathComponent)
    if FileManager.default.fileExists(atPath: copy) { return copy }
    guard let strip = Files.program("strip") else { return program }
    let usage = try ChildProcess.run([strip, "-o", copy, program])
    return usage.status == 0 ? copy : program
  }
}
