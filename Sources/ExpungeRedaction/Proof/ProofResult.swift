package import ExpungeJudgement
package import ExpungeText

/// What was examined of a redacted copy, and whether it proves that what was removed is gone.
package struct ProofResult: Sendable {
  /// A layer of the copy that was read again and searched.
  package struct Layer: Sendable, Equatable {
    package let name: String
    package let kind: Part.Kind
    package let visibility: Part.Visibility
    package let bytes: Int
  }

  package let layers: [Layer]
  /// Ways in which the raw bytes were read; empty when they were not.
  package let rawViews: [RawView]
  /// The programs that read the copy's wrapping, with their versions; none where it has none.
  package let readers: [String]
  package let valuesHunted: Int
  /// Values that say nothing outside their sentence: the scan of the copy alone speaks for them.
  package let valuesNotHunted: Int
  package let survivors: [Survivor]
  package let survivorCount: Int
  /// Occurrences that stay, by what explains them.
  package let kept: [String: Int]
  /// Findings of the copy that block, new or left.
  package let blockingFindings: [Finding]
  /// Findings that the plan could not place in the file.
  package let unplaceableCount: Int
  /// Layers that were not read, of the original or of the copy.
  package let unread: [Unread]
  /// Whether the raw bytes and the file's name were searched besides the parts.
  package let isThorough: Bool

  /// - Parameters:
  ///   - audit: of the copy, read and scanned again from its own bytes.
  ///   - original: what could not be read of the original: nobody knows what it holds.
  ///   - reports: of the parts, the file's name and the raw bytes.
  package init(
    plan: RedactionPlan, copy audit: DocumentAudit, unreadOriginal original: [Unread],
    search: SurvivorSearch, parts: SurvivorReport, fileName: SurvivorReport, raw: SurvivorReport,
    rawViews: [RawView], readers: [String] = []
  ) {
    self.readers = readers
    layers = (audit.document?.parts ?? []).map {
      Layer(name: $0.name, kind: $0.kind, visibility: $0.visibility, bytes: $0.text.count)
    }
    self.rawViews = rawViews
    valuesHunted = search.huntedCount
    valuesNotHunted = search.notHuntedCount
    var all = parts
    all.merge(fileName)
    all.merge(raw)
    survivors = all.survivors
    survivorCount = all.survivorCount
    // The raw bytes hold what the parts hold: counted once.
    kept = parts.kept.merging(fileName.kept, uniquingKeysWith: +)
    blockingFindings = audit.findings.filter(\.blocking)
    unplaceableCount = plan.unplaceable.count
    let staying = original.filter { !$0.goesByRule }
    unread = staying + audit.unread.filter { !staying.contains($0) }
    isThorough = audit.document != nil && !rawViews.isEmpty
  }

  /// Whether the copy may be written: nothing survived, nothing blocks, nothing is unread, nothing
  /// could not be placed.
  package var isProved: Bool {
    isThorough && survivorCount == 0 && blockingFindings.isEmpty && unplaceableCount == 0
      && unread.isEmpty
  }

  /// Why it is not proved, each in one sentence without any value.
  package var failures: [String] {
    var failures: [String] = []
    if !isThorough {
      failures.append("The copy could not be read again; redact it by hand.")
    }
    for survivor in survivors.prefix(20) { failures.append(sentence(about: survivor)) }
    if survivorCount > 20 {
      failures.append("\(survivorCount - 20) more removed values are still in the copy.")
    }
    if !blockingFindings.isEmpty {
      failures.append(
        "The scan of the copy has \(blockingFindings.count) blocking findings; redact them by hand or raise the scope."
      )
    }
    if unplaceableCount > 0 {
      failures.append(
        "\(unplaceableCount) findings have no place in the file that could be replaced; remove them by hand."
      )
    }
    for item in unread {
      failures.append("\(item.part ?? "The document") could not be examined: \(item.reason)")
    }
    return failures
  }

  private func sentence(about survivor: Survivor) -> String {
    let what = "What \(survivor.placeholder.text) stands for is still"
    return switch survivor.place {
    case .part(let location):
      "\(what) in \(name(ofPart: location.part)) of the copy, bytes \(location.range.start) to \(location.range.end); redact that place by hand."
    case .fileName:
      "\(what) in the file's name; rename the file."
    case .raw(let view, let range):
      "\(what) in the copy's bytes \(range.start) to \(range.end), read as \(view.rawValue), where its reader shows no text; remove it by hand."
    }
  }

  private func name(ofPart index: Int) -> String {
    layers.indices.contains(index) ? layers[index].name : "part \(index + 1)"
  }
}
