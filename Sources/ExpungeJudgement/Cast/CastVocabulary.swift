package import ExpungeCast
package import ExpungeDetection
import Synchronization

/// The words of the cast list, made ready when a document first needs them.
package final class CastVocabulary: Sendable {
  /// Bytes: a longer text is a collection of decisions, in which one letter stands for many people.
  package static let mostBytes = 4 * 1024 * 1024

  private let lists: [String: [String]]
  private let made = Mutex<CastWords?>(nil)

  package static let none = CastVocabulary([])

  /// - Parameter lexicons: of the library; those called "cast-…" count.
  package init(_ lexicons: [Lexicon]) {
    let prefix = "cast-"
    lists = Dictionary(
      lexicons.lazy.filter { $0.identifier.hasPrefix(prefix) }.map {
        (String($0.identifier.dropFirst(prefix.utf8.count)), $0.words)
      }, uniquingKeysWith: { first, _ in first })
  }

  package var isEmpty: Bool { lists.isEmpty }

  package var words: CastWords {
    made.withLock { made in
      if let made { return made }
      let words = CastWords(lists: lists)
      made = words
      return words
    }
  }
}
