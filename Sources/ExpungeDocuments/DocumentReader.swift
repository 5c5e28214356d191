package import ExpungeFiles
package import ExpungeText

/// What came of reading a file.
package enum ReadResult: Sendable {
  /// Possibly with layers that could not be read: see its `unread`.
  case document(Document)
  /// Nothing of it could be read.
  case unread([Unread])
}

/// From a file's bytes to its parts: the front door of all formats.
///
/// Belongs to one thread, as its worker does; the worker starts with the first web page.
package final class DocumentReader {
  private let worker: ReaderWorker
  private let limits: Limits

  /// - Parameter worker: nil when there is none, and web pages are unread.
  package init(
    worker: ReaderWorker.Command? = .besideThisProgram, limits: Limits = Limits()
  ) {
    self.worker = ReaderWorker(worker, limits: limits)
    self.limits = limits
  }

  /// Whether the kernel filters the worker's system calls; nil before the first web page.
  package var filtersSystemCalls: Bool? { worker.filtersSystemCalls }

  /// Reads a file; the content decides its format unless one is declared, the name's extension helps.
  ///
  /// O(n). Never fails otherwise than by saying what is unread.
  package func read(
    bytes: [UInt8], path: FilePath, declaredFormat: Document.Format? = nil
  ) -> ReadResult {
    guard !bytes.isEmpty else {
      return .unread([Unread(reason: "the file is empty, so nothing was examined")])
    }
    let format =
      declaredFormat.map(FileFormat.readable)
      ?? FileFormat(bytes, fileExtension: path.fileExtension)
    switch format {
    case .unreadable(let reason): return .unread([Unread(reason: reason)])
    case .readable(let format):
      let result = read(bytes, as: format)
      guard case .document(let document) = result, document.unread.isEmpty,
        document.parts.allSatisfy({ $0.kind.isCode || $0.text.allSatisfy(Ascii.isSpace) })
      else { return result }
      return .unread([Unread(reason: "the file holds no text, so nothing was examined")])
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
    }
  }

  private func readPage(_ decoded: DecodedText) -> ReadResult {
    let reading: ReadParts
    do throws(ReaderWorker.Failure) {
      reading = try worker.read(page: decoded.text)
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
}
