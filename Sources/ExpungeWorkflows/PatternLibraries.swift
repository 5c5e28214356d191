package import ExpungeDetection
package import ExpungePacks
import Resources

/// Where a run's rules come from: the table in the binary, or that and a folder of packs.
package enum PatternLibraries {
  /// The embedded table is read without any parser; with a folder everything is compiled anew.
  ///
  /// - Throws: `ConfigurationError` naming file, line and column of what is wrong in the folder.
  package static func load(patterns folder: String?) throws(ConfigurationError) -> PatternLibrary {
    var shipped: PatternLibrary
    do {
      shipped = try RuleTable.decode(Resources.patternTable())
      shipped.index = index(in: Resources.patternIndex)
      shipped.indexWithoutFacts = index(in: Resources.patternIndexWithoutFacts)
    } catch {
      throw ConfigurationError("the rules inside this program are damaged: \(error)")
    }
    guard let folder else { return shipped }
    let tree = try catalogue(folder: folder).tree
    do {
      return try PatternCompiler.compile(tree, reusing: shipped)
    } catch {
      throw ConfigurationError(error.problems.map(\.description))
    }
  }

  /// All packs with their examples, as a person looks at them.
  ///
  /// - Throws: `ConfigurationError` naming file, line and column of what is wrong in the folder.
  package static func catalogue(
    folder: String?
  ) throws(ConfigurationError) -> PatternCatalogue {
    do {
      return try PatternCatalogue(embedded: embedded, folder: folder)
    } catch {
      throw ConfigurationError(error.problems.map(\.description))
    }
  }

  /// Writes the embedded packs to a new folder.
  ///
  /// - Throws: `ConfigurationError` when something is there already or cannot be written.
  package static func export(to folder: String) throws(ConfigurationError) -> Int {
    do {
      return try PatternExport.write(embedded, to: folder).count
    } catch {
      throw ConfigurationError(error.description)
    }
  }

  /// An index of this program, unpacked when it is used.
  private static func index(in bytes: EmbeddedBytes) -> EncodedIndex {
    EncodedIndex(count: bytes.count, room: bytes.room) { bytes.write(to: $0) }
  }

  private static var embedded: [PatternSource] {
    Resources.paths.filter { $0.hasPrefix("Patterns/") }.compactMap { path in
      Resources.file(path).map { PatternSource(path: path, bytes: $0) }
    }
  }
}
