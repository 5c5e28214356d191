/// Numbers as tables print them.
package enum Figures {
  /// With so many digits behind the point; enough of them for small numbers when nil.
  package static func text(_ value: Double, digits: Int? = nil) -> String {
    guard value.isFinite else { return "-" }
    let digits = digits ?? (abs(value) < 10 ? 2 : abs(value) < 100 ? 1 : 0)
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % Int(scale))
    let padding = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(scaled / Int(scale)).\(padding)\(fraction)"
  }

  /// Right-aligned.
  package static func column(_ value: Double, _ width: Int, digits: Int? = nil) -> String {
    let text = text(value, digits: digits)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The middle of some numbers; the mean of the two middle ones of an even count. Nought for none.
  package static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
