import ExpungeDetection
import ExpungeFiles
import ExpungeJudgement
package import ExpungeReporting
import ExpungeText

/// Reads one file and its cast: what `expunge cast` prints.
package struct CastReading {
  package let summary: CastSummary

  /// - Throws: `ConfigurationError` when the file cannot be read at all.
  package init(
    file: String, standardInputName: String, engine: AuditEngine
  ) throws(ConfigurationError) {
    let read = try NamedFile(file, limits: engine.options.limits)
    let name = read.name
    let shown = name == nil ? standardInputName : file
    var auditor = DocumentAuditor(engine: engine)
    var examined = auditor.examine(read.bytes, path: shown, name: name, keepsCast: true)
    examined.audit.leakingPieces = auditor.leakingPieces(
      of: shown,
      file: name == nil ? .chosen : examined.audit.document == nil ? .unread : .examinedWithDocument
    )
    let readings = (examined.audit.document?.parts ?? []).map {
      Reading(of: $0.text, foldings: engine.library.foldings)
    }
    for (part, reading) in zip(examined.audit.document?.parts ?? [], readings)
    where reading.text.count > CastVocabulary.mostBytes {
      examined.audit.unread.append(
        Unread(
          part: part.name,
          reason:
            "it is longer than \(CastVocabulary.mostBytes) bytes, so its cast was not read; give one "
            + "decision at a time"))
    }
    summary = CastSummary(examined.audit, cast: examined.cast?.list, readings: readings)
  }
}
