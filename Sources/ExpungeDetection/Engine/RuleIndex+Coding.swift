/// Why an encoded index cannot be used.
package enum RuleIndexError: Error, Sendable, Equatable {
  /// Damaged, cut short, of another version, or not an index at all.
  case malformed
}

extension RuleIndex {
  private static let magic: UInt64 = 0x3430_7864_6E49_7845  // "ExIndx04"

  /// As bytes, for `init(decoding:)`. Little-endian; the format may change with every version.
  package func encode() -> [UInt8] {
    var body = IndexWriter()
    rules.encode(to: &body)
    guards.encode(to: &body)
    var out = IndexWriter()
    out.write([Self.magic, Self.checksum(of: body.bytes.span), fingerprint, UInt64(ruleCount)])
    return out.bytes + body.bytes
  }

  /// Reads what `encode` wrote. O(n), a copy.
  ///
  /// The scanner relies on every number of it, so the whole is known by a checksum.
  package init(decoding bytes: Span<UInt8>) throws(RuleIndexError) {
    var source = IndexReader()
    let head: [UInt64] = try source.read(bytes)
    guard head.count == 4, head[0] == Self.magic,
      head[1] == Self.checksum(of: bytes.extracting(source.position...)),
      head[3] < UInt64(TriggerIndex.backwards)
    else { throw .malformed }
    let rules = try TriggerIndex(from: &source, bytes)
    let guards = try TriggerIndex(from: &source, bytes)
    self.init(fingerprint: head[2], ruleCount: Int(head[3]), rules: rules, guards: guards)
    assert(rules.isConsistent(ruleCount: ruleCount) && guards.isConsistent(ruleCount: ruleCount))
  }

  /// Whether bytes are an index of these rules, by their head alone. O(patterns).
  package static func isIndex(_ bytes: Span<UInt8>, of rules: [Rule]) -> Bool {
    var source = IndexReader()
    do {
      let head: [UInt64] = try source.read(bytes)
      return head.count == 4 && head[0] == magic && head[2] == fingerprint(of: rules)
        && head[3] == UInt64(rules.count)
    } catch {
      // Cut short: none.
      return false
    }
  }

  private static func checksum(of bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash()
    bytes.withUnsafeBytes { hash.add($0) }
    return hash.value
  }
}
