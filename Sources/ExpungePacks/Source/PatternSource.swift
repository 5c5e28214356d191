/// One file of a pattern folder, from the disk or from inside the binary.
package struct PatternSource: Sendable, Equatable {
  /// As it is to be printed in problems: "Patterns/Packs/contact.yaml".
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The last component: "contact.yaml".
  var fileName: String {
    String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
  }

  /// The last component without ".yaml": "contact".
  var stem: String {
    fileName.hasSuffix(".yaml") ? String(fileName.dropLast(5)) : fileName
  }
}
