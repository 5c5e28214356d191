/// What the terminal can do, and how wide it is.
package struct Style: Sendable, Equatable {
  package static let narrowest = 40

  package var colour: Bool
  /// Cells of a line; 40 at least.
  package var width: Int
  /// Whether characters beyond ASCII may be printed.
  package var unicode: Bool

  package init(colour: Bool = false, width: Int = 80, unicode: Bool = true) {
    self.colour = colour
    self.width = max(Style.narrowest, width)
    self.unicode = unicode
  }
}

/// What a stretch of text means: the only thing colour depends on.
enum Tone: Sendable {
  case plain, heading, faint, critical, high, medium, leak, mask, pass, fail, warning

  /// Parameters of the terminal's "select graphic rendition"; nil for none.
  var code: String? {
    switch self {
    case .plain: nil
    case .heading: "1"
    case .faint: "2"
    case .critical, .fail: "1;31"
    case .leak: "1;7"
    case .high: "31"
    case .medium, .warning: "33"
    case .mask: "36"
    case .pass: "1;32"
    }
  }
}
