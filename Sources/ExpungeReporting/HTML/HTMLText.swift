/// Writes words of a document for HTML.
enum HTMLText {
  /// A stretch of a document: its lines stay lines, its tabs are spaces.
  static func paragraph(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      return line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { EscapedMarkup.of(String(decoding: $0, as: UTF8.self)) }.joined(separator: " ")
    }.joined(separator: "<br>")
  }
}

extension MaskedText {
  /// Words of a document as HTML, the finding strong.
  var html: String {
    runs.map { run in
      let text = EscapedMarkup.of(run.text)
      return run.kind == .leak ? "<strong class=\"leak\">\(text)</strong>" : text
    }.joined()
  }
}
