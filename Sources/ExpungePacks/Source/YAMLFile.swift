import Yams

/// A pattern file as YAML nodes that know where they stand.
final class YAMLFile: Sendable {
  let path: String
  /// The file's lines as scalars, without line ends: what columns count.
  let lines: [[Unicode.Scalar]]

  private init(path: String, lines: [[Unicode.Scalar]]) {
    self.path = path
    self.lines = lines
  }

  /// Whether a file says nothing: white space and comments.
  static func isBlank(_ source: PatternSource) -> Bool {
    source.bytes.split(separator: 0x0A).allSatisfy { line in
      let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
      return first == nil || first == UInt8(ascii: "#")
    }
  }

  /// Reads a file into its root mapping; nil, and a problem, when it is no YAML mapping.
  ///
  /// - Parameter begins: what an author who left the file empty should write.
  static func read(
    _ source: PatternSource, begins: String = "a pack begins with `pack:` and its name",
    _ problems: ProblemList
  ) -> (file: YAMLFile, root: Node.Mapping)? {
    let start = SourcePlace(file: source.path, line: 1, column: 1)
    var bytes = source.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.add("the file is not UTF-8; save it in that encoding", at: place(ofBadByte: source))
      return nil
    }
    let file = YAMLFile(path: source.path, lines: splitLines(text))
    let node: Node?
    do {
      node = try compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      file.report(error, text, problems)
      return nil
    } catch {
      problems.add("the file cannot be read as YAML: \(error)", at: start)
      return nil
    }
    guard let node else {
      problems.add("the file is empty; \(begins)", at: start)
      return nil
    }
    guard case .mapping(let root) = node else {
      problems.add(
        "the file must be a mapping of keys to values; \(begins)",
        at: file.place(of: node))
      return nil
    }
    return (file, root)
  }

  func place(of node: Node) -> SourcePlace {
    SourcePlace(file: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private static func splitLines(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if previous != "\r" { lines.append([]) }
      } else if scalar == "\r" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines
  }

  private static func place(ofBadByte source: PatternSource) -> SourcePlace {
    var place = SourcePlace(file: source.path, line: 1, column: 1)
    let validEnd = validPrefix(source.bytes)
    for byte in source.bytes[..<validEnd] {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }
}

// MARK: - What the YAML parser refuses

extension YAMLFile {
  private func report(_ error: YamlError, _ text: String, _ problems: ProblemList) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let whence = context.map { " (\($0.text) at line \($0.mark.line))" } ?? ""
      problems.add(
        "this is not YAML: \(problem)\(whence)",
        at: SourcePlace(file: path, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      let first = context.mark
      let key = keys.first ?? ""
      problems.add(
        "the key “\(key)” stands twice in one mapping, first in line \(first.line); remove one",
        at: secondPlace(of: key, after: first))
    case .reader(let problem, let offset, _, _):
      let index = offset.flatMap {
        text.index(text.startIndex, offsetBy: $0, limitedBy: text.endIndex)
      }
      problems.add(
        "this is not YAML: \(problem)", at: place(before: index ?? text.startIndex, in: text))
    default:
      problems.add(
        "the file cannot be read as YAML", at: SourcePlace(file: path, line: 1, column: 1))
    }
  }

  /// The parser names the first of two equal keys only; the second follows in the same column of a
  /// block mapping, or further on in the same line of a flow mapping.
  private func secondPlace(of key: String, after first: Mark) -> SourcePlace {
    let wanted = Array(key.unicodeScalars)
    func stands(_ line: [Unicode.Scalar], at column: Int) -> Bool {
      guard line.count >= column + wanted.count,
        Array(line[column..<column + wanted.count]) == wanted
      else { return false }
      return line[(column + wanted.count)...].first { $0 != " " } == ":"
    }
    if first.line >= 1, first.line <= lines.count {
      let line = lines[first.line - 1]
      for column in line.indices.dropFirst(first.column) where stands(line, at: column) {
        let before = line[column - 1]
        if before == " " || before == "," || before == "{" {
          return SourcePlace(file: path, line: first.line, column: column + 1)
        }
      }
      for number in lines.indices.dropFirst(first.line)
      where stands(lines[number], at: first.column - 1) {
        return SourcePlace(file: path, line: number + 1, column: first.column)
      }
    }
    return SourcePlace(file: path, line: first.line, column: first.column)
  }

  private func place(before index: String.Index, in text: String) -> SourcePlace {
    var place = SourcePlace(file: path, line: 1, column: 1)
    for scalar in text.unicodeScalars[..<index] {
      if scalar == "\n" {
        place.line += 1
        place.column = 1
      } else {
        place.column += 1
      }
    }
    return place
  }
}
