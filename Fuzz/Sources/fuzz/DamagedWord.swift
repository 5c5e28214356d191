import ExpungeParsers

/// The entries of a Word file, put together from the template as bytes say.
enum DamagedWord {
  enum Way {
    /// The bytes are what stands in the body.
    case body
    /// The bytes are one entry, which the first of them names.
    case entry
    /// The bytes are a little program of damages.
    case damage
  }

  static func entries(from bytes: inout ArraySlice<UInt8>, as way: Way) -> [PackageEntry] {
    var entries = WordTemplate.entries
    // Four of the others at most, so that a run is quick.
    let wanted = [bytes.popFirst() ?? 0, bytes.popFirst() ?? 0].flatMap { [$0 & 15, $0 >> 4] }
    var kept = Set(wanted.map { WordTemplate.required + Int($0) }).union(0..<WordTemplate.required)
    kept.formIntersection(entries.indices)
    var chosen = WordTemplate.main
    var body: [UInt8] = []
    switch way {
    case .body:
      body = Array(bytes)
    case .entry:
      body = WordTemplate.fragments[0]
      chosen = Int(bytes.popFirst() ?? 0) % entries.count
    case .damage:
      for _ in 0..<(Int(bytes.popFirst() ?? 0) % 16) {
        body += WordTemplate.fragments[Int(bytes.popFirst() ?? 0) % WordTemplate.fragments.count]
      }
    }
    entries[WordTemplate.main].bytes = WordTemplate.opening + body + WordTemplate.closing
    kept.insert(chosen)
    for list in WordTemplate.lists {
      let items = kept.sorted().compactMap { number -> [UInt8]? in
        WordTemplate.relationships[number].flatMap { $0.list == list ? $0.item : nil }
      }
      entries[list].bytes = WordTemplate.listOpening + items.joined() + WordTemplate.listClosing
    }
    if way == .entry { entries[chosen].bytes = Array(bytes) }
    while way == .damage, let head = bytes.popFirst() {
      if head & 7 == 0 {
        let choice = kept.sorted()
        chosen = choice[Int(head >> 3) % choice.count]
      } else {
        damage(&entries[chosen].bytes, head, &bytes)
      }
    }
    return entries.enumerated().compactMap { number, entry in
      kept.contains(number)
        ? PackageEntry(name: Array(entry.path.utf8), bytes: entry.bytes) : nil
    }
  }

  /// - Parameter head: which damage; how long or which for some of them.
  private static func damage(
    _ entry: inout [UInt8], _ head: UInt8, _ rest: inout ArraySlice<UInt8>
  ) {
    let size = Int(head >> 3)
    func place(_ rest: inout ArraySlice<UInt8>) -> Int {
      (Int(rest.popFirst() ?? 0) << 8 | Int(rest.popFirst() ?? 0)) % (entry.count + 1)
    }
    let start = place(&rest)
    let end = min(start + size * 4, entry.count)
    switch head & 7 {
    case 1:
      entry.insert(contentsOf: rest.prefix(size), at: start)
      rest = rest.dropFirst(size)
    case 2: entry.removeSubrange(start..<end)
    case 3: entry.insert(contentsOf: entry[start..<end], at: place(&rest))
    case 4:
      let fragment = Int(rest.popFirst() ?? 0) % WordTemplate.fragments.count
      entry.insert(
        contentsOf: WordTemplate.fragments[fragment],
        at: tag(in: entry, behind: start)?.lowerBound ?? start)
    case 5:
      let other = place(&rest)
      guard let one = tag(in: entry, behind: min(start, other)),
        let two = tag(in: entry, behind: max(other, one.upperBound))
      else { return }
      let pieces = (entry[one], entry[two])
      entry.replaceSubrange(two, with: pieces.0)
      entry.replaceSubrange(one, with: pieces.1)
    case 6:
      guard let tag = tag(in: entry, behind: start) else { return }
      entry.removeSubrange(tag)
    default:
      if start < entry.count { entry[start] = rest.popFirst() ?? 0 }
    }
  }

  /// The next tag, with its angle brackets.
  private static func tag(in entry: [UInt8], behind place: Int) -> Range<Int>? {
    guard place <= entry.count, let start = entry[place...].firstIndex(of: UInt8(ascii: "<")),
      let end = entry[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return start..<end + 1
  }
}
