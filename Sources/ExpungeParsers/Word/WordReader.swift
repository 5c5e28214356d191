import ExpungeDocuments
import ExpungeText

/// Reads a Word file (ISO/IEC 29500, transitional and strict).
enum WordReader {
  static func read(_ package: PackageContents, limits: ReaderLimits) -> ReadParts {
    ReadParts(stops: [.otherPackage])
  }
}
