import Glibc

/// Paths as text, compared without looking at the disk: links are not followed.
package enum PathText {
  /// From the root, without ".", ".." and doubled "/".
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? normal(path) : normal(workingFolder + "/" + path)
  }

  /// The path below a folder, both absolute; nil when it lies elsewhere.
  package static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "." }
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  package static func joined(_ folder: String, _ name: String) -> String {
    normal(name.hasPrefix("/") ? name : folder + "/" + name)
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  private static func normal(_ path: String) -> String {
    var pieces: [Substring] = []
    for piece in path.split(separator: "/") where piece != "." {
      if piece == ".." { _ = pieces.popLast() } else { pieces.append(piece) }
    }
    return "/" + pieces.joined(separator: "/")
  }
}
