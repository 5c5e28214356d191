import CFuzzer
import FuzzSupport
import Glibc

/// libFuzzer's program: the first argument names what to feed, the rest is libFuzzer's own.
///
/// SwiftPM starts an executable by this name; libFuzzer's flag keeps the compiler from making a main.
@_cdecl("fuzz_main")
public func main(_ count: Int32, _ values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>)
  -> Int32
{
  let names = Feed.allCases.map(\.rawValue).joined(separator: ", ")
  guard count > 1, let name = values[1], let feed = Feed(rawValue: String(cString: name)) else {
    print("usage: fuzz WHAT [libFuzzer's options] [folder of inputs]…; WHAT is one of \(names)")
    return 2
  }
  chosen = feed
  // What is left looks to libFuzzer as if it had been called alone.
  values[1] = values[0]
  var rest = count - 1
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = values + 1
  return LLVMFuzzerRunDriver(&rest, &arguments) { data, size in
    chosen.test(UnsafeBufferPointer(start: data, count: size))
    return 0
  }
}

/// Written once before the first input; libFuzzer calls from one thread.
nonisolated(unsafe) private var chosen = Feed.differential

/// What can be fed with arbitrary bytes.
enum Feed: String, CaseIterable {
  case differential, reading, html, mail, word, picture, message, pack, table

  func test(_ input: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(input)
    switch self {
    case .differential: DifferentialFeed.test(bytes)
    case .reading: ReadingFeed.test(bytes)
    case .html: PageFeed.test(bytes)
    case .mail: MailFeed.test(bytes)
    case .word: WordFeed.test(bytes)
    case .picture: PictureFeed.test(bytes)
    case .message: MessageFeed.test(bytes)
    case .pack: PackFeed.test(bytes)
    case .table: TableFeed.test(bytes)
    }
  }
}

/// Ends the program so that libFuzzer keeps the input.
func found(_ what: @autoclosure () -> String) -> Never {
  print("FOUND: \(what())")
  fflush(nil)
  abort()
}

/// Ends the program unless something holds that must always hold.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { found(what()) }
}

/// The nearest valid UTF-8.
func repaired(_ bytes: some Collection<UInt8>) -> [UInt8] {
  Array(String(decoding: bytes, as: UTF8.self).utf8)
}
