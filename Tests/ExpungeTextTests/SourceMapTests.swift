import ExpungeText
import Testing

@Suite("Where a part's text stands in its file")
struct SourceMapTests {
  /// "Mrs <b>Tho</b>mp&#115;on": three verbatim runs and one entity.
  static let map = SourceMap(runs: [
    .init(text: ByteRange(0, 4), source: ByteRange(0, 4), verbatim: true),
    .init(text: ByteRange(4, 7), source: ByteRange(7, 10), verbatim: true),
    .init(text: ByteRange(7, 9), source: ByteRange(14, 16), verbatim: true),
    .init(text: ByteRange(9, 10), source: ByteRange(16, 22), verbatim: false),
    .init(text: ByteRange(10, 12), source: ByteRange(22, 24), verbatim: true),
  ])

  @Test("markup parts the pieces, an entity is taken whole")
  func pieces() {
    #expect(
      Self.map.pieces(of: ByteRange(4, 12)) == [ByteRange(7, 10), ByteRange(14, 24)])
    #expect(Self.map.pieces(of: ByteRange(5, 6)) == [ByteRange(8, 9)])
    #expect(Self.map.span(of: ByteRange(4, 12)) == ByteRange(7, 24))
    #expect(Self.map.pieces(of: ByteRange(20, 21)).isEmpty)
    #expect(SourceMap.none.span(of: ByteRange(0, 1)) == nil)
  }

  @Test("the identity maps every range onto itself")
  func identity() {
    let map = SourceMap.identity(from: 3, count: 10)
    for start in 0..<10 {
      for end in (start + 1)...10 {
        #expect(map.pieces(of: ByteRange(start, end)) == [ByteRange(start + 3, end + 3)])
      }
    }
  }
}
