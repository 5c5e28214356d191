import ExpungeFiles
import ExpungeText
import Foundation

/// The paragraphs of a collection of texts, from which corpora are made.
package enum Paragraphs {
  private struct Labelled: Decodable { var text: String }

  /// Every non-empty line of the texts below the paths.
  ///
  /// A `.jsonl` file holds one object a line, whose `text` is a text of its own (a gold file does);
  /// every other file is a text. Files that are not UTF-8 are left out.
  /// - Throws: `BenchmarkError` when there is no paragraph at all, or a line of a `.jsonl` file is
  ///   no such object.
  package static func read(_ paths: [String]) throws -> [[UInt8]] {
    var paragraphs: [[UInt8]] = []
    for text in try texts(paths) {
      for line in text.split(separator: 0x0A) where !line.allSatisfy({ $0 <= 0x20 }) {
        paragraphs.append(Array(line))
      }
    }
    return paragraphs
  }

  /// The texts themselves.
  ///
  /// - Throws: as `read`.
  package static func texts(_ paths: [String]) throws -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for entry in FileWalk.entries(of: paths.map { FilePath($0) }) {
      guard case .document = entry.outcome else { continue }
      let bytes = try FileBytes.read(
        entry.path, name: entry.path.text, limit: Limits().documentBytes)
      if entry.path.fileExtension == "jsonl" {
        texts += try labelled(bytes, file: entry.path.text)
      } else if String(validating: bytes, as: UTF8.self) != nil {
        texts.append(bytes)
      }
    }
    guard texts.contains(where: { !$0.allSatisfy { $0 <= 0x20 } }) else {
      throw BenchmarkError(
        "no text in \(paths.joined(separator: ", ")): name folders or files of texts")
    }
    return texts
  }

  private static func labelled(_ bytes: [UInt8], file: String) throws -> [[UInt8]] {
    let decoder = JSONDecoder()
    var texts: [[UInt8]] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    where !line.allSatisfy({ $0 <= 0x20 }) {
      do {
        texts.append(Array(try decoder.decode(Labelled.self, from: Data(line)).text.utf8))
      } catch {
        throw BenchmarkError("\(file):\(number + 1) is no object with a text")
      }
    }
    return texts
  }
}
