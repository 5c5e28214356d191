/// Writes the pieces of a rule table.
struct TableWriter {
  private(set) var bytes: [UInt8] = []
  /// Positions of the lists in the pool of `poolGuardKinds`.
  private var guardKinds: [[String]: Int] = [:]

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func raw(_ values: [UInt8]) { bytes += values }

  /// A whole number of 32 bits, signed.
  mutating func number(_ value: Int) {
    withUnsafeBytes(of: Int32(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func blob(_ values: some Collection<UInt8>) {
    number(values.count)
    bytes += values
  }

  mutating func text(_ value: String) { blob(value.utf8) }

  mutating func flags(_ values: Bool...) {
    byte(values.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) })
  }

  mutating func list<Element>(
    _ values: [Element], _ write: (inout TableWriter, Element) -> Void
  ) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }
}

// MARK: - Rules and profiles

extension TableWriter {
  /// Most rules of a pack yield to the same guards: each list is written, and later made, once.
  mutating func poolGuardKinds(of rules: [Rule]) {
    var pool: [[String]] = []
    for rule in rules {
      guard case .rule(let leak) = rule.role, guardKinds[leak.yieldsTo] == nil else { continue }
      guardKinds[leak.yieldsTo] = pool.count
      pool.append(leak.yieldsTo)
    }
    list(pool) { $0.texts($1) }
  }

  mutating func rule(_ rule: Rule) {
    text(rule.identifier)
    texts(rule.aliases)
    text(rule.title)
    text(rule.rationale)
    text(rule.source)
    text(rule.pattern)
    flags(rule.ignoresCase, rule.crossesBlocks)
    list(rule.validation.map { [$0] } ?? []) { writer, validation in
      writer.text(validation.validator.rawValue)
      writer.number(validation.pass)
      writer.number(validation.weak)
      writer.number(validation.fail)
      writer.flags(validation.rejects)
    }
    switch rule.role {
    case .rule(let leak):
      byte(TableReader.leakMark)
      self.leak(leak)
    case .guarding(let guarding):
      byte(TableReader.guardMark)
      text(guarding.kind)
      texts(guarding.claims.map(\.rawValue))
      list(guarding.lowersTo.map { [$0] } ?? []) { $0.byte($1.rawValue) }
      number(guarding.lowersBy)
      flags(guarding.overlapSuffices)
    }
  }

  private mutating func leak(_ leak: Rule.Leak) {
    text(leak.classCode)
    text(leak.label.rawValue)
    byte(leak.severity.rawValue)
    number(leak.confidence)
    number(leak.priority)
    text(leak.remedy.rawValue)
    text(leak.suggestion)
    number(guardKinds[leak.yieldsTo] ?? -1)
    flags(leak.propagates)
    list(leak.context) { $0.context($1) }
  }

  mutating func context(_ context: Rule.Context) {
    byte(context.side.rawValue)
    texts(context.phrases)
    number(context.within)
    number(context.weight)
    flags(context.needed, context.drops)
  }
}
