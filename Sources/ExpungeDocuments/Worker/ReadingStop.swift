import ExpungeText

/// Why a reader left something out; worded by whoever asked it.
package enum ReadingStop: UInt8, Sendable, CaseIterable {
  case nesting, documentParts, documentExpansion, embeddedData

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
    case .embeddedData:
      Unread(
        reason: "a file is embedded in an address as data; save it as a file and examine that")
    }
  }
}
