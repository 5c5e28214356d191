import ExpungeHashing
import Synchronization

/// The names of the real people of a case: hunted in every form, never written, never hashed.
///
/// The names lie in locked memory as folded letters; what is held beside them are lengths and places.
package final class CaseList: Sendable {
  /// One word of a name.
  struct Word: Sendable {
    /// Bytes of the locked memory.
    var range: Range<Int>
    /// Which name it belongs to, from 0.
    var name: Int
    /// Whether it is also a word of the language, so that a mention needs a capital and company.
    var isOrdinary: Bool
  }

  /// How a row of the list was treated, for whoever wrote it; rows count from 1.
  package struct Remark: Sendable, Equatable {
    package var row: Int
    package var words: String
  }

  /// How many names there are.
  package let count: Int
  /// What was unusual, by row.
  package let remarks: [Remark]
  /// Initials of forenames and surnames, as letters of ASCII in one mask: bit 0 is A.
  let initialLetters: UInt32
  let words: [Word]
  /// Names that stood in a document, by number.
  private let found = Mutex<Set<Int>>([])
  private let letters: LockedBytes

  init(
    letters: LockedBytes, words: [Word], count: Int, initials: UInt32, remarks: [Remark]
  ) {
    self.letters = letters
    self.words = words
    self.count = count
    initialLetters = initials
    self.remarks = remarks
  }

  /// What a report says of the list: how many names it has, and how many were found so far.
  package var figures: CaseListFigures {
    CaseListFigures(names: count, found: found.withLock(\.count))
  }

  func note(found name: Int) { found.withLock { _ = $0.insert(name) } }

  /// The same, in capitals.
  var initials: Set<String> {
    Set(
      (0..<26).filter { initialLetters & (1 << UInt32($0)) != 0 }.map {
        String(decoding: [UInt8(0x41 + $0)], as: UTF8.self)
      })
  }

  /// Lets `body` compare with the folded letters of all words.
  func withLetters<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    letters.withBytes(body)
  }
}

extension CaseList: CustomStringConvertible, CustomReflectable {
  package nonisolated var description: String { "a case list of \(count) names" }
  package nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}

/// How many names of a case list were looked for and found in a run.
package struct CaseListFigures: Sendable, Equatable {
  package var names: Int
  package var found: Int
}
