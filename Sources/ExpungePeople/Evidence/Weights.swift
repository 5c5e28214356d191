/// The weight of every case of evidence, in hundredths of a natural logarithm of the odds.
package struct Weights: Sendable {
  /// A file of weights that cannot be used; one sentence.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  package private(set) var values: [Int16]

  /// Weights of nothing: every case 0.
  package init() { values = Array(repeating: 0, count: EvidenceSpace.count) }

  /// - Precondition: as many values as cases.
  package init(values: [Int16]) {
    precondition(values.count == EvidenceSpace.count, "a weight for every case of evidence")
    self.values = values
  }

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
        let weight = Int16(fields[1])
      else {
        throw Problem(
          description:
            "\(path):\(number + 1): write a case of evidence and its weight in hundredths, such as “titled.0 317”"
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
