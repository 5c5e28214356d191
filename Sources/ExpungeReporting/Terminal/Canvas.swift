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
  ///   - indent: cells before the first line.
  ///   - hanging: cells before the others; `indent` when nil.
  mutating func paragraph(_ runs: [Run], indent: Int = 0, hanging: Int? = nil) {
    let hanging = min(hanging ?? indent, style.width - 20)
    let words = Self.words(
      runs.map(escaped), width: style.width - max(min(indent, style.width - 20), hanging))
    var line: [Run] = []
    var used = min(indent, style.width - 20)
    var isFirst = true
    var lineIndent = used
    for word in words {
      if !isFirst, used + 1 + word.width > style.width {
        emit(line, indent: lineIndent)
        line = []
        lineIndent = hanging
        used = hanging
        isFirst = true
      }
      if !isFirst {
        let isInside = line.last?.isMarked == true && word.runs.first?.isMarked == true
        line.append(Run(" ", isInside ? line[line.count - 1].tone : .plain, isMarked: isInside))
        used += 1
      }
      line += word.runs
      used += word.width
      isFirst = false
    }
    emit(line, indent: lineIndent)
  }

  /// A heading with a rule to the end of the line.
  mutating func ruledHeading(_ text: String) {
    let dash = style.unicode ? "\u{2500}" : "-"
    var runs = [Run(dash + dash + " ", .faint, isSolid: true), Run(text, .heading)]
    let used = 3 + TerminalText.width(text, unicode: style.unicode)
    if used + 2 <= style.width {
      runs.append(
        Run(" " + String(repeating: dash, count: style.width - used - 1), .faint, isSolid: true))
    }
    paragraph(runs, hanging: 3)
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

  private mutating func emit(_ line: [Run], indent: Int) {
    guard !line.isEmpty else { return }
    output.append(String(repeating: " ", count: indent))
    for run in line { output.append(coloured(run.text, run.tone)) }
    output.append("\n")
    guard line.contains(where: \.isMarked) else { return }
    var carets = String(repeating: " ", count: indent)
    for run in line {
      let cells = DisplayWidth.cells(run.text)
      carets += String(repeating: run.isMarked ? "^" : " ", count: cells)
    }
    while carets.last == " " { carets.removeLast() }
    output.append(coloured(carets, .critical) + "\n")
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
