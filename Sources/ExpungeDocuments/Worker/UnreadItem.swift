import ExpungeText

/// Something within a file that no reader reads; worded by whoever asked.
package struct UnreadItem: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case picture, embeddedFile, macros, font, damaged, encrypted, sound
    /// A small picture of the first page.
    case preview

    /// Whether a person can look at what it is, and so accept it by its content.
    var canBeLookedAt: Bool {
      switch self {
      case .picture, .preview, .embeddedFile, .macros, .font, .sound: true
      case .damaged, .encrypted: false
      }
    }

    func words(_ number: Int) -> (part: String, reason: String) {
      switch self {
      case .picture:
        ("picture \(number)", "what a picture shows is not read; look at it, then acknowledge it")
      case .preview:
        (
          "preview picture \(number)",
          "it shows the first page and is not read; a redacted copy has none"
        )
      case .embeddedFile:
        ("embedded file \(number)", "this version does not read it; remove it or examine it apart")
      case .macros:
        ("macros \(number)", "macros are not read; save the file without them")
      case .font:
        ("font \(number)", "an embedded font is not read; save the file without it")
      case .damaged:
        (
          "inner file \(number)",
          "it is damaged and cannot be read; open the file and save it again"
        )
      case .encrypted:
        ("inner file \(number)", "it is encrypted; save the file without a password")
      case .sound:
        ("recording \(number)", "a sound or film is not read; remove it or listen to it")
      }
    }
  }

  package let kind: Kind
  /// Counts from 1 within the kind.
  package let number: Int
  /// The entry of the contents that holds it; nil where it has none.
  package let entry: Int?

  package init(kind: Kind, number: Int, entry: Int?) {
    self.kind = kind
    self.number = number
    self.entry = entry
  }

  /// - Parameters:
  ///   - cuts: what a redacted copy loses by rule.
  ///   - hash: of a part of the contents.
  func unread(
    in contents: FileContents?, cuts: [LayerCut], hash: (ArraySlice<UInt8>) -> String
  ) -> Unread {
    let words = kind.words(number)
    let place = entry.flatMap { contents?.entries[$0].range }
    var content: ArraySlice<UInt8>?
    if kind.canBeLookedAt, let place, let contents {
      content = UnreadItem.bytes(of: contents, in: place, without: cuts)
    }
    return Unread(
      part: words.part, reason: words.reason, contentHash: content.map(hash),
      goesByRule: place.map { place in
        cuts.contains { $0.kind == .property && $0.range == place }
      } ?? false)
  }

  /// What nobody reads of an entry: what is said within a picture is read, and goes by rule, so that a
  /// picture that was accepted is accepted still where nothing is said any more.
  private static func bytes(
    of contents: FileContents, in place: ByteRange, without cuts: [LayerCut]
  ) -> ArraySlice<UInt8> {
    let read = cuts.filter {
      $0.kind == .property && $0.range != place && place.contains($0.range)
    }
    guard !read.isEmpty else { return contents.bytes[place.start..<place.end] }
    var kept: [UInt8] = []
    var start = place.start
    for cut in read.sorted(by: { $0.range < $1.range }) {
      kept += contents.bytes[start..<cut.range.start] + cut.replacement
      start = cut.range.end
    }
    return (kept + contents.bytes[start..<place.end])[...]
  }
}
