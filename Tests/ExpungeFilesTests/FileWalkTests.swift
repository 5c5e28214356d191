import ExpungeFiles
import Glibc
import Testing

@Suite struct FileWalkTests {
  private let folder = TemporaryFolder()

  private func walk(_ arguments: FilePath...) -> [String] {
    let prefix = folder.path.text + "/"
    return FileWalk.entries(of: arguments).map { entry in
      let name =
        entry.path.text.hasPrefix(prefix)
        ? String(entry.path.text.dropFirst(prefix.count)) : "."
      switch entry.outcome {
      case .document: return name
      case .unread(let reason): return "\(name) unread: \(reason)"
      case .excluded(let reason): return "\(name) excluded: \(reason)"
      case .failed(let reason): return "\(name) failed: \(reason)"
      }
    }
  }

  @Test func keepsTheOrderOfTheArgumentsThenGoesDepthFirstInByteOrder() {
    folder.folder("b")
    for name in ["b/z.txt", "b/a.md", "b.txt", "B.html", "a.text", ".hidden.txt"] {
      folder.file(name)
    }
    folder.folder("b/deep")
    folder.file("b/deep/é.txt")
    #expect(
      walk(folder("b.txt"), folder.path) == [
        "b.txt", ".hidden.txt", "B.html", "a.text", "b/a.md", "b/deep/é.txt", "b/z.txt", "b.txt",
      ])
  }

  @Test func leavesNothingOutSilently() {
    folder.folder(".git")
    folder.file(".git/HEAD")
    folder.file("decision.pdf")
    folder.file("letter.docx")
    folder.file("photo.jpg")
    folder.file("table.csv")
    folder.file("25-019-474")
    folder.file("old.bak")
    folder.file("blob", "a\u{0}b")
    folder.file(".expunge-abc.part")
    #expect(
      walk(folder.path) == [
        ".expunge-abc.part excluded: left over by an interrupted run",
        ".git excluded: the history of a repository", "25-019-474", "blob excluded: not a text",
        "decision.pdf unread: this version does not read PDF files",
        "letter.docx", "old.bak",
        "photo.jpg excluded: a picture", "table.csv excluded: a data file",
      ])
  }

  @Test func namedFilesAreAlwaysDocuments() {
    let picture = folder.file("photo.jpg")
    let pdf = folder.file("decision.pdf")
    let link = folder("link.txt")
    #expect(pdf.cString { target in link.cString { symlink(target, $0) } } == 0)
    #expect(walk(picture, pdf, link) == ["photo.jpg", "decision.pdf", "link.txt"])
    #expect(walk(folder("none.txt")) == ["none.txt failed: notFound"])
    #expect(FileWalk.entries(of: [FilePath("-")]).map(\.outcome) == [.document])
  }

  @Test func listsLinksAndDoesNotFollowThemIntoALoop() {
    folder.folder("a")
    folder.file("a/x.txt")
    #expect(folder.path.cString { target in folder("a/loop").cString { symlink(target, $0) } } == 0)
    #expect(walk(folder.path) == ["a/loop excluded: a symbolic link", "a/x.txt"])
  }

  @Test func aFolderWithoutTextsIsNotClean() {
    folder.file("photo.jpg")
    #expect(
      walk(folder.path) == [
        "photo.jpg excluded: a picture",
        ". unread: the folder holds no text; name the files to examine",
      ])
  }

  @Test func specialFilesAreNotOpened() {
    folder.file("a.txt")
    #expect(folder("pipe.txt").cString { mkfifo($0, 0o600) } == 0)
    #expect(walk(folder.path) == ["a.txt", "pipe.txt excluded: not a regular file"])
  }

  @Test func namesNeedNotBeUTF8() throws {
    let name: [UInt8] = [0x61, 0xFF] + Array(".txt".utf8)
    folder.file(bytes: name, "Dear Sir")
    let entry = try #require(FileWalk.entries(of: [folder.path]).first)
    #expect(Array(entry.path.lastComponent) == name)
    #expect(try FileBytes.read(entry.path, name: "x", limit: 100) == Array("Dear Sir".utf8))
  }

  @Test(.disabled(if: geteuid() == 0, "root may list everything"))
  func aFolderThatCannotBeListedIsUnread() {
    folder.file("a.txt")
    let locked = folder.folder("locked")
    #expect(locked.cString { chmod($0, 0) } == 0)
    #expect(
      walk(folder.path) == [
        "a.txt", "locked unread: the folder cannot be listed: permission denied",
      ])
  }
}

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a/b.TXT", "a", "b.TXT", "txt"), ("b", ".", "b", ""), ("/b.md", "/", "b.md", "md"),
    ("a//b/", "a", "b", ""), (".hidden", ".", ".hidden", ""),
    ("../x.tar.gz", "..", "x.tar.gz", "gz"),
  ])
  func splits(path: String, folder: String, name: String, fileExtension: String) {
    let path = FilePath(path)
    #expect(path.folder.text == folder)
    #expect(String(decoding: path.lastComponent, as: UTF8.self) == name)
    #expect(path.fileExtension == fileExtension)
  }
}
