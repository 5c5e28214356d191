import ExpungeDetection
import ExpungeJSON
import ExpungeJudgement
import ExpungeText

/// Writes a compliance report for programs: `Reports/Schemas/report-1.schema.json`.
enum ComplianceJSON {
  static let schema = "expunge/report/1"

  static func text(of report: ComplianceReport) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", schema)
      json.member("run", report.run)
      json.writeMembers(of: report.header, linewise: true)
      json.key("policy", onNewLine: true)
      json.beginObject()
      json.member("title", report.knowledge.profileTitle)
      json.member("sha256", report.knowledge.profileSHA256)
      json.member("combinationLimit", report.knowledge.combinationLimit)
      json.endObject()
      writeVerdict(report, to: &json)
      writeCounts(report, to: &json)
      writeTrend(report, to: &json)
      writeMeasured(report, to: &json)
      writeScope(report, to: &json)
      writeLaw(report, to: &json)
      writeDocuments(report, to: &json)
      writeExemptions(report, to: &json)
    }
    json.endLine()
    return json.take()
  }

  private static func writeVerdict(_ report: ComplianceReport, to json: inout JSONWriter) {
    let summary = report.summary
    let sentence = report.verdict.sentence(summary).text
    json.key("verdict", onNewLine: true)
    json.beginObject()
    json.member("word", String(sentence.prefix { $0 != ":" }).lowercased())
    json.member("words", sentence)
    json.member("blocking", summary.blocking)
    json.member("incomplete", summary.verdict.incomplete)
    json.endObject()
  }

  // MARK: Counts

  private static func writeCounts(_ report: ComplianceReport, to json: inout JSONWriter) {
    let summary = report.summary
    json.key("counts", onNewLine: true)
    json.beginObject()
    json.member("documents", summary.documents)
    json.member("complete", summary.complete)
    json.member("words", summary.words)
    json.member("bytes", summary.bytes)
    json.member("existing", summary.existing)
    json.member("suppressed", summary.suppressed)
    json.object("formats") { json in
      for format in Document.Format.allCases {
        json.member(format.rawValue, report.formats[format] ?? 0)
      }
    }
    json.key("bySeverity")
    json.beginArray()
    for severity in Severity.allCases.reversed() {
      json.beginObject(onNewLine: true)
      json.member("severity", severity.name)
      json.member("findings", summary.findingsBySeverity[severity] ?? 0)
      json.member("blocking", report.blockingBySeverity[severity] ?? 0)
      json.endObject()
    }
    json.endArray()
    json.key("byClass")
    json.beginArray()
    for row in report.classes {
      json.beginObject(onNewLine: true)
      json.member("class", row.code)
      json.member("title", report.title(ofClass: row.code))
      write(row.tally, to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("byDepartment")
    json.beginArray()
    for row in report.departments {
      json.beginObject(onNewLine: true)
      json.member("department", row.department.key)
      json.member("all", row.documents)
      json.member("blocked", row.blocked)
      write(row.tally, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private static func write(_ tally: FindingTally, to json: inout JSONWriter) {
    json.member("documents", tally.documents)
    json.member("findings", tally.findings)
    json.member("blocking", tally.blocking)
    json.member("existing", tally.existing)
    json.member("suppressed", tally.exempt)
    json.object("bySeverity") { json in
      for severity in Severity.allCases.reversed() {
        json.member(severity.name, tally.bySeverity[severity] ?? 0)
      }
    }
  }

  // MARK: Other measurements

  private static func writeTrend(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("trend", onNewLine: true)
    guard let trend = Trend(report) else { return json.null() }
    json.beginObject()
    json.object("against") { json in
      json.member("run", trend.earlier.run)
      json.member("version", trend.earlier.toolVersion)
      json.member("rules", trend.earlier.rulesHash)
      json.member("policy", trend.earlier.profileSHA256)
      json.member("at", trend.earlier.at)
    }
    json.array("caveats", trend.caveats) { $0.string($1) }
    json.key("rows")
    json.beginArray()
    for row in trend.rows {
      json.beginObject(onNewLine: true)
      json.member("kind", row.kind.rawValue)
      json.member("name", row.key)
      json.member("before", row.before)
      json.member("now", row.now)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private static func writeMeasured(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("measured", onNewLine: true)
    guard let figures = report.knowledge.measured else { return json.null() }
    json.beginObject()
    json.member("testSet", figures.testSet)
    json.member("documents", figures.documents)
    json.member("words", figures.words)
    json.member("directSpans", figures.directSpans)
    json.member("directRecall", figures.directRecall)
    json.key("directRecallInterval")
    if let bounds = figures.directRecallInterval {
      json.beginArray()
      for bound in bounds { json.number(bound) }
      json.endArray()
    } else {
      json.null()
    }
    json.member("indirectRecall", figures.indirectRecall)
    json.member("precision", figures.precision)
    json.member("falseAlarmsPer10000Words", figures.falseAlarmsPer10000Words)
    json.member("cleanDocumentsFlagged", figures.cleanDocumentsFlagged)
    json.member("asThisRun", ComplianceWords(report).measuredAsRun(figures))
    json.endObject()
  }

  // MARK: What it covers

  private static func writeScope(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("scope", onNewLine: true)
    json.beginArray()
    for item in report.knowledge.classes {
      json.beginObject(onNewLine: true)
      json.member("class", item.code)
      json.member("title", item.title)
      json.member("lookedFor", item.coverage.name)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeLaw(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("law", onNewLine: true)
    json.beginArray()
    for reference in report.knowledge.law {
      json.beginObject(onNewLine: true)
      json.member("article", reference.article)
      json.member("title", reference.title)
      json.member("bears", reference.bears)
      json.array("classes", reference.classes) { $0.string($1) }
      json.array("found", report.classes.map(\.code).filter(reference.covers)) { $0.string($1) }
      json.member("source", reference.source)
      json.member("checked", reference.checked)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeDocuments(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("jigsaw", onNewLine: true)
    json.beginArray()
    for entry in report.jigsaw {
      json.beginObject(onNewLine: true)
      json.member("document", entry.document)
      json.member("department", entry.department.key)
      json.member("points", entry.points)
      json.member("combinations", entry.combinations)
      json.object("kinds") { json in
        for kind in entry.kinds { json.member(kind.code, kind.findings) }
      }
      json.endObject()
    }
    json.endArray()
    json.key("unread", onNewLine: true)
    json.beginArray()
    for entry in report.unread {
      json.beginObject(onNewLine: true)
      json.member("document", entry.document)
      json.member("part", entry.unread.part)
      json.member("reason", entry.unread.reason)
      if let limit = entry.unread.limit { json.member("limit", limit) }
      if let hash = entry.unread.contentHash { json.member("sha256", hash) }
      json.endObject()
    }
    json.endArray()
    json.key("acknowledged", onNewLine: true)
    json.beginArray()
    for entry in report.acknowledged {
      json.beginObject(onNewLine: true)
      json.member("document", entry.document)
      json.writeMembers(of: entry.item)
      json.endObject()
    }
    json.endArray()
    json.key("excluded", onNewLine: true)
    json.beginArray()
    for item in report.excludedByReason {
      json.object { json in
        json.member("reason", item.reason)
        json.member("files", item.files)
      }
    }
    json.endArray()
  }

  private static func writeExemptions(_ report: ComplianceReport, to json: inout JSONWriter) {
    json.key("exemptions", onNewLine: true)
    json.beginObject()
    json.member("nextEnd", report.exemptions.nextEnd?.description)
    json.member("idleMarkers", report.exemptions.idleMarkers)
    json.array("rows", report.exemptions.rows) { json, row in
      json.object { json in
        json.member("scope", row.key.scope.rawValue)
        json.member("state", row.key.state.rawValue)
        json.member("findings", row.findings)
      }
    }
    json.endObject()
  }
}
