/// The prefilters of an index, laid out for the scanner.
struct PrefilterTables: Equatable, Sendable {
  /// Three numbers for each: its rule, and where its states and its cells begin.
  private(set) var places: [UInt32] = []
  /// 256 for each.
  private(set) var classes = Table<UInt8>()
  /// As many as `StartRelation.Before` has cases for each.
  private(set) var starts = Table<UInt8>()
  private(set) var states = Table<UInt32>()
  private(set) var cells = Table<UInt16>()

  static let startCount = StartRelation.Before.allCases.count

  var count: Int { places.count / 3 }

  init() {}

  init(_ filters: [(rule: UInt16, filter: Prefilter)]) {
    var classes: [UInt8] = []
    var starts: [UInt8] = []
    var states: [UInt32] = []
    var cells: [UInt16] = []
    for (rule, filter) in filters {
      places += [UInt32(rule), UInt32(states.count), UInt32(cells.count)]
      classes += filter.classOf
      starts += filter.starts
      states += filter.states
      cells += filter.cells
    }
    self.classes = Table(classes)
    self.starts = Table(starts)
    self.states = Table(states)
    self.cells = Table(cells)
  }

  /// Where each rule's filter lies; a rule without one lets everything pass.
  ///
  /// - Warning: good as long as the tables live.
  func references(ruleCount: Int) -> [PrefilterReference] {
    var references = [PrefilterReference](
      repeating: PrefilterReference(
        states: nil, cells: cells.start, classes: classes.start, starts: starts.start),
      count: ruleCount)
    for number in 0..<count {
      let place = (0..<3).map { Int(places[3 * number + $0]) }
      references[place[0]] = PrefilterReference(
        states: states.start + place[1], cells: cells.start + place[2],
        classes: classes.start + 256 * number, starts: starts.start + Self.startCount * number)
    }
    return references
  }

  func encode(to out: inout IndexWriter) {
    out.write(places)
    out.write(classes)
    out.write(starts)
    out.write(states)
    out.write(cells)
  }

  init(from source: inout IndexReader) throws(RuleIndexError) {
    places = try source.read()
    classes = try source.table()
    starts = try source.table()
    states = try source.table()
    cells = try source.table()
    guard places.count % 3 == 0, classes.count == 256 * count,
      starts.count == Self.startCount * count
    else { throw .malformed }
  }

  /// Whether every number points inside its table, since the scanner does not check.
  func isConsistent(ruleCount: Int) -> Bool {
    let (classes, starts) = (self.classes.array, self.starts.array)
    let (states, cells) = (self.states.array, self.cells.array)
    return (0..<count).allSatisfy { index in
      let ends =
        index + 1 < count
        ? places[3 * index + 4...3 * index + 5].map(Int.init)
        : [states.count, cells.count]
      let (firstState, firstCell) = (Int(places[3 * index + 1]), Int(places[3 * index + 2]))
      guard Int(places[3 * index]) < ruleCount, firstState <= ends[0], firstCell <= ends[1],
        ends[0] <= states.count, ends[1] <= cells.count
      else { return false }
      let stateCount = ends[0] - firstState
      let cellCount = ends[1] - firstCell
      let lastClass = Int(classes[256 * index..<256 * (index + 1)].max() ?? 0)
      return starts[Self.startCount * index..<Self.startCount * (index + 1)].allSatisfy {
        Int($0) < stateCount
      }
        && states[firstState..<ends[0]].dropFirst(2).allSatisfy {
          Int($0 & 0xFFFF) + lastClass < cellCount && Int($0 >> 16) < stateCount
        } && cells[firstCell..<ends[1]].allSatisfy { Int($0 >> 8) < stateCount }
    }
  }
}

/// A prefilter where it lies in memory; without states where there is none.
struct PrefilterReference: BitwiseCopyable {
  var states: UnsafePointer<UInt32>?
  var cells: UnsafePointer<UInt16>
  var classes: UnsafePointer<UInt8>
  var starts: UnsafePointer<UInt8>
}

extension ScanLoop {
  /// Whether a match of a rule may begin at a place.
  @inline(__always)
  func mayMatch(_ rule: Int, at place: Int) -> Bool { passes(tables.filters[rule], at: place) }

  /// Whether a match of a rule may hold the keyword at a place.
  @inline(__always)
  func mayHold(_ rule: Int, keywordAt place: Int) -> Bool { passes(tables.tails[rule], at: place) }

  @inline(__always)
  private func passes(_ filter: PrefilterReference, at place: Int) -> Bool {
    guard let states = filter.states else { return true }
    let before = tables.beforeOf[Int(place == 0 ? 0x0A : text[place - 1])]
    var state = UInt32(filter.starts[Int(before)])
    let open = UInt32(Prefilter.open)
    var next = place
    let end = min(count, place + Prefilter.reach)
    // The dead state and the open one come before all others.
    while state > open, next < end {
      let own = states[Int(state)]
      let byteClass = UInt32(filter.classes[Int(text[next])])
      let cell = UInt32(filter.cells[Int(own & 0xFFFF &+ byteClass)])
      state = cell & 0xFF == state ? cell >> 8 : own >> 16
      next += 1
    }
    // Nothing matches that the text's end cuts short.
    return state == open || state > open && next < count
  }
}
