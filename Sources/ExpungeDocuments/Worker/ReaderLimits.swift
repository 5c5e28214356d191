package import ExpungeText

/// The limits that a reader itself must keep.
package struct ReaderLimits: Hashable, Sendable {
  package let parts: Int
  package let nesting: Int
  /// Bytes of text that all parts may hold together.
  package let textBytes: Int

  /// So large that no machine holds it, so small that a few times as much is still a number.
  private static let mostTextBytes = 1 << 48

  package init(parts: Int, nesting: Int, textBytes: Int) {
    self.parts = parts
    self.nesting = nesting
    self.textBytes = textBytes
  }

  package init(_ limits: Limits, fileBytes: Int) {
    parts = limits.documentParts
    nesting = limits.nesting
    // A tiny page may grow by its list marks without anybody attacking.
    let product = max(fileBytes, 4096).multipliedReportingOverflow(
      by: max(limits.documentExpansion, 1))
    textBytes =
      product.overflow ? Self.mostTextBytes : min(product.partialValue, Self.mostTextBytes)
  }
}
