import ExpungeDetection
import ExpungeText
import PCRE2
import Synchronization

/// Tells whether words of a list stand beside a range: what profiles and circumstances ask.
///
/// Shared by all workers. Each entry is compiled when it is first needed.
final class PhraseMatcher: Sendable {
  private let entries: [[Rule.Context]]
  private let compiled: Mutex<[[ContextPattern?]]>

  /// - Parameter entries: for each question the words on one side or both; any of them answers it.
  init(_ entries: [[Rule.Context]]) {
    self.entries = entries
    compiled = Mutex(entries.map { Array(repeating: nil, count: $0.count) })
  }

  /// Whether words of an entry stand beside a range. Linear in the entry's windows.
  ///
  /// - Parameters:
  ///   - range: bytes of the reading.
  ///   - block: what the words must stand in, in bytes of the reading; holds the range.
  /// - Throws: `PhraseFailure` where the words cannot be looked for.
  func stands(
    _ entry: Int, beside range: ByteRange, in text: [UInt8], block: ByteRange,
    with scratch: inout Scratch
  ) throws(PhraseFailure) -> Bool {
    for side in entries[entry].indices {
      do {
        let pattern = try self.pattern(entry, side)
        if try pattern.nearest(to: range, in: text, block: block, with: &scratch) != nil {
          return true
        }
      } catch {
        throw PhraseFailure()
      }
    }
    return false
  }

  private func pattern(_ entry: Int, _ side: Int) throws(PatternError) -> ContextPattern {
    if let known = compiled.withLock({ $0[entry][side] }) { return known }
    // Two workers may compile the same entry at the same time: both patterns are equal.
    let made = try ContextPattern(entries[entry][side])
    compiled.withLock { $0[entry][side] = made }
    return made
  }
}

/// The words beside a finding could not be judged.
struct PhraseFailure: Error {}
