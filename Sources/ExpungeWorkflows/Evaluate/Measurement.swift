package import ExpungeDetection

/// Adds up, document by document, how findings agree with gold spans.
///
/// Gives the figures of the evaluation data's reference scorer exactly; what each means stands in
/// that data's README.
package struct Measurement: Sendable {
  /// A finding as measured: bytes of the text.
  package struct Found: Sendable {
    package var range: Range<Int>
    /// "pack/name" of the rule that speaks for it.
    package var rule: String
    package var label: Label
    package var confidence: Int
    package var isBlocking: Bool

    package init(
      range: Range<Int>, rule: String = "", label: Label, confidence: Int, isBlocking: Bool
    ) {
      self.range = range
      self.rule = rule
      self.label = label
      self.confidence = confidence
      self.isBlocking = isBlocking
    }
  }

  package struct LabelCount: Sendable {
    package var gold = 0
    package var found = 0
    package var same = 0
  }

  /// A gold span that was not covered, or a finding that touches none; bytes of the text.
  package struct Remark: Sendable {
    package var label: String
    package var document: Int
    package var range: Range<Int>
  }

  /// A finding, whether it blocks or not, that is neither neutral nor without a place.
  package struct Judged: Sendable {
    package var document: Int
    package var rule: String
    package var label: Label
    package var confidence: Int
    package var isTrue: Bool
  }

  /// Whether findings of every severity count, not only those that block.
  package let countsAny: Bool
  package internal(set) var counts = Counts()
  package internal(set) var labels: [String: LabelCount] = [:]
  /// In the order in which they were first met.
  package internal(set) var labelOrder: [String] = []
  package internal(set) var misses: [Remark] = []
  package internal(set) var alarms: [Remark] = []
  package internal(set) var judged: [Judged] = []
  package internal(set) var calibration = Calibration()

  package struct Counts: Sendable {
    var documents = 0, words = 0
    var direct = 0, directFound = 0, indirect = 0, indirectFound = 0, sameLabel = 0
    var leaky = 0, safe = 0
    var goldBytes = 0, overBytes = 0, maskedTokens = 0, trueTokens = 0
    var hits = 0, trueHits = 0, neutralHits = 0, alarms = 0
    var clean = 0, cleanAlarms = 0, cleanFlagged = 0
    var directEntities = 0, directEntitiesSafe = 0, quasiEntities = 0, quasiEntitiesSafe = 0
  }

  package init(countsAny: Bool) { self.countsAny = countsAny }

  /// Adds one document. O(bytes + findings).
  package mutating func add(_ document: GoldDocument, found: [Found]) {
    let text = GoldText(document.text)
    var cover = Cover(bytes: text.bytes)
    for finding in found {
      cover.add(finding, isHard: finding.isBlocking || countsAny)
    }
    let isSafe = addSpans(of: document, text: text, cover: &cover)
    counts.documents += 1
    counts.words += text.wordCount
    if let isSafe {
      counts.leaky += 1
      if isSafe { counts.safe += 1 }
    }
    for byte in 0..<text.bytes {
      if cover.masked[byte] { counts.goldBytes += 1 }
      if cover.hard[byte], !cover.masked[byte], !cover.neutral[byte] { counts.overBytes += 1 }
    }
    for token in text.allTokens where token.range.allSatisfy({ cover.hard[$0] }) {
      counts.maskedTokens += 1
      if token.range.allSatisfy({ cover.masked[$0] }) { counts.trueTokens += 1 }
    }
    addFindings(found, cover: cover, isClean: document.spans.isEmpty)
  }

  /// Whether every direct span is covered; nil when the document has none.
  private mutating func addSpans(
    of document: GoldDocument, text: GoldText, cover: inout Cover
  ) -> Bool? {
    var hasDirect = false
    var isSafe = true
    var entities: [Entity: Bool] = [:]
    for span in document.spans {
      let range = text.byte(span.start)..<text.byte(span.end)
      if GoldLabels.isNeutral(span) {
        cover.markNeutral(range)
        continue
      }
      cover.markMasked(range)
      let label = GoldLabels.ours(span.label)
      let isDirect = GoldLabels.isDirect(span)
      let needed = text.required(span)
      let isHardCovered = needed.allSatisfy { $0.allSatisfy { cover.hard[$0] } }
      let isCovered =
        isDirect ? isHardCovered : needed.allSatisfy { $0.allSatisfy { cover.soft[$0] } }
      let isSame = isCovered && needed.contains { $0.contains { cover.labels[$0] == label } }
      count(label, isCovered: isCovered, isSame: isSame)
      if isDirect {
        hasDirect = true
        isSafe = isSafe && isCovered
        counts.direct += 1
        if isCovered { counts.directFound += 1 }
        if isSame { counts.sameLabel += 1 }
      } else {
        counts.indirect += 1
        if isCovered { counts.indirectFound += 1 }
      }
      if let identifier = span.entity, !identifier.isEmpty {
        let entity = Entity(identifier: identifier, isDirect: isDirect)
        entities[entity] = (entities[entity] ?? true) && (countsAny ? isHardCovered : isCovered)
      }
      if !isCovered {
        misses.append(Remark(label: label, document: counts.documents, range: range))
      }
    }
    for (entity, isCovered) in entities {
      if entity.isDirect {
        counts.directEntities += 1
        if isCovered { counts.directEntitiesSafe += 1 }
      } else {
        counts.quasiEntities += 1
        if isCovered { counts.quasiEntitiesSafe += 1 }
      }
    }
    return hasDirect ? isSafe : nil
  }

  private mutating func addFindings(_ found: [Found], cover: Cover, isClean: Bool) {
    var wrong = 0
    for finding in found {
      let isTrue = finding.range.contains { cover.masked[$0] }
      let isNeutral = !isTrue && finding.range.contains { cover.neutral[$0] }
      // Gold says nothing about how pseudonyms are used.
      if !isNeutral, finding.label != .consistency {
        calibration.add(label: finding.label, confidence: finding.confidence, isTrue: isTrue)
        judged.append(
          Judged(
            document: counts.documents - 1, rule: finding.rule, label: finding.label,
            confidence: finding.confidence, isTrue: isTrue))
      }
      guard finding.isBlocking || countsAny else { continue }
      counts.hits += 1
      if isTrue {
        counts.trueHits += 1
      } else if isNeutral {
        counts.neutralHits += 1
      } else {
        wrong += 1
        alarms.append(
          Remark(
            label: finding.label.rawValue, document: counts.documents - 1, range: finding.range))
      }
    }
    counts.alarms += wrong
    if isClean {
      counts.clean += 1
      counts.cleanAlarms += wrong
      if wrong > 0 { counts.cleanFlagged += 1 }
    }
  }

  private mutating func count(_ label: String, isCovered: Bool, isSame: Bool) {
    if labels[label] == nil { labelOrder.append(label) }
    labels[label, default: LabelCount()].gold += 1
    if isCovered { labels[label, default: LabelCount()].found += 1 }
    if isSame { labels[label, default: LabelCount()].same += 1 }
  }

  private struct Entity: Hashable {
    let identifier: String
    let isDirect: Bool
  }
}

/// What covers each byte of one text.
private struct Cover {
  var hard: [Bool]
  var soft: [Bool]
  var masked: [Bool]
  var neutral: [Bool]
  var labels: [String?]

  init(bytes: Int) {
    hard = Array(repeating: false, count: bytes)
    soft = hard
    masked = hard
    neutral = hard
    labels = Array(repeating: nil, count: bytes)
  }

  mutating func add(_ finding: Measurement.Found, isHard: Bool) {
    for byte in finding.range where byte < soft.count {
      soft[byte] = true
      if isHard {
        hard[byte] = true
        labels[byte] = finding.label.rawValue
      }
    }
  }

  mutating func markMasked(_ range: Range<Int>) { for byte in range { masked[byte] = true } }
  mutating func markNeutral(_ range: Range<Int>) { for byte in range { neutral[byte] = true } }
}
