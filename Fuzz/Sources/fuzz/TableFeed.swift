import BenchmarkSupport
import ExpungeDetection

/// The shipped table with damage, and any bytes as a table or an index: refused, never a crash.
enum TableFeed {
  private static let shipped: [UInt8] = {
    do {
      return RuleTable.encode(try Rules.shipped())
    } catch {
      found("the shipped table cannot be read: \(error)")
    }
  }()

  static func test(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let isDamage = (rest.popFirst() ?? 0) & 1 == 0
    var table = isDamage ? shipped : Array(rest)
    while isDamage, rest.count >= 4 {
      let place = rest.prefix(3).reduce(0) { $0 << 8 | Int($1) }
      table[place % table.count] = rest[rest.startIndex + 3]
      rest = rest.dropFirst(4)
    }
    do {
      _ = try RuleSet(library: RuleTable.decode(table))
    } catch {
      // Refused, as it should be.
    }
  }
}
