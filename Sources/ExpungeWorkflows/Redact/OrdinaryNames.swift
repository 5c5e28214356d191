import Resources

/// Names that are also words of the language: Will, Grace, Hill.
///
/// From `Patterns/Lexicons/names-that-are-words.txt`, whose head says where it comes from.
enum OrdinaryNames {
  static let embedded: Set<String> = {
    let bytes = Resources.file("Patterns/Lexicons/names-that-are-words.txt") ?? []
    return Set(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }.map(String.init))
  }()
}
