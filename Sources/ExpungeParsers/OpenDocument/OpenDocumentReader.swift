import ExpungeDocuments
import ExpungeText

/// Reads an OpenDocument text (ISO/IEC 26300).
enum OpenDocumentReader {
  static func read(_ package: PackageContents, limits: ReaderLimits) -> ReadParts {
    ReadParts(stops: [.otherPackage])
  }
}
