import ExpungeDocuments
import ExpungeText

/// What an XML entry says that no part of its own holds: the safety net under all readers of packages.
///
/// Texts and attributes' values that could hold words, each distinct word once, longer ones wherever
/// they stand. What programs write everywhere (numbers, colours, identifiers) stays out.
struct PackageLeftovers {
  /// Bytes of the contents that stand in other parts; ascending.
  private let known: [ByteRange]
  private let paths: Set<[UInt8]>
  private var seen: Set<[UInt8]> = []
  private var next = 0
  /// Words seen of late, by a sum of their letters.
  private var recent = [ByteRange](repeating: ByteRange(0, 0), count: 1024)

  init(_ package: PackageContents, known parts: PackageParts, body: ShownText) {
    var known = parts.parts.flatMap { $0.source.runs.map(\.source) }
    known += body.runs.map(\.source)
    known += parts.leftOut
    known.sort()
    self.known = known
    paths = Set(package.entries.map { Array($0.name) })
  }

  /// Adds the names of the entries that are not called as programs call them: they may be people's.
  func addNames(of package: PackageContents, to parts: inout PackageParts) {
    let names = package.entries.map(\.name).filter {
      String(validating: $0, as: UTF8.self) != nil && !UsualEntryName.isOne($0)
    }
    let said = package.entryRemarks.map { Array(String(decoding: $0, as: UTF8.self).utf8) }
    parts.add(.innerNames, (names + said).map { MappedText($0, []) })
    if let remark = package.remark {
      let range = package.entries[remark].range
      parts.add(
        .packageRemark,
        [
          MappedText(
            Array(package.bytes(ofEntry: remark)),
            SourceMap.identity(from: range.start, count: range.count).runs)
        ])
    }
  }

  /// - Parameter entry: the number that its part gets, from 0; to be given in ascending order.
  mutating func add(_ tree: XMLTree, entry: Int, to parts: inout PackageParts) {
    var values: [MappedText] = []
    for source in tree.outerRemarks where isWorded(tree.page, source) {
      values.append(MappedText(tree.page, source).trimmed())
    }
    for node in tree.nodes.indices {
      if tree.name(node) == .text || tree.name(node) == .remark {
        let source = tree.source(node)
        if !isKnown(source), isWorded(tree.page, source), isNew(tree.page, source) {
          values.append(tree.text(ofText: node).trimmed())
        }
        continue
      }
      for index in tree.attributeIndices(of: node) {
        let source = tree.source(ofAttribute: index)
        if let author = authorship(tree, index) {
          let isFirst = seen.insert(author.bytes).inserted
          if !isKnown(source), isFirst { values.append(author) }
          continue
        }
        guard isWorded(tree.page, source), !isKnown(source), !isReference(tree, index),
          isNew(tree.page, source)
        else { continue }
        let value = tree.value(ofAttribute: index)
        if isName(tree.attributes[index].name), MachineName.isStyle(value.bytes) { continue }
        values.append(value)
      }
    }
    values += tree.strangeNamespaces.sorted().map { MappedText(Array($0.utf8), []) }
    parts.add(.innerFile, values, number: entry + 1)
  }

  /// Whether a part holds some of the value. O(1) over a whole entry, as values ascend.
  private mutating func isKnown(_ source: ByteRange) -> Bool {
    while next < known.count, known[next].end <= source.start { next += 1 }
    return next < known.count && known[next].start < source.end
  }

  /// What an attribute tells about who wrote something or when: once each, though every change
  /// repeats it. Of a time, the day.
  private func authorship(_ tree: XMLTree, _ index: Int) -> MappedText? {
    switch tree.attributes[index].name {
    case .author, .initials: return tree.value(ofAttribute: index)
    case .date:
      let date = tree.value(ofAttribute: index)
      return date.part(ByteRange(0, min(date.bytes.count, 10)))
    default: return nil
    }
  }

  /// Whether it names another entry, which the names of inner files tell.
  private func isReference(_ tree: XMLTree, _ index: Int) -> Bool {
    let name = tree.attributes[index].name
    switch name {
    case .relationshipTarget, .partName, .relationshipType, .relationshipId, .reference, .fullPath,
      .linkAddress:
      break
    default: return false
    }
    if name == .relationshipType { return true }
    if name == .relationshipId || name == .reference {
      let id = tree.value(ofAttribute: index).bytes
      return id.starts(with: "rId".utf8) && id.dropFirst(3).allSatisfy(Ascii.isDigit)
    }
    var path = tree.value(ofAttribute: index).bytes[...]
    while path.starts(with: "../".utf8) { path = path.dropFirst(3) }
    if path.starts(with: "./".utf8) { path = path.dropFirst(2) }
    if path.first == UInt8(ascii: "/") { path = path.dropFirst() }
    return UsualEntryName.isOne(Array(path))
      || !path.isEmpty && paths.contains { $0.reversed().starts(with: path.reversed()) }
  }

  /// Whether a style may have its name there.
  private func isName(_ attribute: XMLName) -> Bool { attribute == .name || attribute == .value }

  private mutating func isNew(_ page: [UInt8], _ source: ByteRange) -> Bool {
    // A word that programs repeat; what has several may be somebody's, each time.
    guard source.count <= 24 else { return true }
    var sum: UInt32 = 0
    for index in source.start..<source.end {
      guard Ascii.isLetter(page[index]) || Ascii.isDigit(page[index]) else { return true }
      sum = sum &* 31 &+ UInt32(page[index])
    }
    // Most repeat what stood a little before: no need to look among all.
    let slot = Int(sum % UInt32(recent.count))
    let value = page[source.start..<source.end]
    let last = recent[slot]
    if last.count == source.count, page[last.start..<last.end].elementsEqual(value) { return false }
    recent[slot] = source
    return seen.insert(Array(value)).inserted
  }

  /// Whether a value could be words, judged by its letters.
  private func isWorded(_ page: [UInt8], _ source: ByteRange) -> Bool {
    var letters = 0
    var digits = 0
    var isHexadecimal = true
    for byte in page[source.start..<source.end] {
      if Ascii.isLetter(byte) || byte >= 0x80 {
        letters += 1
        if (byte | 0x20) > UInt8(ascii: "f") { isHexadecimal = false }
      } else if Ascii.isDigit(byte) {
        digits += 1
      } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") {
        isHexadecimal = false
      }
    }
    guard letters > 1 || digits >= 6 else { return false }
    // Revision and paragraph identifiers, colours, GUIDs.
    if isHexadecimal, source.count == 8 || source.count == 6 && digits > 0 || source.count >= 36 {
      return false
    }
    return !MachineValue.isOne(page[source.start..<source.end])
  }
}

/// Values that standards and programs write, known by their form.
private enum MachineValue {
  private static let addresses: [[UInt8]] = [
    "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/", "http://www.w3.org/", "urn:schemas-microsoft-com:",
    "application/vnd.", "urn:oasis:names:tc:opendocument:", "http://docs.oasis-open.org/",
  ].map { Array($0.utf8) }

  static func isOne(_ value: ArraySlice<UInt8>) -> Bool {
    if value.count > 12, addresses.contains(where: { value.starts(with: $0) }) { return true }
    // Base64, as signatures and keys are written: long, without a space, letters of all kinds.
    return value.count >= 80
      && value.allSatisfy {
        Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == UInt8(ascii: "+")
          || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") || $0 == Ascii.lineFeed
      }
  }
}
