/// Reads the literals that the build wrote (RFC 4648, padded, without line ends).
enum Base64 {
  /// - Precondition: `text` is the build's own: every four characters give up to three bytes.
  static func decode(_ text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { input in
      guard !input.isEmpty else { return [] }
      let padding = input.suffix(2).count { $0 == UInt8(ascii: "=") }
      let count = input.count / 4 * 3 - padding
      return [UInt8](unsafeUninitializedCapacity: count + 2) { output, written in
        values.withUnsafeBufferPointer { values in
          var target = 0
          var source = 0
          while source + 4 <= input.count {
            let group =
              values[Int(input[source])] << 18 | values[Int(input[source + 1])] << 12
              | values[Int(input[source + 2])] << 6 | values[Int(input[source + 3])]
            output[target] = UInt8(truncatingIfNeeded: group >> 16)
            output[target + 1] = UInt8(truncatingIfNeeded: group >> 8)
            output[target + 2] = UInt8(truncatingIfNeeded: group)
            source += 4
            target += 3
          }
        }
        written = count
      }
    }
  }

  /// Six bits a character; padding counts as nought.
  private static let values: [UInt32] = {
    var values = [UInt32](repeating: 0, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt32(value) }
    return values
  }()
}
