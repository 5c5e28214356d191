/// Rows with most of their entries left out: text leads on from a state by a few bytes, and by all
/// others to one and the same place.
struct SparseRows {
  /// For each row the entry that it holds most often.
  let defaults: Table<UInt16>
  /// For each row how many entries differ from that.
  let counts: Table<UInt8>
  /// The classes and entries of those, row by row.
  let classes: Table<UInt8>
  let targets: Table<UInt16>

  init(_ rows: Table<UInt16>, shift: Int, classCount: Int) {
    var defaults: [UInt16] = []
    var counts: [UInt8] = []
    var classes: [UInt8] = []
    var targets: [UInt16] = []
    for row in 0..<(rows.count >> shift) {
      let entries = (0..<classCount).map { rows[row << shift | $0] }
      var frequency: [UInt16: Int] = [:]
      for entry in entries { frequency[entry, default: 0] += 1 }
      let most = frequency.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      defaults.append(most)
      let different = entries.indices.filter { entries[$0] != most }
      counts.append(UInt8(different.count))
      classes += different.map(UInt8.init)
      targets += different.map { entries[$0] }
    }
    self.init(
      defaults: Table(defaults), counts: Table(counts), classes: Table(classes),
      targets: Table(targets))
  }

  init(
    defaults: Table<UInt16>, counts: Table<UInt8>, classes: Table<UInt8>, targets: Table<UInt16>
  ) {
    self.defaults = defaults
    self.counts = counts
    self.classes = classes
    self.targets = targets
  }

  /// The whole rows again; nil when the parts do not fit together.
  func table(shift: Int, classCount: Int) -> Table<UInt16>? {
    guard defaults.count == counts.count, classes.count == targets.count,
      classCount <= 1 << shift, counts.array.reduce(0, { $0 + Int($1) }) == classes.count,
      (classes.array.max() ?? 0) < max(classCount, 1)
    else { return nil }
    return Table(count: defaults.count << shift) { memory in
      guard var row = memory.baseAddress else { return }
      // Checked above: all of it lies inside the table.
      let classes = classes.start
      let targets = targets.start
      var next = 0
      for index in 0..<defaults.count {
        let count = Int(counts.start[index])
        row.update(repeating: defaults.start[index], count: classCount)
        for place in next..<next + count { row[Int(classes[place])] = targets[place] }
        next += count
        row += 1 << shift
      }
    }
  }
}
