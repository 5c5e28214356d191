package import ExpungeText

/// What a part read by the worker is. The worker names a role and a number, never words of its own,
/// so that nothing a hostile page contains can come out as a part's name.
package enum PartRole: UInt8, Sendable, CaseIterable {
  case body, title, hiddenText, comment, link, pictureAddress, alternativeText, attribute, property

  /// In a person's words; unique for a number.
  func name(_ number: Int) -> String {
    switch self {
    case .body: "body"
    case .title: "title"
    case .hiddenText: "hidden text \(number)"
    case .comment: "comment \(number)"
    case .link: "link \(number)"
    case .pictureAddress: "address of picture \(number)"
    case .alternativeText: "alternative text of picture \(number)"
    case .attribute: "attribute \(number)"
    case .property: "property \(number)"
    }
  }

  var kind: Part.Kind {
    switch self {
    case .body, .hiddenText: .body
    case .title: .title
    case .comment: .comment
    case .link, .pictureAddress: .link
    case .alternativeText: .alternativeText
    case .attribute: .attribute
    case .property: .property
    }
  }

  var visibility: Part.Visibility {
    switch self {
    case .body, .title: .shown
    case .property: .metadata
    case .hiddenText, .comment, .link, .pictureAddress, .alternativeText, .attribute: .hidden
    }
  }
}

/// A part as a reader made it, before it has a name.
package struct ReadPart: Sendable {
  package let role: PartRole
  /// Counts from 1 within the role.
  package let number: Int
  package let text: [UInt8]
  package let blocks: [Block]
  /// To the bytes that the reader was given.
  package let source: SourceMap

  package init(
    role: PartRole, number: Int, text: [UInt8], blocks: [Block], source: SourceMap
  ) {
    self.role = role
    self.number = number
    self.text = text
    self.blocks = blocks
    self.source = source
  }

  func part(source: SourceMap) -> Part {
    Part(
      name: role.name(number), kind: role.kind, visibility: role.visibility, text: text,
      blocks: blocks, source: source)
  }
}

/// Why a reader left something out; worded by whoever asked it.
package enum ReadingStop: UInt8, Sendable, CaseIterable {
  case nesting, documentParts, documentExpansion

  var unread: Unread {
    switch self {
    case .nesting:
      Unread(
        reason: "elements stand too deep in one another; raise the limit or simplify the page",
        limit: "nesting")
    case .documentParts:
      Unread(
        reason: "the document has too many parts; raise the limit or split it",
        limit: "document-parts")
    case .documentExpansion:
      Unread(
        reason: "the document's text is far larger than its file; raise the limit or convert it",
        limit: "document-expansion")
    }
  }
}

/// What a reader made of a file.
package struct ReadParts: Sendable {
  /// The body first.
  package var parts: [ReadPart]
  package var stops: Set<ReadingStop>

  package init(parts: [ReadPart] = [], stops: Set<ReadingStop> = []) {
    self.parts = parts
    self.stops = stops
  }
}

/// The limits that a reader itself must keep.
package struct ReaderLimits: Hashable, Sendable {
  package let parts: Int
  package let nesting: Int
  /// Bytes of text that all parts may hold together.
  package let textBytes: Int

  package init(parts: Int, nesting: Int, textBytes: Int) {
    self.parts = parts
    self.nesting = nesting
    self.textBytes = textBytes
  }

  package init(_ limits: Limits, fileBytes: Int) {
    parts = limits.documentParts
    nesting = limits.nesting
    // A tiny page may grow by its list marks without anybody attacking.
    textBytes =
      max(fileBytes, 4096).multipliedReportingOverflow(by: limits.documentExpansion)
      .partialValue
  }
}
