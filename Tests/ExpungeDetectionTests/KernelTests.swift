import CKernels
import TestSupport
import Testing

/// The kernels in C, each against a plain definition.
struct KernelTests {
  private static let classes: expunge_byte_classes = {
    func set(_ members: String) -> expunge_byte_set { set(Array(members.utf8)) }
    func set(_ members: [UInt8]) -> expunge_byte_set {
      var set = expunge_byte_set()
      withUnsafeMutableBytes(of: &set) { memory in
        for byte in members {
          memory[Int(byte & 15) + (byte < 128 ? 0 : 16)] |= 1 << ((byte >> 4) & 7)
        }
      }
      return set
    }
    return expunge_byte_classes(
      at_word_start: set("ABCMZabz059"), at_digit_start: set("0123"),
      anywhere: set(Array("@£(".utf8) + [0x00, 0x7F, 0x80, 0xC2, 0xFF]), breaks: set(";:\u{0}é"))
  }()

  private struct Maps: Equatable {
    var candidates: [UInt64]
    var wordStarts: [UInt64]
    var breaks: [UInt64]
  }

  @Test(arguments: [EXPUNGE_KERNEL_PORTABLE, EXPUNGE_KERNEL_AVX2, EXPUNGE_KERNEL_AUTOMATIC])
  func unpacksGroupsOfSix(_ kernel: expunge_kernel) {
    var generator = SeededGenerator(seed: 4)
    for groups in 0..<70 {
      let sixes = (0..<8 * groups).map { _ in UInt8.random(in: 0..<64, using: &generator) }
      var wanted: [UInt8] = []
      for start in stride(from: 0, to: sixes.count, by: 8) {
        let value = sixes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 6 | UInt64($1) }
        wanted += (0..<6).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
      }
      var bytes = [UInt8](repeating: 0xA5, count: 6 * groups + 4)
      expunge_unpack(sixes.map { $0 + 0x30 }, groups, kernel, &bytes)
      #expect(Array(bytes.prefix(6 * groups)) == wanted)
      // Two bytes more may be written, and none behind them.
      #expect(bytes.suffix(2) == [0xA5, 0xA5])
    }
  }

  private func maps(
    _ bytes: [UInt8], previous: UInt8, _ kernel: expunge_kernel
  ) -> Maps {
    let words = (bytes.count + 63) / 64
    // What a kernel must overwrite, and may not write past.
    let stale = [UInt64](repeating: 0xDEAD_BEEF_DEAD_BEEF, count: words + 1)
    var maps = Maps(candidates: stale, wordStarts: stale, breaks: stale)
    var classes = Self.classes
    expunge_classify(
      bytes, bytes.count, previous, &classes, kernel, &maps.candidates, &maps.wordStarts,
      &maps.breaks)
    #expect(maps.candidates.removeLast() == stale[0])
    #expect(maps.wordStarts.removeLast() == stale[0])
    #expect(maps.breaks.removeLast() == stale[0])
    return maps
  }

  /// What the header promises, byte by byte.
  private func definition(_ bytes: [UInt8], previous: UInt8) -> Maps {
    let none = [UInt64](repeating: 0, count: (bytes.count + 63) / 64)
    var maps = Maps(candidates: none, wordStarts: none, breaks: none)
    func isMember(_ byte: UInt8, _ set: expunge_byte_set) -> Bool {
      withUnsafeBytes(of: set) { memory in
        memory[Int(byte & 15) + (byte < 128 ? 0 : 16)] >> ((byte >> 4) & 7) & 1 != 0
      }
    }
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    func isWord(_ byte: UInt8) -> Bool {
      isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    var before = previous
    for (place, byte) in bytes.enumerated() {
      let bit: UInt64 = 1 << UInt64(place % 64)
      let beginsWord = isWord(byte) && !isWord(before)
      let beginsDigits = isDigit(byte) && !isDigit(before)
      if beginsWord && isMember(byte, Self.classes.at_word_start)
        || beginsDigits && isMember(byte, Self.classes.at_digit_start)
        || isMember(byte, Self.classes.anywhere)
      {
        maps.candidates[place / 64] |= bit
      }
      if beginsWord { maps.wordStarts[place / 64] |= bit }
      if isMember(byte, Self.classes.breaks) { maps.breaks[place / 64] |= bit }
      before = byte
    }
    return maps
  }

  @Test func everyKernelGivesTheDefinedMaps() {
    var generator = SeededGenerator(seed: 12)
    let likely = Array("AZaz09@; .:é£(".utf8)
    for length in Array(0...200) + [1_000, 4_096, 10_001] {
      let bytes = (0..<length).map { _ in
        Bool.random(using: &generator)
          ? likely.randomElement(using: &generator) ?? 0
          : UInt8.random(in: .min ... .max, using: &generator)
      }
      for previous in [0, 0x20, 0x41, 0x39, 0xE9] as [UInt8] {
        let defined = definition(bytes, previous: previous)
        #expect(maps(bytes, previous: previous, EXPUNGE_KERNEL_PORTABLE) == defined)
        #expect(maps(bytes, previous: previous, EXPUNGE_KERNEL_AVX2) == defined)
        #expect(maps(bytes, previous: previous, EXPUNGE_KERNEL_AUTOMATIC) == defined)
      }
    }
  }

  @Test func everyByteIsClassified() {
    let bytes = Array(UInt8.min...UInt8.max)
    let defined = definition(bytes, previous: 0)
    #expect(maps(bytes, previous: 0, EXPUNGE_KERNEL_PORTABLE) == defined)
    #expect(maps(bytes, previous: 0, EXPUNGE_KERNEL_AVX2) == defined)
  }

  // MARK: UTF-8

  /// The longest prefix that the standard library accepts.
  private func validPrefix(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      count += UTF8.width(scalar)
    }
    return count
  }

  @Test(
    arguments: [
      ([], 0), ([0xC3], 0), ([0xC3, 0xA9], 2), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0),
      ([0xE0, 0x9F, 0x80], 0), ([0xE0, 0xA0, 0x80], 3), ([0xED, 0xA0, 0x80], 0),
      ([0xED, 0x9F, 0xBF], 3), ([0xEF, 0xBF, 0xBF], 3), ([0xF0, 0x8F, 0x80, 0x80], 0),
      ([0xF0, 0x90, 0x80, 0x80], 4), ([0xF4, 0x8F, 0xBF, 0xBF], 4), ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0x80], 0), ([0xFF], 0), ([0x41, 0xE2, 0x82], 1),
      ([0x41, 0xE2, 0x82, 0xAC, 0xE2, 0x28, 0xA1], 4), ([0xF0, 0x9F, 0x98], 0),
    ] as [([UInt8], Int)])
  func validPrefixOfHardCases(bytes: [UInt8], expected: Int) {
    // At every distance from the 32 bytes that are skipped at a time, with text behind or none.
    for padding in 0...70 {
      for tail in [0, 1, 40] {
        let before = [UInt8](repeating: 0x61, count: padding)
        let text = before + bytes + [UInt8](repeating: 0x62, count: tail)
        let isWhole = expected == bytes.count
        #expect(
          expunge_utf8_valid_prefix(text, text.count)
            == padding + expected + (isWhole ? tail : 0))
      }
    }
  }

  @Test func validPrefixOfRandomBytes() {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "a", "plain words of some length, thirty-two bytes and more ", "é", "€", "😀", "Ł",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<4_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? []
      }
      if !text.isEmpty, Int.random(in: 0..<3, using: &generator) > 0 {
        text[Int.random(in: text.indices, using: &generator)] = .random(
          in: .min ... .max, using: &generator)
      }
      #expect(expunge_utf8_valid_prefix(text, text.count) == validPrefix(text))
    }
  }
}
