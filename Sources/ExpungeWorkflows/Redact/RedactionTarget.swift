import ExpungeFiles
import ExpungeRedaction

/// Where redacted copies and their manifest go.
enum RedactionTarget {
  case folder(OutputFolder)
  /// Over the originals, with the manifest in a file of this name.
  case inPlace(manifest: String?)

  /// - Throws: `ConfigurationError` when the place cannot be used with these inputs.
  init(_ destination: RedactOptions.Destination, inputs: [String]) throws(ConfigurationError) {
    switch destination {
    case .folder(let path): self = .folder(try OutputFolder(path, inputs: inputs))
    case .inPlace(let manifest):
      guard !inputs.contains("-") else {
        throw ConfigurationError(
          "standard input has no place of its own: name files, or give --output")
      }
      self = .inPlace(manifest: manifest)
    }
  }

  var isInPlace: Bool {
    if case .inPlace = self { true } else { false }
  }

  /// The file that takes the manifest; nil when none is wanted.
  func manifest() throws(FileError) -> AtomicFile? {
    switch self {
    case .folder(let folder):
      return try folder.create(
        OutputFolder.manifestName, shownAs: OutputFolder.manifestName)
    case .inPlace(let path?):
      return try AtomicFile.create(FilePath(argument: path), name: path, mode: 0o644)
    case .inPlace(nil):
      return nil
    }
  }

  /// Writes a proved copy.
  ///
  /// - Parameters:
  ///   - name: below the output folder, or how the original is called.
  ///   - original: of which it is the copy.
  func write(_ bytes: [UInt8], as name: String, of original: AuditRun.Item) throws {
    switch self {
    case .folder(let folder):
      try folder.makeFolders(above: name)
      let file = try folder.create(name, shownAs: name)
      try file.write(bytes)
      try file.publish()
    case .inPlace:
      guard bytes != original.bytes else { return }
      let file = try AtomicFile.create(original.path, name: name, replaces: true)
      try file.takeOver(from: original.path, holding: original.bytes)
      try file.write(bytes)
      try file.publish()
    }
  }
}
