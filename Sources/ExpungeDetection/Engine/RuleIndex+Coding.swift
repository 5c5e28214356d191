/// Why an encoded index cannot be used.
package enum RuleIndexError: Error, Sendable, Equatable {
  /// Damaged, cut short, of another version, or not an index at all.
  case malformed
}

extension RuleIndex {
  private static let magic: UInt64 = 0x3630_7864_6E49_7845  // "ExIndx06"

  /// As bytes, for `init(decoding:)`. Little-endian; the format may change with every version.
  package func encode() -> [UInt8] {
    var body = IndexWriter()
    rules.encode(to: &body)
    guards.encode(to: &body)
    var out = IndexWriter()
    out.write([
      Self.magic, body.bytes.withUnsafeBytes(Self.checksum), fingerprint, UInt64(ruleCount),
    ])
    return out.bytes + body.bytes
  }

  /// Reads what `encode` wrote. O(n); large tables stay where they are unpacked to.
  ///
  /// The scanner relies on every number of it, so the whole is known by a checksum, unless it is a part
  /// of the program.
  package init(decoding encoded: EncodedIndex) throws(RuleIndexError) {
    var source = IndexReader(encoded.memory(), count: encoded.count)
    let head: [UInt64] = try source.read()
    guard head.count == 4, head[0] == Self.magic,
      encoded.isBuiltIn || head[1] == source.checksum,
      head[3] < UInt64(TriggerIndex.backwards)
    else { throw .malformed }
    let rules = try TriggerIndex(from: &source)
    let guards = try TriggerIndex(from: &source)
    self.init(fingerprint: head[2], ruleCount: Int(head[3]), rules: rules, guards: guards)
    assert(rules.isConsistent(ruleCount: ruleCount) && guards.isConsistent(ruleCount: ruleCount))
  }

  /// Whether this is an index of these rules, by its head alone. O(patterns).
  package static func isIndex(_ encoded: EncodedIndex, of rules: [Rule]) -> Bool {
    var source = IndexReader(encoded.memory(), count: encoded.count)
    do {
      let head: [UInt64] = try source.read()
      return head.count == 4 && head[0] == magic && head[2] == fingerprint(of: rules)
        && head[3] == UInt64(rules.count)
    } catch {
      // Cut short: none.
      return false
    }
  }

  private static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = WordHash()
    hash.add(bytes)
    return hash.value
  }
}
