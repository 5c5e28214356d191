/// Puts occurrences in order and drops those inside another.
enum OccurrenceList {
  static func widest(_ occurrences: [Occurrence]) -> [Occurrence] {
    var widest: [Occurrence] = []
    var reach = 0
    for occurrence in occurrences.sorted(by: isBefore) where occurrence.end > reach {
      widest.append(occurrence)
      reach = occurrence.end
    }
    return widest
  }

  private static func isBefore(_ a: Occurrence, _ b: Occurrence) -> Bool {
    if a.start != b.start { return a.start < b.start }
    return a.end != b.end ? a.end > b.end : a.pattern < b.pattern
  }
}
