import ExpungeDocuments
import ExpungeText

/// The entries of a package that no reader reads, by what they are.
struct PackageUnread {
  private(set) var items: [UnreadItem] = []
  private var counts: [UnreadItem.Kind: Int] = [:]

  /// - Parameters:
  ///   - previews: entries that show the first page.
  ///   - macros: entries that hold programs, whatever they are written in.
  ///   - numbers: entries that hold no words at all.
  init(
    _ package: PackageContents, damaged: [Int], previews: [Int] = [], macros: Set<Int> = [],
    numbers: [Int] = []
  ) {
    let damaged = Set(damaged)
    let previews = Set(previews)
    for (number, entry) in package.entries.enumerated() where !entry.range.isEmpty {
      if numbers.contains(number) { continue }
      if macros.contains(number) {
        add(.macros, number)
      } else if damaged.contains(number) {
        add(.damaged, number)
      } else if previews.contains(number) {
        add(.preview, number)
      } else if entry.language == .binary {
        add(PackageUnread.kind(entry.name, package.bytes(ofEntry: number)), number)
      }
    }
  }

  func count(_ kind: UnreadItem.Kind) -> Int { counts[kind] ?? 0 }

  private mutating func add(_ kind: UnreadItem.Kind, _ entry: Int) {
    counts[kind, default: 0] += 1
    items.append(UnreadItem(kind: kind, number: count(kind), entry: entry))
  }

  private static let pictures: Set<String> = [
    "png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib", "tif", "tiff", "emf", "wmf", "emz",
    "wmz", "svg", "svm", "webp", "heic", "ico", "pct", "pict", "eps", "wdp", "jxr",
  ]
  private static let fonts: Set<String> = ["odttf", "ttf", "otf", "ttc", "fntdata"]
  private static let sounds: Set<String> = [
    "mp3", "mp4", "m4a", "m4v", "wav", "wma", "wmv", "avi", "mov", "mpg", "mpeg", "ogg", "flac",
  ]

  /// By the name, or by the first bytes where that says nothing.
  private static func kind(_ name: [UInt8], _ bytes: ArraySlice<UInt8>) -> UnreadItem.Kind {
    let path = String(decoding: name, as: UTF8.self).lowercased()
    if path.hasSuffix("vbaproject.bin") { return .macros }
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    if pictures.contains(ending) { return .picture }
    if fonts.contains(ending) { return .font }
    if sounds.contains(ending) { return .sound }
    for start: [UInt8] in [
      [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], [0x47, 0x49, 0x46, 0x38],
    ] where bytes.starts(with: start) {
      return .picture
    }
    return .embeddedFile
  }
}
