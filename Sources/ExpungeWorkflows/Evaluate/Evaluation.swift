import Dispatch
import ExpungeFiles
import ExpungeJudgement
import ExpungeReporting
import ExpungeText
import Synchronization

/// Measures the scanner on a gold file.
package struct Evaluation {
  package let measurement: Measurement
  package let documents: [GoldDocument]

  /// Audits every document of a gold file as a plain text and measures the findings.
  ///
  /// - Throws: `ConfigurationError` when the file cannot be read or a document cannot be examined.
  package init(
    gold path: String, engine: AuditEngine, countsAny: Bool, jobs: Int
  ) throws(ConfigurationError) {
    let documents: [GoldDocument]
    do {
      let bytes = try FileBytes.read(
        FilePath(argument: path), name: path, limit: engine.options.limits.documentBytes)
      documents = try Evaluation.parse(bytes, path: path)
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError("\(error)")
    }
    guard !documents.isEmpty else {
      throw ConfigurationError("\(path) holds no document: write one JSON object a line")
    }
    try self.init(documents: documents, engine: engine, countsAny: countsAny, jobs: jobs)
  }

  /// Audits labelled documents as plain texts and measures the findings.
  ///
  /// - Throws: `ConfigurationError` when a document cannot be examined.
  package init(
    documents: [GoldDocument], engine: AuditEngine, countsAny: Bool, jobs: Int
  ) throws(ConfigurationError) {
    let found = try Evaluation.audit(documents, engine: engine, jobs: jobs)
    var measurement = Measurement(countsAny: countsAny)
    for (document, findings) in zip(documents, found) { measurement.add(document, found: findings) }
    self.measurement = measurement
    self.documents = documents
  }

  private static func parse(
    _ bytes: [UInt8], path: String
  ) throws(ConfigurationError) -> [GoldDocument] {
    do {
      return try GoldDocument.read(bytes)
    } catch {
      throw ConfigurationError("line \(error.line) of \(path) \(error.message)")
    }
  }

  private static func audit(
    _ documents: [GoldDocument], engine: AuditEngine, jobs: Int
  ) throws(ConfigurationError) -> [[Measurement.Found]] {
    let results = Mutex([Int: Result<[Measurement.Found], ConfigurationError>]())
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      var auditor = DocumentAuditor(engine: engine)
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < documents.count else { return }
        let name = "\(index).txt"
        let audit = auditor.examine(Array(documents[index].text.utf8), path: name, name: nil).audit
        let result: Result<[Measurement.Found], ConfigurationError> =
          if let unread = audit.unread.first {
            .failure(
              ConfigurationError(
                "document \(documents[index].identifier) cannot be examined: \(unread.reason)"))
          } else {
            .success(audit.findings.compactMap(Evaluation.found))
          }
        results.withLock { $0[index] = result }
      }
    }
    let all = results.withLock { $0 }
    var found: [[Measurement.Found]] = []
    for index in documents.indices {
      guard let result = all[index] else { preconditionFailure("a document was not claimed") }
      found.append(try result.get())
    }
    return found
  }

  private static func found(_ finding: Finding) -> Measurement.Found? {
    guard let location = finding.location, location.part == 0 else { return nil }
    return Measurement.Found(
      range: location.range.start..<location.range.end, rule: finding.rule, label: finding.label,
      confidence: finding.confidence, isBlocking: finding.blocking)
  }

  /// A miss or an alarm in its sentence, for the person who asked to see values.
  package func line(_ remark: Measurement.Remark, kind: String) -> String {
    let document = documents[remark.document]
    let bytes = Array(document.text.utf8)
    let before = bytes[max(0, remark.range.lowerBound - 40)..<remark.range.lowerBound]
    let after = bytes[remark.range.upperBound..<min(bytes.count, remark.range.upperBound + 30)]
    let text =
      String(decoding: before, as: UTF8.self) + "[["
      + String(decoding: bytes[remark.range], as: UTF8.self) + "]]"
      + String(decoding: after, as: UTF8.self)
    let shown = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return [kind, remark.label, document.identifier, shown].map { TerminalText.escape($0) }
      .joined(separator: "\t")
  }
}
