/// Hands out names of copies so that no two are the same, not even where case does not count.
///
/// Numbers begin anew in each document, so "NAME-1.txt" may be wanted more than once.
package struct OutputNames: Sendable {
  /// What common file systems allow for one name, in bytes.
  private static let longest = 255

  private var taken: Set<String> = []
  /// The number that was last given to a path, so that a common one is not counted through each time.
  private var lastNumbers: [String: Int] = [:]

  package init() {}

  /// The wanted name, or the first free one of "name_2.txt", "name_3.txt", …
  ///
  /// Given the same names in the same order, always the same answer. O(length), amortised.
  ///
  /// - Parameter path: relative to the output folder, "/" between folders.
  package mutating func claim(_ path: String) -> String {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    let stem = dot.map { String(name[..<$0]) } ?? name
    let ending = dot.map { String(name[$0...]) } ?? ""
    let wanted = path.lowercased()
    var number = (lastNumbers[wanted] ?? 0) + 1
    while true {
      let suffix = number == 1 ? ending : "_\(number)\(ending)"
      let candidate = folder + shortened(stem, to: Self.longest - suffix.utf8.count) + suffix
      if taken.insert(candidate.lowercased()).inserted {
        lastNumbers[wanted] = number
        return candidate
      }
      number += 1
    }
  }

  private func shortened(_ stem: String, to bytes: Int) -> String {
    var stem = stem
    while stem.utf8.count > max(bytes, 1), stem.count > 1 { stem.removeLast() }
    return stem
  }
}
