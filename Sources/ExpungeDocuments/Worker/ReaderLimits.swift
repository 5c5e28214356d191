package import ExpungeText

/// The limits that a reader itself must keep.
package struct ReaderLimits: Hashable, Sendable {
  package let parts: Int
  package let nesting: Int
  /// Bytes of text that all parts may hold together.
  package let textBytes: Int
  /// Entries of a package.
  package let packageEntries: Int
  /// Bytes that they may unpack to together.
  package let packageBytes: Int
  /// Bytes that an entry may unpack to for each of its own.
  package let packageRatio: Int

  /// So large that no machine holds it, so small that a few times as much is still a number.
  private static let mostTextBytes = 1 << 48

  package init(
    parts: Int, nesting: Int, textBytes: Int, packageEntries: Int = 10_000,
    packageBytes: Int = 1 << 28, packageRatio: Int = 400
  ) {
    self.parts = parts
    self.nesting = nesting
    self.textBytes = textBytes
    self.packageEntries = packageEntries
    self.packageBytes = packageBytes
    self.packageRatio = packageRatio
  }

  /// - Parameter isPacked: whether the file is packed, so that what it unpacks to is counted.
  package init(_ limits: Limits, fileBytes: Int, isPacked: Bool = false) {
    // A tiny page may grow by its list marks without anybody attacking.
    let product = max(isPacked ? limits.packageBytes : fileBytes, 4096)
      .multipliedReportingOverflow(by: isPacked ? 2 : max(limits.documentExpansion, 1))
    self.init(
      parts: limits.documentParts, nesting: limits.nesting,
      textBytes: product.overflow
        ? Self.mostTextBytes : min(product.partialValue, Self.mostTextBytes),
      packageEntries: limits.packageEntries, packageBytes: limits.packageBytes,
      packageRatio: limits.packageRatio)
  }
}
