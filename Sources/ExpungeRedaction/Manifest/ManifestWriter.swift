import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// Writes what a redaction did, as JSON to `Reports/Schemas/redaction-1.schema.json`.
///
/// Says nothing of what was removed: no value, no hash of an original or of a value, no way from a
/// label back to a name. Written document by document: memory does not grow with their number.
/// Deterministic: the same entries give the same bytes.
package struct ManifestWriter: Sendable {
  private var json = JSONText()
  private var written = 0
  private var failed = 0
  private var incomplete = 0
  private var replacements = 0

  package init() {}

  /// The head; comes first and once.
  package mutating func begin(
    _ header: AuditHeader, style: RedactionStyle, scope: RedactionScope
  ) -> [UInt8] {
    json.open(nil, "{")
    json.string("schema", "expunge/redaction/1")
    json.object("tool") { json in
      json.string("name", "expunge")
      json.string("version", header.toolVersion)
    }
    json.object("rules") { json in
      json.string("hash", header.rulesHash)
      json.array("packs", header.packs) { json, pack in
        json.object { json in
          json.string("id", pack.identifier)
          json.string("version", pack.version)
          json.string("sha256", pack.sha256)
        }
      }
    }
    json.string("profile", header.profile)
    if let at = header.at { json.string("at", at) } else { json.null("at") }
    json.string("style", style.rawValue)
    json.string("scope", scope.rawValue)
    json.open("documents", "[")
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
    json.close("]")
    json.object("summary") { [written, failed, incomplete, replacements] json in
      json.integer("written", written)
      json.integer("notProved", failed)
      json.integer("incomplete", incomplete)
      json.integer("replacements", replacements)
    }
    json.close("}")
    return json.take() + [0x0A]
  }
}

extension JSONText {
  fileprivate mutating func write(_ entry: ManifestEntry) {
    string("output", entry.outputName)
    boolean("written", entry.isWritten)
    if let format = entry.format { string("format", format.rawValue) } else { null("format") }
    if let sha256 = entry.outputSHA256 { string("outputSha256", sha256) }
    if let identifier = entry.inputIdentifier { string("inputId", identifier) }
    object("removed") { json in
      json.object("byLabel") { $0.writeCounts(entry.plan) }
      json.array("subjects", entry.plan?.subjects ?? []) { json, subject in
        json.object { json in
          json.string("label", subject.label.rawValue)
          json.string("placeholder", subject.placeholder.text)
          json.integer("occurrences", subject.occurrences)
        }
      }
      json.boolean("fileName", entry.plan?.fileName != nil)
    }
    object("kept") { json in
      for reason in RedactionPlan.Kept.Reason.allCases {
        json.integer(reason.rawValue, entry.plan?.kept.count { $0.reason == reason } ?? 0)
      }
    }
    if let proof = entry.proof { object("proof") { $0.write(proof) } } else { null("proof") }
    array("unread", entry.unread) { json, item in
      json.object { json in
        if let part = item.part { json.string("part", part) } else { json.null("part") }
        json.string("reason", item.reason)
        if let limit = item.limit { json.string("limit", limit) }
      }
    }
  }

  /// By label, in the order of the vocabulary's names.
  private mutating func writeCounts(_ plan: RedactionPlan?) {
    var counts: [String: Int] = [:]
    for subject in plan?.subjects ?? [] {
      counts[subject.label.rawValue, default: 0] += subject.occurrences
    }
    for (label, count) in counts.sorted(by: { $0.key < $1.key }) { integer(label, count) }
  }

  private mutating func write(_ proof: ProofResult) {
    boolean("proved", proof.isProved)
    array("layers", proof.layers) { json, layer in
      json.object { json in
        json.string("part", layer.name)
        json.string("kind", layer.kind.rawValue)
        json.string("visibility", layer.visibility.rawValue)
        json.integer("bytes", layer.bytes)
      }
    }
    array("readers", ["format"] + proof.rawViews.map(\.rawValue)) { $0.string(nil, $1) }
    integer("valuesHunted", proof.valuesHunted)
    integer("valuesNotHunted", proof.valuesNotHunted)
    integer("survivors", proof.survivorCount)
    array("kept", proof.kept.sorted { $0.key < $1.key }) { json, item in
      json.object { json in
        json.string("explainedBy", item.key)
        json.integer("count", item.value)
      }
    }
    integer("blockingFindings", proof.blockingFindings.count)
    integer("unplaceable", proof.unplaceableCount)
  }
}
