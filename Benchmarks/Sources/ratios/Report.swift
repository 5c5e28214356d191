import BenchmarkSupport
import Foundation

/// How the figures are printed.
enum Report {
  static func json(_ measurements: [Measurement]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "none")
    return String(decoding: try encoder.encode(measurements), as: UTF8.self)
  }

  /// The figures of one group under its heading.
  static func table(_ measurements: [Measurement]) -> String {
    var lines: [String] = []
    var group = ""
    for one in measurements {
      if one.group != group {
        group = one.group
        lines.append("\n\(group)")
      }
      let figure = "\(Figures.text(one.value)) \(one.unit)"
      let target = one.target.map { "\($0)" } ?? ""
      let verdict = one.isReached.map { $0 ? "reached" : "NOT REACHED" } ?? ""
      lines.append(
        "  \(padded(one.name, 46)) \(padded(figure, 17)) \(padded(target, 9)) "
          + "\(padded(verdict, 12))\(one.note ?? "")")
    }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
