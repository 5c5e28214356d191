import ExpungeText

/// Why a reader left something out; worded by whoever asked it.
package enum ReadingStop: UInt8, Sendable, CaseIterable {
  case nesting, documentParts, documentExpansion, embeddedData
  case packageEntries, packageBytes, packageRatio
  case damagedPackage, duplicateEntries, strayPath, encryptedPackage, otherPackage
  case damagedMarkup, declaredEntities, damagedMessage, encryptedMessage, unknownEncoding
  case doesNotFit, notWritten

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
    case .packageEntries:
      Unread(
        reason: "it is packed from too many files; raise the limit or unpack it yourself",
        limit: "package-entries")
    case .packageBytes:
      Unread(
        reason: "it unpacks to more than is allowed; raise the limit if you trust it",
        limit: "package-bytes")
    case .packageRatio:
      Unread(
        reason: "an inner file is packed far too tightly to be a document; do not open it",
        limit: "package-ratio")
    case .damagedPackage:
      Unread(reason: "the file is cut short or damaged; get it again or save it anew")
    case .duplicateEntries:
      Unread(
        reason: "two inner files have the same name, so programs read it differently; save it anew")
    case .strayPath:
      Unread(
        reason: "an inner file's name leads out of the file, which no document needs; "
          + "do not unpack it")
    case .encryptedPackage:
      Unread(reason: "it is protected by a password; save it without one")
    case .otherPackage:
      Unread(
        reason: "this version does not read this kind of office file; save it as DOCX or as text")
    case .damagedMarkup:
      Unread(reason: "its main text is damaged; open the file and save it again")
    case .declaredEntities:
      Unread(
        reason: "it declares entities of its own, which no word processor writes; save it anew")
    case .damagedMessage:
      Unread(reason: "the message's parts cannot be told apart; save the message as text")
    case .encryptedMessage:
      Unread(reason: "the message is encrypted; save it decrypted")
    case .unknownEncoding:
      Unread(
        reason: "a text of the message is in an encoding that this version does not convert; "
          + "save it as UTF-8")
    case .doesNotFit:
      Unread(reason: "the changes do not fit the file; read it again")
    case .notWritten:
      Unread(reason: "the file could not be packed again; save it anew and redact that")
    }
  }
}
