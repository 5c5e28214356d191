/// Lays text out in lines of a width and colours it last, so that colour never changes the text.
struct Canvas {
  struct Run {
    var text: String
    var tone: Tone = .plain
    /// Never split, as a label.
    var isSolid = false
    /// Gets a line of carets below it.
    var isMarked = false

    init(_ text: String, _ tone: Tone = .plain, isSolid: Bool = false, isMarked: Bool = false) {
      self.text = text
      self.tone = tone
      self.isSolid = isSolid
      self.isMarked = isMarked
    }
  }

  /// What must stay on one line: pieces between two spaces.
  private struct Word {
    var runs: [Run] = []
    var width = 0
  }

  let style: Style
  private(set) var output: OutputBuffer

  init(style: Style, sink: @escaping ByteSink) {
    self.style = style
    output = OutputBuffer(sink: sink)
  }

  mutating func flush() throws { try output.flush() }
  mutating func flushWhenFull() throws { try output.flushWhenFull() }

  mutating func blank() { output.append("\n") }

  mutating func line(_ text: String, _ tone: Tone = .plain, indent: Int = 0, hanging: Int? = nil) {
    paragraph([Run(text, tone)], indent: indent, hanging: hanging)
  }

  /// One paragraph, wrapped at spaces; what is wider than a line is broken where it must be.
  ///
  /// - Parameters:
  ///   - label: stands before the first line, outside the wrapping.
  ///   - indent: cells before the first line, or before its label.
  ///   - hanging: cells before the other lines; as far in as the first line's text when nil.
  mutating func paragraph(
    _ runs: [Run], label: Run? = nil, indent: Int = 0, hanging: Int? = nil
  ) {
    let most = style.width - 20
    let label = label.map(escaped)
    let labelCells = label.map { DisplayWidth.cells($0.text) } ?? 0
    let first = min(indent, most - labelCells) + labelCells
    let others = min(hanging ?? first, most)
    let words = Self.words(runs.map(escaped), width: style.width - max(first, others))
    var line: [Run] = []
    var used = first
    var isFirstLine = true
    func finish(_ canvas: inout Self) {
      canvas.emit(
        line, indent: isFirstLine ? first - labelCells : others, label: isFirstLine ? label : nil)
      line = []
      used = others
      isFirstLine = false
    }
    for word in words {
      if !line.isEmpty, used + 1 + word.width > style.width { finish(&self) }
      if let last = line.last {
        let next = word.runs.first
        line.append(
          Run(
            " ", last.tone == next?.tone ? last.tone : .plain,
            isMarked: last.isMarked && next?.isMarked == true))
        used += 1
      }
      line += word.runs
      used += word.width
    }
    if !line.isEmpty || isFirstLine && label != nil { finish(&self) }
  }

  /// A heading with a rule to the end of the line.
  mutating func ruledHeading(_ text: String) {
    let dash = style.unicode ? "\u{2500}" : "-"
    let used = 3 + TerminalText.width(text, unicode: style.unicode)
    var runs = [Run(text, .heading, isSolid: used <= style.width)]
    if used + 2 <= style.width {
      let rule = String(repeating: dash, count: style.width - used - 1)
      runs += [Run(" "), Run(rule, .faint, isSolid: true)]
    }
    paragraph(runs, label: Run(dash + dash + " ", .faint))
  }

  private func escaped(_ run: Run) -> Run {
    var safe = run
    safe.text = TerminalText.escape(run.text, unicode: style.unicode)
    return safe
  }

  private static func words(_ runs: [Run], width: Int) -> [Word] {
    var words: [Word] = []
    var isOpen = false
    func add(_ run: Run) {
      if !isOpen { words.append(Word()) }
      isOpen = true
      let cells = DisplayWidth.cells(run.text)
      if words[words.count - 1].width + cells > width, !words[words.count - 1].runs.isEmpty {
        words.append(Word())
      }
      words[words.count - 1].runs.append(run)
      words[words.count - 1].width += cells
    }
    for run in runs {
      if run.isSolid {
        add(run)
        continue
      }
      var rest = Substring(run.text)
      while !rest.isEmpty {
        let word = rest.prefix { $0 != " " }
        for piece in pieces(of: word, width: width) {
          var part = run
          part.text = piece
          add(part)
        }
        rest = rest[word.endIndex...]
        if rest.first == " " {
          isOpen = false
          rest = rest.drop { $0 == " " }
        }
      }
    }
    return words
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard !word.isEmpty else { return [] }
    guard DisplayWidth.cells(String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let cells = DisplayWidth.cells(String(character))
      if used + cells > width, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += cells
    }
    pieces.append(piece)
    return pieces
  }

  private mutating func emit(_ words: [Run], indent: Int, label: Run?) {
    var line = words
    if label == nil, !line.isEmpty { line[0].text = TerminalText.logLine(line[0].text) }
    // A label after "##" would read as a command.
    for index in line.indices.dropFirst()
    where line[index].text.hasPrefix("[") && line[index - 1].text.hasSuffix("##") {
      line[index - 1].text = line[index - 1].text.dropLast() + "\\u{23}"
    }
    output.append(String(repeating: " ", count: indent))
    if let label { output.append(coloured(label.text, label.tone)) }
    var rest = line[...]
    while let tone = rest.first?.tone {
      let same = rest.prefix { $0.tone == tone }
      output.append(coloured(same.map(\.text).joined(), tone))
      rest = rest.dropFirst(same.count)
    }
    output.append("\n")
    guard line.contains(where: \.isMarked) else { return }
    let before = indent + (label.map { DisplayWidth.cells($0.text) } ?? 0)
    var carets = String(repeating: " ", count: before)
    for run in line {
      let cells = DisplayWidth.cells(run.text)
      carets += String(repeating: run.isMarked ? "^" : " ", count: cells)
    }
    while carets.last == " " { carets.removeLast() }
    let drawn = carets.drop { $0 == " " }
    output.append(String(repeating: " ", count: carets.count - drawn.count))
    output.append(coloured(String(drawn), .critical) + "\n")
  }

  private func coloured(_ text: String, _ tone: Tone) -> String {
    guard style.colour, let code = tone.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Canvas.Run {
  /// A piece of a document, in the tone of what it is.
  init(_ run: MaskedText.Run) {
    switch run.kind {
    case .plain: self.init(run.text)
    case .mask: self.init(run.text, .mask, isSolid: run.isLabel)
    case .leak: self.init(run.text, .leak, isSolid: run.isLabel, isMarked: true)
    }
  }
}
