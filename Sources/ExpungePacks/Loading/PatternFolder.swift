import Foundation

/// Finds the pattern files of a folder on the disk.
package enum PatternFolder {
  /// Every `.yaml` file below a folder, by path, in byte order; hidden files are left alone.
  ///
  /// - Parameter printedAs: what the folder is called in problems; its path when nil.
  /// - Throws: `PackProblems` when the folder or a file of it cannot be read.
  package static func sources(
    in folder: String, printedAs name: String? = nil
  ) throws(PackProblems) -> [PatternSource] {
    let printed = name ?? folder
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder) else {
      throw PackProblems([problem(printed, "there is no such folder; give the path of one")])
    }
    guard isFolder.boolValue else {
      throw PackProblems([problem(printed, "this is no folder; give the folder that holds it")])
    }
    let paths: [String]
    do {
      paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    } catch {
      throw PackProblems([problem(printed, "the folder cannot be read; check its permissions")])
    }
    let wanted = paths.filter { path in
      path.hasSuffix(".yaml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    guard !wanted.isEmpty else {
      throw PackProblems([
        problem(printed, "the folder holds no .yaml file; give a folder with packs")
      ])
    }
    var sources: [PatternSource] = []
    for path in wanted.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
      else {
        throw PackProblems([
          problem("\(printed)/\(path)", "the file cannot be read; check its permissions")
        ])
      }
      sources.append(PatternSource(path: "\(printed)/\(path)", bytes: Array(data)))
    }
    return sources
  }

  private static func problem(_ file: String, _ message: String) -> PackProblem {
    PackProblem(file: file, line: 0, column: 0, message: message)
  }
}
