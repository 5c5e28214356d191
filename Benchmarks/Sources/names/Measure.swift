/// Names of labelled documents, how many of them block, and false alarms.
struct Measure {
  private var names = 0
  private var found = 0
  private var alarms = 0
  private var size = 0

  init() {}

  /// - Parameter words: words of the documents.
  init(names: Int, found: Int, alarms: Int, words: Int) {
    (self.names, self.found, self.alarms, size) = (names, found, alarms, words)
  }

  mutating func add(_ other: Measure) {
    names += other.names
    found += other.found
    alarms += other.alarms
    size += other.size
  }

  /// In points of a hundred.
  var recall: Double { names == 0 ? 100 : 100 * Double(found) / Double(names) }

  var words: String {
    let share = (recall * 10).rounded() / 10
    let rate = size == 0 ? 0 : (100_000 * Double(alarms) / Double(size)).rounded() / 10
    return "\(share) % of \(names) names found, \(rate) false alarms in 10,000 words"
  }
}
