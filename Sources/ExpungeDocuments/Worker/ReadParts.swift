/// What a reader made of a file.
package struct ReadParts: Sendable {
  /// The body first.
  package var parts: [ReadPart]
  package var stops: Set<ReadingStop>

  package init(parts: [ReadPart] = [], stops: Set<ReadingStop> = []) {
    self.parts = parts
    self.stops = stops
  }
}
