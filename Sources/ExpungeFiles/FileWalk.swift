import Glibc

/// From the paths a person names to the documents to examine, in the order of the report.
///
/// Arguments in their order, then depth first with entries in byte order. Named files are always
/// documents, also through a symbolic link; in folders links are listed and not followed, hidden
/// files are examined and `.git` is not. Nothing is left out silently.
package struct FileWalk {
  package struct Entry: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
      case document
      /// Should have been examined and cannot be: the reason, one sentence's predicate.
      case unread(String)
      /// Outside what was asked for: the reason.
      case excluded(String)
      /// A named path that cannot be used at all.
      case failed(FileError.Reason)
    }

    package let path: FilePath
    package let outcome: Outcome
    /// Whether the path stands among the arguments.
    package let isNamed: Bool
    package let isFolder: Bool

    package init(path: FilePath, outcome: Outcome, isNamed: Bool, isFolder: Bool = false) {
      self.path = path
      self.outcome = outcome
      self.isNamed = isNamed
      self.isFolder = isFolder
    }
  }

  /// Folders deeper than this are unread; with links not followed, only a strange file system is.
  private static let deepest = 256

  private var entries: [Entry] = []
  /// Device and number of the folders on the way down, against loops of bind mounts.
  private var ancestors: [[UInt64]] = []

  /// Everything that the arguments stand for. O(files × log of the files in a folder).
  package static func entries(of arguments: [FilePath]) -> [Entry] {
    var walk = FileWalk()
    for argument in arguments { walk.visit(argument: argument) }
    return walk.entries
  }

  private init() {}

  private mutating func add(
    _ path: FilePath, _ outcome: Entry.Outcome, named: Bool = false, folder: Bool = false
  ) {
    entries.append(Entry(path: path, outcome: outcome, isNamed: named, isFolder: folder))
  }

  private mutating func visit(argument: FilePath) {
    if argument.isStandardInput {
      add(argument, .document, named: true)
      return
    }
    var status = stat()
    guard argument.withCString({ stat($0, &status) }) == 0 else {
      add(argument, .failed(FileError.Reason(errno: errno)), named: true)
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      add(argument, .document, named: true)
      return
    }
    let before = entries.count
    visit(folder: argument, status: status, named: true)
    let found = entries[before...].contains {
      if case .excluded = $0.outcome { false } else { true }
    }
    if !found {
      add(
        argument, .unread("the folder holds no text; name the files to examine"), named: true,
        folder: true)
    }
  }

  private mutating func visit(folder: FilePath, status: stat, named: Bool) {
    let identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
    guard !ancestors.contains(identity) else {
      add(folder, .excluded("a folder that contains itself"), named: named, folder: true)
      return
    }
    guard ancestors.count < FileWalk.deepest else {
      add(folder, .unread("the folder lies too deep; name it"), named: named, folder: true)
      return
    }
    guard let names = FileWalk.names(in: folder) else {
      let reason = FileError.Reason(errno: errno)
      add(
        folder,
        named && reason.meansAbsent
          ? .failed(reason) : .unread(FileError(.list, reason, at: "the folder").description),
        named: named, folder: true)
      return
    }
    ancestors.append(identity)
    for name in names { visit(entry: folder.appending(name), name: name) }
    ancestors.removeLast()
  }

  private mutating func visit(entry: FilePath, name: [UInt8]) {
    var status = stat()
    guard entry.withCString({ lstat($0, &status) }) == 0 else {
      add(entry, .unread("the file cannot be read: \(FileError.Reason(errno: errno).words.what)"))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      if name == Array(".git".utf8) {
        add(entry, .excluded("the history of a repository"), folder: true)
      } else {
        visit(folder: entry, status: status, named: false)
      }
    case S_IFLNK:
      add(entry, .excluded("a symbolic link"))
    case S_IFREG:
      add(entry, FileWalk.outcome(of: entry) { FileWalk.head(of: entry) })
    default:
      add(entry, .excluded("not a regular file"))
    }
  }

  /// What a walk makes of a file that nobody named: by its name, or else by how it begins.
  ///
  /// - Parameter head: the file's first bytes, `headBytes` at most; nil if it cannot be read.
  package static func outcome(of file: FilePath, head: () -> [UInt8]?) -> Entry.Outcome {
    switch FileKind(name: file.lastComponent, fileExtension: file.fileExtension) {
    case .document: return .document
    case .unreadable(let kind): return .unread("this version does not read \(kind)")
    case .excluded(let reason): return .excluded(reason)
    case .unknown:
      // Reading what has no head will fail the same way, and say why.
      guard let head = head() else { return .document }
      return looksLikeText(head) ? .document : .excluded("not a text")
    }
  }

  /// How much of a file tells whether it is a text.
  package static let headBytes = 4096

  /// The names in a folder in byte order; nil with `errno` set.
  private static func names(in folder: FilePath) -> [[UInt8]]? {
    guard let stream = folder.withCString({ opendir($0) }) else { return nil }
    defer {
      let code = errno
      closedir(stream)
      errno = code
    }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { return nil }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func head(of path: FilePath) -> [UInt8]? {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: headBytes)
    let count = head.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { return nil }
    head.removeLast(head.count - count)
    return head
  }

  /// UTF-8 without NUL, or a UTF-16 mark.
  private static func looksLikeText(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    guard !head.contains(0) else { return false }
    // A character may be cut at the end of what was read.
    let cuts = head.count == headBytes ? 0...3 : 0...0
    return cuts.contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
  }
}
