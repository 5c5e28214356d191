/// A place as a person types it: "41:7", or "comment 3:1:4".
package struct PlaceArgument: Sendable, Equatable {
  /// The part's name; nil for the body.
  package let part: String?
  package let line: Int
  package let column: Int

  /// - Throws: `ConfigurationError` when the text is no place.
  package init(_ text: String) throws(ConfigurationError) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 2, let line = Int(fields[fields.count - 2]),
      let column = Int(fields[fields.count - 1]), line > 0, column > 0
    else {
      throw ConfigurationError(
        "\u{201C}\(text)\u{201D} is no place: write LINE:COLUMN, or PART:LINE:COLUMN, counted from 1"
      )
    }
    let part = fields.dropLast(2).joined(separator: ":")
    self.part = part.isEmpty ? nil : part
    self.line = line
    self.column = column
  }
}
