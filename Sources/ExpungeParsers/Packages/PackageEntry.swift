import ExpungeText

/// One file within a zip file, unpacked.
package struct PackageEntry: Sendable {
  /// As the zip file calls it: UTF-8 where it is any, with "/" between folders.
  package let name: [UInt8]
  /// Its own bytes, unpacked.
  package let bytes: [UInt8]
  package let isEncrypted: Bool

  package init(name: [UInt8], bytes: [UInt8], isEncrypted: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isEncrypted = isEncrypted
  }

  package var path: String { String(decoding: name, as: UTF8.self) }

  /// A folder, which holds nothing itself.
  package var isFolder: Bool { name.last == UInt8(ascii: "/") }
}
