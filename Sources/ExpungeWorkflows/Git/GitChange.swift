package import ExpungeFiles

/// A file that a change brings, as git's raw listing names it.
package struct GitChange: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// A file's content, by its object.
    case blob(String)
    case symbolicLink
    case submodule
    case conflict
    case removed
  }

  /// From the repository's root.
  package let path: FilePath
  package let content: Content

  /// Reads `:100644 100644 <old> <new> M␀path␀…`; nil when it is not that.
  static func parse(_ output: [UInt8]) -> [GitChange]? {
    var changes: [GitChange] = []
    let pieces = output.split(separator: 0, omittingEmptySubsequences: false)
    var index = 0
    while index + 1 < pieces.count {
      let fields = String(decoding: pieces[index], as: UTF8.self).split(separator: " ")
      guard fields.count == 5, fields[0].hasPrefix(":"), let status = fields[4].first else {
        return nil
      }
      changes.append(
        GitChange(
          path: FilePath(bytes: pieces[index + 1]),
          content: content(mode: fields[1], object: fields[3], status: status)))
      index += 2
    }
    return changes
  }

  private static func content(
    mode: Substring, object: Substring, status: Character
  ) -> Content {
    switch (status, mode) {
    case ("U", _): .conflict
    case ("D", _): .removed
    case (_, "160000"): .submodule
    case (_, "120000"): .symbolicLink
    default: .blob(String(object))
    }
  }
}
