import ExpungeText

/// What word processors call the files in their packages: known words and a number.
enum UsualEntryName {
  private static let words: Set<String> = [
    "[content_types].xml", ".rels", "app.xml", "core.xml", "custom.xml", "document.xml",
    "document.xml.rels", "styles.xml", "styleswitheffects.xml", "settings.xml",
    "settings.xml.rels", "websettings.xml", "websettings.xml.rels", "fonttable.xml",
    "fonttable.xml.rels", "numbering.xml", "numbering.xml.rels", "footnotes.xml",
    "footnotes.xml.rels", "endnotes.xml", "endnotes.xml.rels", "comments.xml",
    "comments.xml.rels", "commentsextended.xml", "commentsids.xml", "commentsextensible.xml",
    "people.xml", "theme.xml", "theme.xml.rels", "header.xml", "header.xml.rels", "footer.xml",
    "footer.xml.rels", "item.xml", "item.xml.rels", "itemprops.xml", "image.png", "image.jpeg",
    "image.jpg", "image.gif", "image.emf", "image.wmf", "image.svg", "image.tif", "image.tiff",
    "image.bmp", "thumbnail.jpeg", "thumbnail.emf", "thumbnail.wmf", "thumbnail.png",
    "oleobject.bin", "chart.xml", "chart.xml.rels", "colors.xml", "style.xml", "data.xml",
    "layout.xml", "quickstyle.xml", "drawing.xml", "vbaproject.bin", "vbaproject.bin.rels",
    "vbadata.xml", "activex.xml", "activex.bin", "font.odttf", "printersettings.bin",
    "mimetype", "content.xml", "meta.xml", "manifest.xml", "manifest.rdf", "current.xml",
    "glossarydocument.xml", "glossarydocument.xml.rels", "commentauthors.xml", "layout-cache",
    "documentsignatures.xml",
  ]

  /// Goes by the last piece of the path; the folders before it are the program's, too, where they are
  /// plain words of small letters.
  static func isOne(_ name: [UInt8]) -> Bool {
    let pieces = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard let last = pieces.last else { return true }
    if name.last == UInt8(ascii: "/") { return pieces.allSatisfy(isFolder) }
    let plain = String(decoding: last.filter { !Ascii.isDigit($0) }, as: UTF8.self).lowercased()
    return (words.contains(plain) || isSum(last))
      && pieces.dropLast().allSatisfy(isFolder)
  }

  private static func isFolder(_ name: ArraySlice<UInt8>) -> Bool {
    folders.contains(String(decoding: name, as: UTF8.self))
      || name.starts(with: "Object ".utf8) && name.dropFirst(7).allSatisfy(Ascii.isDigit)
  }

  /// Whether a picture is called by a sum of its bytes, as LibreOffice does.
  private static func isSum(_ name: ArraySlice<UInt8>) -> Bool {
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    return stem.count >= 24
      && stem.allSatisfy {
        Ascii.isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0)
      }
      && name.count - stem.count <= 5
  }

  private static let folders: Set<String> = [
    "_rels", "word", "docProps", "customXml", "theme", "media", "embeddings", "charts", "diagrams",
    "drawings", "fonts", "glossary", "activeX", "printerSettings", "META-INF", "Pictures",
    "Thumbnails", "Configurations2", "accelerator", "ObjectReplacements", "xl", "ppt",
    "toolpanel", "progressbar", "statusbar", "toolbar", "floater", "popupmenu", "menubar", "images",
    "Bitmaps",
  ]
}
