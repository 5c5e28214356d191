/// How general English uses a word: how often with a capital, and what kind of thing it means.
///
/// The figures come from `Patterns/Lexicons/usage.txt`, whose head names their sources.
package struct WordUsage: Hashable, Sendable {
  /// The bits that a table keeps.
  package let bits: UInt32
  package static let width = 19

  /// Steps of the fields, from 0.
  static let capitalSteps = 16
  static let frequencySteps = 8
  static let shoutSteps = 4
  static let kinds = 48
  static let forms = 5

  /// A word that the list does not have.
  static let unknown = WordUsage(
    capital: 8, frequency: 0, shout: 1, kind: 0, form: 0, isName: false)

  init(capital: Int, frequency: Int, shout: Int, kind: Int, form: Int, isName: Bool) {
    bits =
      UInt32(capital) | UInt32(frequency) << 4 | UInt32(shout) << 7 | UInt32(kind) << 9
      | UInt32(form) << 15 | (isName ? 1 << 18 : 0)
  }

  package init(bits: UInt32) { self.bits = bits }

  /// Reads a head of the list, such as "12 3 1 25 1 0"; nil when it is none.
  package init?(head: String) {
    let fields = head.split(separator: " ").compactMap { Int($0) }
    let steps = [
      WordUsage.capitalSteps, WordUsage.frequencySteps, WordUsage.shoutSteps, WordUsage.kinds,
      WordUsage.forms, 2,
    ]
    guard fields.count == steps.count, zip(fields, steps).allSatisfy({ 0..<$1 ~= $0 }) else {
      return nil
    }
    self.init(
      capital: fields[0], frequency: fields[1], shout: fields[2], kind: fields[3], form: fields[4],
      isName: fields[5] == 1)
  }

  /// How much more often with a capital than without, in steps of a factor of e; 8 as often.
  var capital: Int { Int(bits & 15) }
  /// How common it is with a capital: 0 rarest.
  var frequency: Int { Int(bits >> 4 & 7) }
  /// How much more often in capitals throughout: 0 hardly, 3 mostly.
  var shout: Int { Int(bits >> 7 & 3) }
  /// What it means most often, a file of WordNet's by one above its number; 0 unknown, 46 grammar.
  var kind: Int { Int(bits >> 9 & 63) }
  /// 0 none, 1 plain, 2 with "s", 3 past, 4 with "ing".
  var form: Int { Int(bits >> 15 & 7) }
  /// Whether dictionaries have it as a name of anything, too.
  var isName: Bool { bits >> 18 & 1 == 1 }
  /// Whether it means what one does.
  var isVerb: Bool { 30...44 ~= kind }
}
