package import ExpungeJudgement
import ExpungeText

/// Says where a place is so that a person finds it in their own copy of the document.
package struct PlaceWords {
  let document: MaskedDocument

  package init(_ document: MaskedDocument) { self.document = document }

  /// "What I found, paragraph 3, beginning “The social worker …”".
  package func place(_ location: Location?) -> MaskedText {
    var words = MaskedText()
    guard let location, let part = document.part(location.part) else {
      words.append("The document as a whole")
      return words
    }
    var pieces: [String] = []
    if !part.isMainBody { pieces.append(Self.name(of: part)) }
    if var title = document.sectionTitle(at: location) {
      while title.hasSuffix(":") { title.removeLast() }
      if !title.isEmpty { pieces.append(title) }
    }
    let isBlocked = part.kind == .body || part.blocks.count > 1
    let paragraph =
      isBlocked ? document.blockNumbers(of: location.part).words(at: location.range.start) : nil
    if let paragraph { pieces.append(paragraph) }
    var place = pieces.joined(separator: ", ")
    if place.isEmpty { place = "text" }
    words.append(Wording.capitalised(place))
    if let paragraph, paragraph != "heading",
      let opening = document.opening(at: location, width: 44, words: 6), !opening.runs.isEmpty
    {
      words.append(", beginning \u{201C}")
      for run in opening.runs { words.append(run) }
      words.append("\u{201D}")
    }
    return words
  }

  /// "line 41, column 7".
  package func position(_ location: Location?) -> String? {
    guard let location, document.part(location.part) != nil else { return nil }
    let position = document.position(of: location.range.start, in: location.part)
    return "line \(Wording.grouped(position.line)), column \(Wording.grouped(position.column))"
  }

  /// A part in a person's words, with who sees it where that is not everybody.
  static func name(of part: Part) -> String {
    let name = part.kind == .fileName ? "file name" : part.name
    switch part.visibility {
    case .shown, .metadata: return name
    case .hidden, .deleted, .inserted:
      let isSaid = name.hasPrefix(part.visibility.rawValue)
      return isSaid ? name : "\(name) (\(part.visibility.rawValue))"
    }
  }
}
