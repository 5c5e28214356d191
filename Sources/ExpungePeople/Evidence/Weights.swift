/// The weight of every case of evidence, in hundredths of a natural logarithm of the odds.
package struct Weights: Sendable {
  /// A file of weights that cannot be used; one sentence.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  package private(set) var values: [Int16]

  /// Weights of nothing: every case 0.
  package init() { values = Array(repeating: 0, count: EvidenceSpace.count) }

  /// Reads what `encoded` wrote.
  ///
  /// - Precondition: a weight for every case.
  package init(_ table: StaticString) {
    precondition(
      table.utf8CodeUnitCount == EvidenceSpace.count * 2, "a weight for every case of evidence")
    let text = table.utf8Start
    values = (0..<EvidenceSpace.count).map { place in
      Int16(text[place * 2] &- 0x30) + Int16(text[place * 2 + 1] &- 0x30) * 64 - Weights.bias
    }
  }

  /// Two characters a weight, six bits each, from "0" on.
  package var encoded: [UInt8] {
    values.flatMap { value in
      let bits = UInt16(value + Weights.bias)
      return [UInt8(bits & 63) + 0x30, UInt8(bits >> 6) + 0x30]
    }
  }

  private static let bias: Int16 = 2048

  /// Reads lines "name weight"; "#" begins a comment; a case without a line weighs nothing.
  ///
  /// - Throws: `Problem` with the line that names no case or has no weight.
  package init(reading text: String, from path: String) throws(Problem) {
    self.init()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let fields = line.prefix { $0 != "#" }.split(separator: " ")
      if fields.isEmpty { continue }
      guard fields.count == 2, let place = EvidenceSpace.number(named: fields[0]),
        let weight = Int16(fields[1]), abs(weight) < Weights.bias
      else {
        throw Problem(
          description:
            "\(path):\(number + 1): write a case of evidence and its weight in hundredths, below 2048, such as “titled.0 317”"
        )
      }
      values[Int(place)] = weight
    }
  }

  @inline(__always)
  func sum(of cases: some Sequence<UInt16>) -> Int {
    var sum = 0
    for number in cases { sum += Int(values[Int(number)]) }
    return sum
  }
}
