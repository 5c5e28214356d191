package import ExpungeText

/// A part as a reader made it, before it has a name.
package struct ReadPart: Sendable {
  package let role: PartRole
  /// Counts from 1 within the role.
  package let number: Int
  /// The enclosed file that holds it, counting from 1 through the whole file; 0 for the file's own.
  package let enclosed: Int
  package let text: [UInt8]
  package let blocks: [Block]
  /// To the bytes that the reader was given, or to the contents that it unpacked.
  package let source: SourceMap

  package init(
    role: PartRole, number: Int, enclosed: Int = 0, text: [UInt8], blocks: [Block],
    source: SourceMap
  ) {
    self.role = role
    self.number = number
    self.enclosed = enclosed
    self.text = text
    self.blocks = blocks
    self.source = source
  }

  func part(source: SourceMap) -> Part {
    let name = role.name(number)
    return Part(
      name: enclosed == 0 ? name : "attachment \(enclosed), \(name)",
      kind: isWrittenByPrograms ? .markup : role.kind,
      visibility: role.visibility, text: text, blocks: blocks, source: source, saysWho: saysWho)
  }

  private var saysWho: Bool {
    switch role {
    case .author, .commentAuthor, .changeAuthor, .person: true
    case .documentProperty: DocumentProperty(number: number)?.saysWho == true
    default: false
    }
  }

  /// Whether words of it are nobody's name by themselves.
  private var isWrittenByPrograms: Bool {
    switch role {
    case .documentProperty: DocumentProperty(number: number)?.isFilledByPrograms == true
    case .messageField: MessageField(number: number)?.isIdentifier == true
    default: false
    }
  }
}
