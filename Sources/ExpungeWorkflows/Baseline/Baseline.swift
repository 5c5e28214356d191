import ExpungeDetection
import ExpungeFiles
import ExpungeJSON
import ExpungeText
import Foundation

/// What was known before: a file that lets a gate ask about new findings alone.
///
/// It holds no value and nothing that a list of names could be tried against. One entry stands in one
/// line, in the order of documents and places, so that two branches seldom touch the same line.
package struct Baseline: Sendable, Equatable {
  package static let schema = "expunge/baseline/1"
  package static let standardName = ".expunge-baseline.json"

  package var entries: [BaselineEntry]

  package init(entries: [BaselineEntry] = []) { self.entries = entries }

  /// Reads a baseline.
  ///
  /// - Throws: `ConfigurationError` for a file that is missing, has marks of a merge, or is no baseline.
  package static func read(_ path: String) throws(ConfigurationError) -> Baseline {
    do {
      return try parse(
        try FileBytes.read(FilePath(argument: path), name: path, limit: 256 << 20), path: path)
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError("\(error)")
    }
  }

  static func parse(_ bytes: [UInt8], path: String) throws(ConfigurationError) -> Baseline {
    if let line = lineOfConflict(in: bytes) {
      throw ConfigurationError(
        "\(path):\(line): the baseline has marks of a merge: keep the lines of both sides, or make it "
          + "anew with expunge baseline update")
    }
    let root: Any
    do {
      root = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw ConfigurationError(
        "\(path): the baseline is no JSON: make it anew with expunge baseline create")
    }
    guard let object = root as? [String: Any], object["schema"] as? String == schema,
      let list = object["entries"] as? [[String: Any]]
    else {
      throw ConfigurationError(
        "\(path): the file is no baseline of this version: it must say \(schema) and hold entries")
    }
    var entries: [BaselineEntry] = []
    for (index, fields) in list.enumerated() {
      do {
        entries.append(try BaselineFields(fields).entry())
      } catch {
        throw ConfigurationError("\(path): entry \(index + 1) \(error.words)")
      }
    }
    return Baseline(entries: entries)
  }

  /// The line, from 1, of the first mark that git leaves in a file it could not merge.
  private static func lineOfConflict(in bytes: [UInt8]) -> Int? {
    let marks = ["<<<<<<<", ">>>>>>>", "======="].map { Array($0.utf8) }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.firstIndex { line in marks.contains { line.starts(with: $0) } }.map { $0 + 1 }
  }

  /// The file's bytes.
  package func bytes(toolVersion: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", Self.schema)
    json.member("version", toolVersion)
    json.key("entries", onNewLine: true)
    json.beginArray()
    for entry in entries.sorted(by: Self.precedes) {
      json.beginObject(onNewLine: true)
      json.member("document", entry.document)
      json.member("place", entry.place)
      json.member("scope", entry.scope.rawValue)
      if let value = entry.value { json.member("value", value) }
      json.member("rule", entry.rule)
      json.member("class", entry.classCode)
      json.member("label", entry.label)
      json.member("severity", entry.severity.name)
      if let reason = entry.reason { json.member("reason", reason) }
      if let approver = entry.approver { json.member("approver", approver) }
      if let added = entry.added { json.member("added", added.description) }
      if let until = entry.until { json.member("until", until.description) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.take()
  }

  private static func precedes(_ a: BaselineEntry, _ b: BaselineEntry) -> Bool {
    (a.document, a.place, a.scope.rawValue) < (b.document, b.place, b.scope.rawValue)
  }
}
