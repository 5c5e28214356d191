import ExpungeDetection
import ExpungeJSON
package import ExpungeJudgement
import ExpungeText

/// Writes what a redaction did, as JSON to `Reports/Schemas/redaction-1.schema.json`.
///
/// Says nothing of what was removed: no value, no hash of an original or of a value, no way from a
/// label back to a name. Written document by document: memory does not grow with their number.
/// Deterministic: the same entries give the same bytes.
package struct ManifestWriter: Sendable {
  private var json = JSONWriter(.indented)
  private var written = 0
  private var failed = 0
  private var incomplete = 0
  private var replacements = 0

  package init() {}

  /// The head; comes first and once.
  package mutating func begin(
    _ header: AuditHeader, style: RedactionStyle, scope: RedactionScope
  ) -> [UInt8] {
    json.beginObject()
    json.member("schema", "expunge/redaction/1")
    json.object("tool") { json in
      json.member("name", "expunge")
      json.member("version", header.toolVersion)
    }
    json.object("rules") { json in
      json.member("hash", header.rulesHash)
      json.array("packs", header.packs) { json, pack in
        json.object { json in
          json.member("id", pack.identifier)
          json.member("version", pack.version)
          json.member("sha256", pack.sha256)
        }
      }
    }
    json.member("profile", header.profile)
    json.member("at", header.at)
    json.member("style", style.rawValue)
    json.member("scope", scope.rawValue)
    json.key("documents")
    json.beginArray()
    return json.take()
  }

  /// The next document.
  package mutating func add(_ entry: ManifestEntry) -> [UInt8] {
    if entry.isWritten {
      written += 1
      replacements += entry.plan?.subjects.reduce(0) { $0 + $1.occurrences } ?? 0
    }
    if !entry.unread.isEmpty || !(entry.proof?.unread.isEmpty ?? true) {
      incomplete += 1
    } else if !entry.isWritten {
      failed += 1
    }
    json.object { $0.write(entry) }
    return json.take()
  }

  /// The end; comes last and once.
  package mutating func finish() -> [UInt8] {
    json.endArray()
    json.object("summary") { [written, failed, incomplete, replacements] json in
      json.member("written", written)
      json.member("notProved", failed)
      json.member("incomplete", incomplete)
      json.member("replacements", replacements)
    }
    json.endObject()
    json.endLine()
    return json.take()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ entry: ManifestEntry) {
    member("output", entry.outputName)
    member("written", entry.isWritten)
    member("format", entry.format?.rawValue)
    if let sha256 = entry.outputSHA256 { member("outputSha256", sha256) }
    if let identifier = entry.inputIdentifier { member("inputId", identifier) }
    object("removed") { json in
      json.object("byLabel") { $0.writeCounts(entry.plan) }
      json.array("subjects", entry.plan?.subjects ?? []) { json, subject in
        json.object { json in
          json.member("label", subject.label.rawValue)
          json.member("placeholder", subject.placeholder.text)
          json.member("occurrences", subject.occurrences)
        }
      }
      json.member("fileName", entry.plan?.fileName != nil)
      if let cuts = entry.cuts {
        json.object("byRule") { json in
          for kind in LayerCut.Kind.allCases {
            if let count = cuts.counts[kind] { json.member(kind.manifestName, count) }
          }
        }
      }
    }
    object("kept") { json in
      for reason in RedactionPlan.Kept.Reason.allCases {
        json.member(reason.rawValue, entry.plan?.kept.count { $0.reason == reason } ?? 0)
      }
    }
    key("proof")
    if let proof = entry.proof { object { $0.write(proof) } } else { null() }
    array("unread", entry.unread) { json, item in
      json.object { json in
        json.member("part", item.part)
        json.member("reason", item.reason)
        if let limit = item.limit { json.member("limit", limit) }
        if let hash = item.contentHash { json.member("sha256", hash) }
      }
    }
    if !entry.acknowledged.isEmpty {
      array("acknowledged", entry.acknowledged) { json, item in
        json.object { $0.write(item) }
      }
    }
  }

  private mutating func write(_ item: Acknowledged) {
    let acknowledgement = item.acknowledgement
    member("part", item.item.part)
    member("sha256", acknowledgement.sha256)
    member("reason", acknowledgement.reason)
    member("approver", acknowledgement.approver)
    if let until = acknowledgement.until { member("until", until.description) }
    if !acknowledgement.note.isEmpty { member("note", acknowledgement.note) }
  }

  /// By label, in the order of the vocabulary's names.
  private mutating func writeCounts(_ plan: RedactionPlan?) {
    var counts: [String: Int] = [:]
    for subject in plan?.subjects ?? [] {
      counts[subject.label.rawValue, default: 0] += subject.occurrences
    }
    for (label, count) in counts.sorted(by: { $0.key < $1.key }) { member(label, count) }
  }

  private mutating func write(_ proof: ProofResult) {
    member("proved", proof.isProved)
    array("layers", proof.layers) { json, layer in
      json.object { json in
        json.member("part", layer.name)
        json.member("kind", layer.kind.rawValue)
        json.member("visibility", layer.visibility.rawValue)
        json.member("bytes", layer.bytes)
      }
    }
    array("readers", ["format"] + proof.readers + proof.rawViews.map(\.rawValue)) { $0.string($1) }
    member("valuesHunted", proof.valuesHunted)
    member("valuesNotHunted", proof.valuesNotHunted)
    member("survivors", proof.survivorCount)
    array("kept", proof.kept.sorted { $0.key < $1.key }) { json, item in
      json.object { json in
        json.member("explainedBy", item.key)
        json.member("count", item.value)
      }
    }
    member("blockingFindings", proof.blockingFindings.count)
    member("unplaceable", proof.unplaceableCount)
  }
}

extension LayerCut.Kind {
  fileprivate var manifestName: String {
    switch self {
    case .acceptChange: "changesAccepted"
    case .rejectChange: "changesRejected"
    case .comment: "comments"
    case .property: "properties"
    }
  }
}
