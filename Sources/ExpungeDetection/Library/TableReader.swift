/// Reads the pieces of a rule table; whatever does not fit is an error, never a trap.
struct TableReader {
  static let leakMark: UInt8 = 1
  static let guardMark: UInt8 = 2

  private let bytes: [UInt8]
  private(set) var offset = 0
  /// Lists of guard kinds that rules name by position.
  private var guardKinds: [[String]] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  var corrupt: RuleTableError { .corrupt(at: offset) }

  mutating func byte() throws(RuleTableError) -> UInt8 {
    guard offset < bytes.count else { throw corrupt }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(RuleTableError) -> Int {
    guard bytes.count - offset >= 4 else { throw corrupt }
    defer { offset += 4 }
    let value = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: offset, as: Int32.self)
    }
    return Int(Int32(littleEndian: value))
  }

  /// A count of things that take at least a byte each: no more than there are bytes left.
  private mutating func count() throws(RuleTableError) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw corrupt }
    return count
  }

  /// Shares the table's storage.
  mutating func blob() throws(RuleTableError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func text() throws(RuleTableError) -> String {
    let count = try count()
    guard count > 0 else { return "" }
    let start = offset
    let text = bytes.withUnsafeBufferPointer {
      String(validating: UnsafeBufferPointer(rebasing: $0[start..<start + count]), as: UTF8.self)
    }
    guard let text else { throw corrupt }
    offset += count
    return text
  }

  mutating func flags() throws(RuleTableError) -> (Bool, Bool) {
    let value = try byte()
    guard value < 4 else { throw corrupt }
    return (value & 1 != 0, value & 2 != 0)
  }

  mutating func list<Element>(
    _ read: (inout TableReader) throws(RuleTableError) -> Element
  ) throws(RuleTableError) -> [Element] {
    let count = try count()
    var values: [Element] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  mutating func texts() throws(RuleTableError) -> [String] {
    try list { (reader) throws(RuleTableError) in try reader.text() }
  }

  mutating func optional<Element>(
    _ read: (inout TableReader) throws(RuleTableError) -> Element
  ) throws(RuleTableError) -> Element? {
    switch try number() {
    case 0: return nil
    case 1: return try read(&self)
    default: throw corrupt
    }
  }

  /// A case of an enumeration that the table holds by number.
  mutating func enumeration<Value: RawRepresentable<UInt8>>() throws(RuleTableError) -> Value {
    guard let value = Value(rawValue: try byte()) else { throw corrupt }
    return value
  }

  mutating func severity() throws(RuleTableError) -> Severity { try enumeration() }

  /// A case of an enumeration that the table holds by name.
  mutating func named<Value: RawRepresentable<String>>() throws(RuleTableError) -> Value {
    guard let value = Value(rawValue: try text()) else { throw corrupt }
    return value
  }

  mutating func dictionary<Key: Hashable, Value>(
    _ read: (inout TableReader) throws(RuleTableError) -> (Key, Value)
  ) throws(RuleTableError) -> [Key: Value] {
    let pairs = try list(read)
    var result: [Key: Value] = [:]
    result.reserveCapacity(pairs.count)
    for (key, value) in pairs where result.updateValue(value, forKey: key) != nil { throw corrupt }
    return result
  }
}

// MARK: - Rules and foldings

extension TableReader {
  mutating func readGuardKinds() throws(RuleTableError) {
    guardKinds = try list { (reader) throws(RuleTableError) in try reader.texts() }
  }

  mutating func rule() throws(RuleTableError) -> Rule {
    let identifier = try text()
    let aliases = try texts()
    let title = try text()
    let rationale = try text()
    let source = try text()
    let pattern = try text()
    let (ignoresCase, crossesBlocks) = try flags()
    let validation = try optional { (reader) throws(RuleTableError) in
      Rule.Validation(
        validator: try reader.named(), pass: try reader.number(), weak: try reader.number(),
        fail: try reader.number(), rejects: try reader.flags().0)
    }
    return Rule(
      identifier: identifier, aliases: aliases, title: title, rationale: rationale, source: source,
      pattern: pattern, ignoresCase: ignoresCase, crossesBlocks: crossesBlocks,
      validation: validation, role: try role())
  }

  private mutating func role() throws(RuleTableError) -> Rule.Role {
    switch try byte() {
    case Self.leakMark: return .rule(try leak())
    case Self.guardMark:
      return .guarding(
        Rule.Guard(
          kind: try text(),
          claims: try list { (reader) throws(RuleTableError) in try reader.named() },
          lowersTo: try optional { (reader) throws(RuleTableError) in try reader.severity() },
          lowersBy: try number(), overlapSuffices: try flags().0))
    default: throw corrupt
    }
  }

  private mutating func leak() throws(RuleTableError) -> Rule.Leak {
    let classCode = try text()
    let label: Label = try named()
    let severity = try severity()
    let confidence = try number()
    let priority = try number()
    let remedy: Remedy = try named()
    let suggestion = try text()
    let yieldsTo = try number()
    guard guardKinds.indices.contains(yieldsTo) else { throw corrupt }
    let propagates = try flags().0
    let context = try list { (reader) throws(RuleTableError) in try reader.context() }
    return Rule.Leak(
      classCode: classCode, label: label, severity: severity, confidence: confidence,
      priority: priority, remedy: remedy, suggestion: suggestion, yieldsTo: guardKinds[yieldsTo],
      context: context, propagates: propagates)
  }

  mutating func context() throws(RuleTableError) -> Rule.Context {
    let side: Rule.Context.Side = try enumeration()
    let phrases = try texts()
    let within = try number()
    let weight = try number()
    let (needed, drops) = try flags()
    return Rule.Context(
      side: side, phrases: phrases, within: within, weight: weight, needed: needed, drops: drops)
  }

  mutating func foldings() throws(RuleTableError) -> [UInt32: [UInt8]] {
    // Most foldings give one ASCII character: sharing its array saves an allocation each.
    let ascii = (0..<128).map { [UInt8($0)] }
    return try dictionary { (reader) throws(RuleTableError) in
      let scalar = try reader.number()
      let text = try reader.blob()
      guard let scalar = UInt32(exactly: scalar), scalar >= 0x80 else { throw reader.corrupt }
      if text.count == 1, let byte = text.first, byte < 128 { return (scalar, ascii[Int(byte)]) }
      return (scalar, Array(text))
    }
  }
}
