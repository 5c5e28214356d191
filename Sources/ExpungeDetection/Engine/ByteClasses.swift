/// Bytes that no automaton tells apart, numbered together.
struct ByteClasses: Equatable {
  private(set) var classOf = [UInt8](repeating: 0, count: 256)
  private(set) var count = 1

  /// Sets apart the bytes inside a set from those outside.
  mutating func refine(_ inside: (UInt8) -> Bool) {
    var memberOf = [Int](repeating: -1, count: 256)
    var sizes = [Int](repeating: 0, count: 256)
    var taken = [Int](repeating: 0, count: 256)
    let bytes = UInt8.min...UInt8.max
    for byte in bytes { sizes[Int(classOf[Int(byte)])] += 1 }
    for byte in bytes where inside(byte) { taken[Int(classOf[Int(byte)])] += 1 }
    for byte in bytes where inside(byte) {
      let old = Int(classOf[Int(byte)])
      guard taken[old] < sizes[old] || memberOf[old] >= 0 else { continue }
      if memberOf[old] < 0 {
        memberOf[old] = count
        count += 1
      }
      classOf[Int(byte)] = UInt8(memberOf[old])
    }
  }

  /// Numbers the classes anew, those with the largest shares first, so that what text asks of a table
  /// most lies together.
  mutating func sort(by share: (UInt8) -> Double) {
    var shares = [Double](repeating: 0, count: count)
    for byte in UInt8.min...UInt8.max { shares[Int(classOf[Int(byte)])] += share(byte) }
    let order = shares.indices.sorted {
      shares[$0] != shares[$1] ? shares[$0] > shares[$1] : $0 < $1
    }
    var number = [UInt8](repeating: 0, count: count)
    for (new, old) in order.enumerated() { number[old] = UInt8(new) }
    for byte in classOf.indices { classOf[byte] = number[Int(classOf[byte])] }
  }

  /// One byte of each class.
  var representatives: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    for byte in UInt8.min...UInt8.max { bytes[Int(classOf[Int(byte)])] = byte }
    return bytes
  }
}
