import ExpungeDocuments
import ExpungeReporting
import ExpungeText

/// Marks a web page: each finding of its text under a `<mark>` that tells its remark, the rest in a
/// list at the page's head.
enum PageMarks {
  static func edits(
    for remarks: [Remark], in page: [UInt8], encoding: TextEncoding
  ) -> [FileEdit] {
    var starts: [Int: String] = [:]
    var ends: [Int: String] = [:]
    for remark in remarks {
      for piece in remark.pieces ?? [] {
        let title = remark.lines.map(EscapedMarkup.of).joined(separator: " ")
        starts[piece.start, default: ""] += "<mark class=\"expunge\" title=\"\(title)\">"
        ends[piece.end, default: ""] += "</mark>"
      }
    }
    let head = bodyStart(in: page, encoding)
    starts[head] = list(of: remarks) + (starts[head] ?? "")
    return Set(starts.keys).union(ends.keys).sorted().map { offset in
      FileEdit(
        source: ByteRange(offset, offset),
        replacement: ascii((ends[offset] ?? "") + (starts[offset] ?? "")), isMarkup: true)
    }
  }

  private static func list(of remarks: [Remark]) -> String {
    var list = "<aside class=\"expunge\">"
    for remark in remarks where remark.pieces == nil {
      list += "<p>" + remark.lines.map(EscapedMarkup.of).joined(separator: " ") + "</p>"
    }
    return list + "</aside>"
  }

  /// So that it can be written in every encoding.
  private static func ascii(_ markup: String) -> [UInt8] {
    markup.unicodeScalars.flatMap {
      $0.isASCII ? Array(String($0).utf8) : Array("&#\($0.value);".utf8)
    }
  }

  /// Behind the body's tag; the page's end where it has none, which browsers show in the body too.
  private static func bodyStart(in page: [UInt8], _ encoding: TextEncoding) -> Int {
    let width = encoding.unitWidth
    let low = encoding == .utf16BigEndian ? 1 : 0
    func unit(_ place: Int) -> UInt8 { page[place + low] | 0x20 }
    let tag = Array("<body".utf8).map { $0 | 0x20 }
    var place = encoding.unitWidth == 2 ? 2 : 0
    while place + tag.count * width < page.count {
      if (0..<tag.count).allSatisfy({ unit(place + $0 * width) == tag[$0] }) {
        while place + width <= page.count, page[place + low] != UInt8(ascii: ">") { place += width }
        return min(place + width, page.count)
      }
      place += width
    }
    return page.count
  }
}
