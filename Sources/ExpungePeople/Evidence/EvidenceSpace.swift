/// Numbers every case of every kind of evidence, so that a weight is one array access.
package enum EvidenceSpace {
  /// Where each kind's cases begin, and how many there are in all.
  private static let layout: (bases: [Int], count: Int) = {
    var bases: [Int] = []
    var next = 0
    for kind in PersonEvidence.allCases {
      bases.append(next)
      next += kind.dimensions.reduce(1, *)
    }
    return (bases, next)
  }()

  /// The number of cases of all kinds together.
  package static var count: Int { layout.count }

  /// The number of a case.
  @inline(__always)
  static func number(_ kind: PersonEvidence, _ place: Int = 0) -> UInt16 {
    UInt16(truncatingIfNeeded: layout.bases[kind.rawValue] + place)
  }

  /// The kind and the place within it of a number.
  package static func kind(of number: UInt16) -> (kind: PersonEvidence, place: Int) {
    var low = 0
    var high = layout.bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if layout.bases[middle] <= Int(number) { low = middle } else { high = middle }
    }
    return (PersonEvidence(rawValue: low) ?? .always, Int(number) - layout.bases[low])
  }

  /// A case's name as the file of weights writes it: "lists.3.0.1".
  package static func name(of number: UInt16) -> String {
    let (kind, place) = kind(of: number)
    var rest = place
    var digits: [String] = []
    for dimension in kind.dimensions.reversed() {
      digits.append("\(rest % dimension)")
      rest /= dimension
    }
    return ([kind.name] + digits.reversed()).joined(separator: ".")
  }

  /// The number of a case by its name; nil for an unknown one.
  package static func number(named name: Substring) -> UInt16? {
    let pieces = name.split(separator: ".")
    guard let first = pieces.first, let kind = kinds[String(first)] else { return nil }
    let dimensions = kind.dimensions
    guard pieces.count == dimensions.count + 1 else { return nil }
    var place = 0
    for (piece, dimension) in zip(pieces.dropFirst(), dimensions) {
      guard let digit = Int(piece), digit >= 0, digit < dimension else { return nil }
      place = place * dimension + digit
    }
    return number(kind, place)
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: PersonEvidence.allCases.map { ($0.name, $0) })
}

extension PersonEvidence {
  private static let names = allCases.map { String(describing: $0) }

  /// As the code and the file of weights write it.
  package var name: String { Self.names[rawValue] }
}
