package import ExpungeText

/// The text of a finding, which cannot be had without a `Reveal`.
package struct Disclosure: Sendable {
  package let text: String

  package init(of finding: Finding, in document: Document, by reveal: Reveal) {
    guard let location = finding.location else {
      text = ""
      return
    }
    let part = document.parts[location.part]
    text = String(decoding: part.text[location.range.start..<location.range.end], as: UTF8.self)
  }
}
