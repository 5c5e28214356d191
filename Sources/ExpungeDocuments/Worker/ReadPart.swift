package import ExpungeText

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
