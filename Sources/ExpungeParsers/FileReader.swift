package import ExpungeDocuments
import ExpungeText

/// Does what the reader's process is asked to do: the one door to all parsers.
package enum FileReader {
  /// - Parameter file: the request's file, and behind it its changes.
  package static func perform(
    _ request: ReaderRequest, on bytes: UnsafeBufferPointer<UInt8>
  ) -> ReadParts {
    let file = UnsafeBufferPointer(rebasing: bytes[..<request.fileBytes])
    switch request.task {
    case .page:
      return HTMLReader.read(file, limits: request.limits)
    case .package:
      return PackageReader.read(file, limits: request.limits)
    case .message:
      return MessageFile.read(file, limits: request.limits)
    case .secondReading:
      return SecondReading.read(file, limits: request.limits)
    case .rewriting:
      let message = Array(bytes[request.fileBytes...].prefix(request.changeBytes))
      return Rewriting.perform(message, on: file, limits: request.limits)
    }
  }
}
