package import ExpungeText

/// One text of a document as the cast list reads it.
package struct CastPart: Sendable {
  /// Index into the document's parts.
  package var number: Int
  /// The part's reading; every offset of the cast list is a byte of it.
  package var text: [UInt8]
  /// Ascending and disjoint.
  package var blocks: [ByteRange]
  /// The decision's summary, where it has one.
  package var summary: ByteRange?
  /// What was found here, ascending.
  package var found: [FoundSpan]

  package init(
    number: Int, text: [UInt8], blocks: [ByteRange], summary: ByteRange? = nil,
    found: [FoundSpan] = []
  ) {
    self.number = number
    self.text = text
    self.blocks = blocks
    self.summary = summary
    self.found = found
  }
}

/// A leak that another stage found, which the cast list compares with the pseudonyms.
package struct FoundSpan: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case person, organisation
  }

  package var kind: Kind
  package var range: ByteRange
  /// Mentions of one person share it.
  package var subject: Int

  package init(kind: Kind, range: ByteRange, subject: Int) {
    self.kind = kind
    self.range = range
    self.subject = subject
  }
}

extension CastPart {
  /// Whether a letter, a pair such as "XX" or a numbered role may stand in a text: most texts without
  /// pseudonyms are passed over by this look alone. O(n).
  package static func mayHavePseudonyms(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var isBehindWord = false
      for index in bytes.indices {
        let byte = bytes[index]
        let isWord = Ascii.isLetter(byte) || byte >= 0x80
        if !isBehindWord, Ascii.isUpper(byte), byte != 0x49 {
          let next = index + 1 < bytes.count ? bytes[index + 1] : Ascii.space
          // A word of one capital, but "I", and "A" where a sentence begins.
          if !Ascii.isLetter(next), next < 0x80, !Ascii.isDigit(next),
            byte != 0x41 || index >= 2 && Ascii.isLower(bytes[index - 2])
          {
            return true
          }
          if next == byte, byte >= 0x57 { return true }
        }
        isBehindWord = isWord
      }
      return false
    }
  }
}
