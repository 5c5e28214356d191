import Glibc

/// Files and folders that the settings leave out of a walk: counted and listed, never silent.
package struct ExcludedPaths: Sendable, Equatable {
  /// Paths below `folder`, with `*`, `?` and `[…]` for what stands between two "/".
  package var patterns: [String] = []
  /// Absolute.
  package var folder = ""

  package init() {}

  /// Whether a path, or a folder that it lies in, is left out. O(patterns × depth).
  package func holds(_ path: String) -> Bool {
    guard !patterns.isEmpty,
      let relative = PathText.relative(PathText.absolute(path), to: folder)
    else { return false }
    var end = relative.startIndex
    while end < relative.endIndex {
      let next = relative[end...].dropFirst().firstIndex(of: "/") ?? relative.endIndex
      let prefix = String(relative[..<next])
      if patterns.contains(where: { fnmatch(trimmed($0), prefix, FNM_PATHNAME) == 0 }) {
        return true
      }
      end = next
    }
    return false
  }

  private func trimmed(_ pattern: String) -> String {
    pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
  }
}
