package import ExpungeFiles
package import ExpungeText

/// What came of reading a file.
package enum ReadResult: Sendable {
  /// Possibly with layers that could not be read: see its `unread`.
  case document(Document)
  /// A zip file of files, each a document of its own.
  case archive(FileContents)
  /// Nothing of it could be read.
  case unread([Unread])
}

/// From a file's bytes to its parts: the front door of all formats.
///
/// Belongs to one thread, as its worker does; the worker starts with the first file that is more than
/// plain text.
package final class DocumentReader {
  private let worker: ReaderWorker
  private let limits: Limits
  private let contentHash: @Sendable (ArraySlice<UInt8>) -> String

  /// - Parameters:
  ///   - worker: nil when there is none, and only plain text is read.
  ///   - contentHash: of what is unread, in hexadecimal, so that a person can accept it by its content.
  package init(
    worker: ReaderWorker.Command? = .besideThisProgram, limits: Limits = Limits(),
    contentHash: @escaping @Sendable (ArraySlice<UInt8>) -> String = { _ in "" }
  ) {
    self.worker = ReaderWorker(worker, limits: limits)
    self.limits = limits
    self.contentHash = contentHash
  }

  /// Whether the kernel filters the worker's system calls; nil before the worker starts.
  package var filtersSystemCalls: Bool? { worker.filtersSystemCalls }

  /// The programs with which the worker takes wrappings off; empty before it starts.
  package var unpackers: [String] { worker.unpackers }

  /// Reads a file; the content decides its format unless one is declared, the name's extension helps.
  ///
  /// O(n). Never fails otherwise than by saying what is unread.
  package func read(
    bytes: [UInt8], path: FilePath, declaredFormat: Document.Format? = nil
  ) -> ReadResult {
    let result = content(of: bytes, path, declaredFormat)
    guard case .document(var document) = result else { return result }
    if document.unread.isEmpty,
      document.parts.allSatisfy({ $0.kind.isCode || $0.text.allSatisfy(Ascii.isSpace) })
    {
      return .unread([Unread(reason: "the file holds no text, so nothing was examined")])
    }
    guard FileFormat.disagrees(path.fileExtension, with: document.format) else { return result }
    document.facts[.otherThanItsName] = 1
    return .document(document)
  }

  private func content(
    of bytes: [UInt8], _ path: FilePath, _ declaredFormat: Document.Format?
  ) -> ReadResult {
    guard !bytes.isEmpty else {
      return .unread([Unread(reason: "the file is empty, so nothing was examined")])
    }
    let format =
      declaredFormat.map(FileFormat.readable)
      ?? FileFormat(bytes, fileExtension: path.fileExtension)
    switch format {
    case .unreadable(let reason): return .unread([Unread(reason: reason)])
    case .package: return readPacked(bytes, by: .package)
    case .readable(.email), .readable(.word), .readable(.openDocument):
      return readPacked(bytes, by: format == .readable(.email) ? .message : .package)
    case .readable(let format):
      return read(bytes, as: format)
    }
  }

  private func read(_ bytes: [UInt8], as format: Document.Format) -> ReadResult {
    let decoded: DecodedText
    do throws(DecodingError) {
      decoded =
        format == .html
        ? try Decoding.decode(bytes, declared: DeclaredEncoding.init(inPage:))
        : try Decoding.decode(bytes)
    } catch {
      return .unread([Unread(reason: error.reason)])
    }
    switch format {
    case .plainText: return .document(PlainTextReader.read(decoded))
    case .markdown: return .document(MarkdownReader.read(decoded, mostParts: limits.documentParts))
    case .html: return readPage(decoded)
    case .word, .openDocument, .email:
      return .unread([ReaderWorker.Failure.garbage.unread])
    }
  }

  private func readPage(_ decoded: DecodedText) -> ReadResult {
    let reading: ReadParts
    do throws(ReaderWorker.Failure) {
      reading = try worker.run(.page, on: decoded.text)
    } catch {
      return .unread([error.unread])
    }
    let unread = reading.stops.sorted { $0.rawValue < $1.rawValue }.map(\.unread)
    guard !reading.parts.isEmpty else {
      return .unread(unread.isEmpty ? [ReaderWorker.Failure.garbage.unread] : unread)
    }
    let parts = reading.parts.map { $0.part(source: $0.source.followed(by: decoded.source)) }
    return .document(
      Document(format: .html, encoding: decoded.encoding, parts: parts, unread: unread))
  }

  // MARK: Packed files

  /// Reads a file whose parts the worker unpacks.
  private func readPacked(
    _ bytes: [UInt8], by task: ReaderTask
  ) -> ReadResult {
    let reading: ReadParts
    do throws(ReaderWorker.Failure) {
      reading = try worker.run(task, on: bytes)
    } catch {
      return .unread([error.unread])
    }
    var unread = reading.stops.sorted { $0.rawValue < $1.rawValue }.map(\.unread)
    unread += reading.unread.map {
      $0.unread(in: reading.contents, cuts: reading.cuts, hash: contentHash)
    }
    guard reading.contents != nil else {
      return .unread(unread.isEmpty ? [ReaderWorker.Failure.garbage.unread] : unread)
    }
    let format: Document.Format
    switch reading.format {
    case .word: format = .word
    case .openDocument: format = .openDocument
    case .email: format = .email
    case .archive:
      guard unread.isEmpty, let contents = reading.contents else { return .unread(unread) }
      return .archive(contents)
    case .page, .bytes: return .unread([ReaderWorker.Failure.garbage.unread])
    }
    guard !reading.parts.isEmpty, let contents = reading.contents else {
      return .unread(unread.isEmpty ? [ReaderWorker.Failure.garbage.unread] : unread)
    }
    var document = Document(
      format: format, parts: reading.parts.map { $0.part(source: $0.source) }, unread: unread)
    document.contents = contents
    document.cuts = reading.cuts
    document.facts = reading.facts
    return .document(document)
  }

  /// Everything that a packed file holds, unpacked by other means than `read` uses: for the proof.
  ///
  /// Nil for a file that is not packed: its bytes are all there is.
  package func secondReading(
    of bytes: [UInt8], format: Document.Format
  ) throws(RewritingError) -> FileContents? {
    guard format.isPacked else { return nil }
    do throws(ReaderWorker.Failure) {
      let reading = try worker.run(.secondReading, on: bytes)
      if let contents = reading.contents, reading.stops.isEmpty { return contents }
    } catch {
      throw RewritingError(reason: error.unread.reason)
    }
    throw RewritingError(reason: "the second reader could not unpack it")
  }

  /// The file with other contents in some of its entries; all others stay as they are, byte for byte.
  package func rewrite(
    _ bytes: [UInt8], with changes: [EntryChange]
  ) throws(RewritingError) -> [UInt8] {
    let reading: ReadParts
    do throws(ReaderWorker.Failure) {
      reading = try worker.run(.rewriting, on: bytes, changes: changes)
    } catch {
      throw RewritingError(reason: error.unread.reason)
    }
    if let stop = reading.stops.min(by: { $0.rawValue < $1.rawValue }) {
      throw RewritingError(reason: stop.unread.reason)
    }
    guard let contents = reading.contents else {
      throw RewritingError(reason: ReadingStop.notWritten.unread.reason)
    }
    return contents.bytes
  }
}

/// Why a packed file could not be written again.
package struct RewritingError: Error, Hashable, CustomStringConvertible {
  /// One sentence without any value.
  package let reason: String
  package var description: String { reason }
}

extension Document.Format {
  /// Whether its parts map to contents that were unpacked.
  package var isPacked: Bool {
    switch self {
    case .plainText, .markdown, .html: false
    case .word, .openDocument, .email: true
    }
  }
}
