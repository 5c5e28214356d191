import Foundation

/// Writes the embedded pattern files to a folder, for somebody who wants to change them.
package enum PatternExport {
  /// Why nothing, or not everything, was written: one sentence.
  package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String
  }

  /// Writes every file below `folder`, which must not exist or be empty; nothing is overwritten.
  ///
  /// - Parameter sources: with paths such as "Patterns/Packs/contact.yaml", of which the first
  ///   component is left out.
  /// - Returns: the paths written, below `folder`.
  @discardableResult
  package static func write(
    _ sources: [PatternSource], to folder: String
  ) throws(Failure) -> [String] {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) {
      let present: [String]
      do {
        present = try manager.contentsOfDirectory(atPath: folder)
      } catch {
        throw Failure(
          description: "\(folder) is a file, or a folder that cannot be read; give another folder")
      }
      guard present.isEmpty else {
        throw Failure(
          description: "the folder \(folder) is not empty; give one that is empty or not yet there")
      }
    }
    var written: [String] = []
    for source in sources {
      let path = source.path.split(separator: "/").dropFirst().joined(separator: "/")
      let target = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(path)
      do {
        try manager.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(source.bytes).write(to: target, options: .withoutOverwriting)
      } catch {
        throw Failure(
          description: "\(folder)/\(path) could not be written; check room and permissions")
      }
      written.append(path)
    }
    return written
  }
}
