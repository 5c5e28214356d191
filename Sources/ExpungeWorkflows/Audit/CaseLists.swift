import ExpungeHashing
package import ExpungeJudgement
import ExpungePeople
import Glibc
import Resources

/// Reads a case list from a file or a descriptor straight into locked memory.
package enum CaseLists {
  /// The most bytes of a list.
  private static let limit = 256 * 1024

  /// - Parameter path: a file, or a descriptor such as /dev/fd/3; errors do not repeat it.
  /// - Throws: `ConfigurationError` when it cannot be read, locked, or holds no name.
  package static func read(_ path: String) throws(ConfigurationError) -> CaseList {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      throw ConfigurationError("the case list cannot be read: name a file or /dev/fd/N")
    }
    defer { close(descriptor) }
    let list: CaseList
    do {
      list = try CaseListReader.read(
        LockedBytes(reading: descriptor, limit: limit),
        lexicon: NameLexicon(Resources.peopleLexicon))
    } catch {
      switch error {
      case .notLocked:
        throw ConfigurationError(
          "the system locks no memory for the case list: raise the limit (ulimit -l)")
      case .unreadable:
        throw ConfigurationError("the case list cannot be read: name a file or /dev/fd/N")
      case .tooLong:
        throw ConfigurationError("the case list is longer than 256 KB: give the names of one case")
      }
    }
    guard list.count > 0 else {
      throw ConfigurationError("the case list holds no name: write one person a line, in UTF-8")
    }
    return list
  }
}
