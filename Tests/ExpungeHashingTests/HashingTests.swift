import ExpungeHashing
import Foundation
import Testing

@Suite struct HashingTests {
  /// FIPS 180-4's own examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func sha256(text: String, digest: String) {
    #expect(SHA256.digest(of: Array(text.utf8)).hexadecimal == digest)
  }

  @Test func sha256OfPiecesIsThatOfTheWhole() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
    #expect(
      hash.finish().hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Digests by an independent implementation.
  @Test func blake2b() throws {
    let abc = Array("abc".utf8)
    #expect(
      BLAKE2b.digest(of: abc, .bits256).hexadecimal
        == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    #expect(
      BLAKE2b.digest(of: [], .bits256).hexadecimal
        == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
    #expect(BLAKE2b.digest(of: abc, .bits128).hexadecimal == "cf4ab791c62b8d2b2109c90275287816")
    let key = try #require(HashKey(bytes: Array(0..<32)))
    #expect(
      BLAKE2b.digest(of: [], .bits256, key: key).hexadecimal
        == "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d")
    #expect(
      BLAKE2b.digest(of: Array(0..<255), .bits128, key: key).hexadecimal
        == "89cde4d1b8ea2dd5325db76af38ccb90")
  }

  @Test func blake2bOfPiecesIsThatOfTheWhole() throws {
    let key = try #require(HashKey(bytes: Array(0..<32)))
    var hash = BLAKE2b(.bits128, key: key)
    for byte in UInt8(0)..<255 { hash.update([byte]) }
    #expect(hash.finish() == BLAKE2b.digest(of: Array(0..<255), .bits128, key: key))
  }

  @Test func anotherKeyGivesAnotherDigest() throws {
    let one = try #require(HashKey(bytes: Array(0..<32)))
    let two = try #require(HashKey(bytes: Array(1..<33)))
    #expect(
      BLAKE2b.digest(of: [7], .bits128, key: one) != BLAKE2b.digest(of: [7], .bits128, key: two))
  }

  @Test(arguments: [0, 1, 15, 65, 1000]) func keysOfOtherLengthsAreRefused(count: Int) {
    #expect(HashKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test func aKeyIsNeverPrinted() throws {
    let key = try #require(HashKey(bytes: [UInt8](repeating: 0x41, count: 16)))
    for text in ["\(key)", String(reflecting: key), String(describing: Optional(key))] {
      #expect(!text.contains("65"))
      #expect(!text.contains("AAAA"))
    }
    #expect(Mirror(reflecting: key).children.isEmpty)
  }

  @Test func hexadecimalGoesThereAndBack() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
    #expect(Hexadecimal.decode("0aFF") == [0x0A, 0xFF])
    #expect(Hexadecimal.decode("") == [])
    #expect(Hexadecimal.decode("abc") == nil)
    #expect(Hexadecimal.decode("zz") == nil)
  }

  @Test func randomBytesDiffer() {
    #expect(RandomBytes.make(32).count == 32)
    #expect(RandomBytes.make(32) != RandomBytes.make(32))
    #expect(RandomBytes.make(0).isEmpty)
  }
}

@Suite struct LockedBytesTests {
  @Test func readsADescriptorToItsEnd() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: path) }
    try Data("abc".utf8).write(to: path)
    let file = try FileHandle(forReadingFrom: path)
    let bytes = try LockedBytes(reading: file.fileDescriptor, limit: 3)
    #expect(bytes.count == 3)
    #expect(bytes.withBytes { Array($0) } == Array("abc".utf8))
    #expect("\(bytes)" == "3 secret bytes")
    try file.seek(toOffset: 0)
    #expect(throws: LockedMemoryError.tooLong) {
      _ = try LockedBytes(reading: file.fileDescriptor, limit: 2)
    }
    #expect(throws: LockedMemoryError.unreadable) { _ = try LockedBytes(reading: -1, limit: 2) }
  }

  @Test func keepsAsMuchAsWasFilled() throws {
    let bytes = try LockedBytes(capacity: 8) { target in
      target[0] = 7
      return 1
    }
    #expect(bytes.withBytes { Array($0) } == [7])
  }
}
