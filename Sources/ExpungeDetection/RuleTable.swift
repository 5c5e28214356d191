import ExpungeText

/// The flat table that carries packs, guards, foldings, classes and profiles inside the binary.
///
/// Written when the patterns are compiled, read at start-up without any parser. Numbers are
/// little-endian; texts and lists begin with their count. A table of another format is refused.
package enum RuleTable {
  /// Raised whenever the format changes: a binary reads only its own.
  static let formatVersion: UInt32 = 7
  private static let magic = Array("EXPUNGE\n".utf8)

  package static func encode(_ library: PatternLibrary) -> [UInt8] {
    var writer = TableWriter()
    writer.raw(magic)
    writer.number(Int(formatVersion))
    writer.list(library.packs) { writer, pack in
      writer.text(pack.identifier)
      writer.text(pack.version)
      writer.text(pack.sha256)
    }
    writer.poolGuardKinds(of: library.rules)
    writer.list(library.rules) { $0.rule($1) }
    writer.list(library.foldings.replacements.sorted { $0.key < $1.key }) { writer, folding in
      writer.number(Int(folding.key))
      writer.blob(folding.value)
    }
    writer.list(library.classes) { writer, entry in
      writer.text(entry.code)
      writer.text(entry.title)
      writer.byte(entry.severity.rawValue)
      writer.byte(entry.coverage.rawValue)
      writer.texts(entry.lookedForBy)
      writer.number(entry.narrows)
    }
    writer.list(library.profiles) { $0.profile($1) }
    writer.list(library.lexicons) { writer, lexicon in
      writer.text(lexicon.identifier)
      writer.list(lexicon.words) { $0.text($1) }
    }
    writer.list(library.circumstances) { $0.circumstance($1) }
    writer.list(library.law) { $0.legalReference($1) }
    writer.list(library.publication) { $0.publicationCheck($1) }
    writer.text(library.sha256)
    writer.blob(library.index.bytes)
    writer.blob(library.indexWithoutFacts.bytes)
    return writer.bytes
  }

  /// Reads a table back. Linear in its bytes.
  ///
  /// - Throws: `RuleTableError` where the bytes are no table of this format; never traps.
  package static func decode(_ bytes: [UInt8]) throws(RuleTableError) -> PatternLibrary {
    var reader = TableReader(bytes)
    for byte in magic where try reader.byte() != byte { throw .notATable }
    let version = try reader.number()
    guard version == Int(formatVersion) else { throw .otherVersion(version) }
    let packs = try reader.list { (reader) throws(RuleTableError) in
      PatternLibrary.PackSummary(
        identifier: try reader.text(), version: try reader.text(), sha256: try reader.text())
    }
    try reader.readGuardKinds()
    let library = PatternLibrary(
      packs: packs,
      rules: try reader.list { (reader) throws(RuleTableError) in try reader.rule() },
      foldings: Foldings(replacements: try reader.foldings()),
      classes: try reader.list { (reader) throws(RuleTableError) in
        TaxonomyClass(
          code: try reader.text(), title: try reader.text(), severity: try reader.severity(),
          coverage: try reader.enumeration(), lookedForBy: try reader.texts(),
          narrows: try reader.number())
      },
      profiles: try reader.list { (reader) throws(RuleTableError) in try reader.profile() },
      lexicons: try reader.list { (reader) throws(RuleTableError) in
        Lexicon(
          identifier: try reader.text(),
          words: try reader.list { (reader) throws(RuleTableError) in try reader.text() })
      },
      circumstances: try reader.list { (reader) throws(RuleTableError) in
        try reader.circumstance()
      },
      law: try reader.list { (reader) throws(RuleTableError) in try reader.legalReference() },
      publication: try reader.list { (reader) throws(RuleTableError) in
        try reader.publicationCheck()
      },
      sha256: try reader.text(), index: EncodedIndex(try reader.blob()),
      indexWithoutFacts: EncodedIndex(try reader.blob()))
    guard reader.isAtEnd else { throw .corrupt(at: reader.offset) }
    return library
  }
}

/// Why a table cannot be read.
package enum RuleTableError: Error, Sendable, Equatable {
  case notATable
  case otherVersion(Int)
  /// Byte of the table.
  case corrupt(at: Int)
}

extension RuleTableError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATable: "the embedded pattern table is no such table; build the program again"
    case .otherVersion(let version):
      "the embedded pattern table has format \(version) instead of \(RuleTable.formatVersion); "
        + "build the program again"
    case .corrupt(let offset):
      "the embedded pattern table is damaged at byte \(offset); build the program again"
    }
  }
}

extension RuleTable {
  /// A profile's bytes in the table: what its hash is taken over.
  package static func encode(_ profile: Profile) -> [UInt8] {
    var writer = TableWriter()
    writer.profile(profile)
    return writer.bytes
  }
}
