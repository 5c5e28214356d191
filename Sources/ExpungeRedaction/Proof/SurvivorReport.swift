import ExpungeText

/// What a hunt for survivors came to, over any number of texts.
package struct SurvivorReport: Sendable {
  /// How many survivors are listed; all are counted.
  package static let listed = 1_000

  package internal(set) var survivors: [Survivor] = []
  package internal(set) var survivorCount = 0
  /// Occurrences that are no survivors, by what explains them.
  package internal(set) var kept: [String: Int] = [:]
  /// Texts that explained an occurrence, to be known again in the raw bytes.
  var explainingTexts: Set<[UInt8]> = []
  /// Bytes of the copy's file that hold explained places.
  var explainedSource: [ByteRange] = []

  /// Bytes of the copy's file that hold survivors of its parts.
  var survivingSource: [ByteRange] = []

  package init() {}

  package mutating func merge(_ other: SurvivorReport) {
    survivors += other.survivors.prefix(Self.listed - survivors.count)
    survivorCount += other.survivorCount
    kept.merge(other.kept, uniquingKeysWith: +)
    explainingTexts.formUnion(other.explainingTexts)
    explainedSource += other.explainedSource
    survivingSource += other.survivingSource
  }

  mutating func add(_ survivor: Survivor) {
    survivorCount += 1
    if survivors.count < Self.listed { survivors.append(survivor) }
  }
}
