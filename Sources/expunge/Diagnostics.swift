import Glibc

/// What goes to standard error: never a value of a document.
enum Diagnostics {
  static func print(_ sentence: String) { write("expunge: \(sentence)\n") }

  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let written = bytes[position...].withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      // Nobody is left to tell when standard error itself cannot be written.
      guard written > 0 else { return }
      position += written
    }
  }
}
