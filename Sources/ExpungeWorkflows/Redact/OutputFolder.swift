import ExpungeFiles
import Foundation

/// The folder that gets redacted copies: outside every input, empty, made when it is missing.
struct OutputFolder {
  static let manifestName = "expunge-redaction.json"

  private let path: String

  /// - Throws: `ConfigurationError` when it is a file, holds something, lies inside an input, or
  ///   cannot be made or written to.
  init(_ path: String, inputs: [String]) throws(ConfigurationError) {
    let real = OutputFolder.realPath(path)
    for input in inputs where input != "-" {
      let root = OutputFolder.realPath(input)
      guard real != root, !real.hasPrefix(root + "/") else {
        throw ConfigurationError(
          "the output folder lies inside an input: choose one outside, so that copies are not taken for originals"
        )
      }
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw ConfigurationError("the output is a file: name a folder")
      }
      try OutputFolder.requireEmpty(path)
    } else {
      try OutputFolder.make(path)
    }
    self.path = path
  }

  /// Makes the folders that a copy's name asks for.
  func makeFolders(above name: String) throws(ConfigurationError) {
    guard let slash = name.lastIndex(of: "/") else { return }
    try OutputFolder.make("\(path)/\(name[..<slash])")
  }

  /// A file of the folder that is not there yet.
  func create(_ name: String, shownAs shown: String) throws(FileError) -> AtomicFile {
    try AtomicFile.create(FilePath("\(path)/\(name)"), name: shown, mode: 0o644)
  }

  /// Copies of two runs must not lie together: one manifest speaks for all that lies beside it.
  ///
  /// Hidden files, such as what an interrupted run left, do not count.
  private static func requireEmpty(_ path: String) throws(ConfigurationError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw ConfigurationError("the output folder cannot be listed: ask for the right to it")
    }
    guard names.allSatisfy({ $0.hasPrefix(".") }) else {
      throw ConfigurationError("the output folder holds something already: name a new or empty one")
    }
  }

  private static func make(_ path: String) throws(ConfigurationError) {
    do {
      try ProvisionalFiles.makeFolders(FilePath(path), name: "the output folder")
    } catch {
      throw ConfigurationError(
        "the output folder cannot be made: check that its place exists and may be written")
    }
  }

  /// The path without links and dots; of a path that does not exist yet, its nearest folder's.
  private static func realPath(_ path: String) -> String {
    var missing: [String] = []
    var url = URL(fileURLWithPath: path).standardizedFileURL
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
      missing.insert(url.lastPathComponent, at: 0)
      url = url.deletingLastPathComponent()
    }
    let base = url.resolvingSymlinksInPath().path
    return ([base] + missing).joined(separator: "/")
  }
}
