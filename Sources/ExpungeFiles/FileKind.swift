/// What a folder's file is taken for, by its name: a document, one that this version cannot read, or
/// nothing that was asked for.
///
/// Explicitly named files are never judged by this: they are always documents.
enum FileKind: Hashable {
  case document
  /// Should have been examined: said in the words "this version does not read …".
  case unreadable(String)
  case excluded(String)
  /// No extension, or one that says nothing: its first bytes decide.
  case unknown

  init(name: some Collection<UInt8>, fileExtension: String) {
    if AtomicFile.isTemporaryName(name) {
      self = .excluded("left over by an interrupted run")
      return
    }
    self = FileKind.known[fileExtension] ?? .unknown
  }

  private static let known: [String: FileKind] = {
    var kinds: [String: FileKind] = [:]
    func add(_ extensions: String, _ kind: FileKind) {
      for name in extensions.split(separator: " ") { kinds[String(name)] = kind }
    }
    add(
      "txt text md markdown html htm xhtml docx docm dotx dotm odt ott eml mht mhtml zip", .document
    )
    add("pdf", .unreadable("PDF files"))
    add("doc dot", .unreadable("old Word files"))
    add("fodt ods odp", .unreadable("OpenDocument files"))
    add("rtf", .unreadable("RTF documents"))
    add("pages wpd wps xps epub", .unreadable("documents of this kind"))
    add("msg mbox", .unreadable("e-mails"))
    add("xls xlsx xlsm xlsb", .unreadable("spreadsheets"))
    add("ppt pptx", .unreadable("presentations"))
    add("gz tgz bz2 xz 7z tar rar zst", .unreadable("archives"))
    add("tif tiff", .unreadable("scanned pages"))
    add("png jpg jpeg gif bmp webp svg ico heic avif", .excluded("a picture"))
    add("mp3 m4a wav ogg flac mp4 mov avi mkv webm", .excluded("a recording"))
    add("css js mjs ts map woff woff2 ttf otf eot", .excluded("part of a web site's machinery"))
    add("json jsonl xml yaml yml toml ini csv tsv sql db sqlite", .excluded("a data file"))
    add("swift c h cpp py rb sh pl go rs java php", .excluded("source code"))
    add("exe dll so o a bin class pyc wasm", .excluded("a program"))
    return kinds
  }()
}
