import ExpungeRedaction
import ExpungeText
import Testing

@Suite struct LayerCutsTests {
  private func document(_ cuts: [LayerCut]) -> Document {
    var document = Document(format: .word, parts: [])
    document.cuts = cuts
    return document
  }

  private func change(_ start: Int, _ end: Int, _ words: String = "") -> FileEdit {
    FileEdit(source: ByteRange(start, end), replacement: Array(words.utf8))
  }

  @Test func theRuleChoosesTheReading() throws {
    let all = document([
      LayerCut(kind: .acceptChange, range: ByteRange(0, 5)),
      LayerCut(kind: .rejectChange, range: ByteRange(10, 15)),
      LayerCut(kind: .comment, range: ByteRange(20, 25)),
    ])
    let accepted = try #require(LayerCuts(of: all, changes: .accept))
    #expect(accepted.joined(with: []).map(\.source) == [ByteRange(0, 5), ByteRange(20, 25)])
    #expect(accepted.counts == [.acceptChange: 1, .comment: 1])
    let rejected = try #require(LayerCuts(of: all, changes: .reject))
    #expect(rejected.joined(with: []).map(\.source) == [ByteRange(10, 15), ByteRange(20, 25)])
    #expect(LayerCuts(of: all, changes: .refuse) == nil)
    #expect(LayerCuts(of: document([]), changes: .refuse) != nil)
  }

  @Test func whatGoesNeedsNoEdit() throws {
    let cuts = try #require(
      LayerCuts(
        of: document([
          LayerCut(kind: .acceptChange, range: ByteRange(10, 20)),
          LayerCut(kind: .comment, range: ByteRange(12, 14)),
        ]), changes: .accept))
    // A name that begins in what goes keeps its label in what stays.
    let joined = cuts.joined(with: [
      change(0, 3, "[NAME 1]"), change(15, 18, "[NAME 2]"), change(25, 30), change(40, 45),
    ])
    #expect(joined.map(\.source.start) == [0, 10, 25, 40])
    #expect(
      joined.map { String(decoding: $0.replacement, as: UTF8.self) } == [
        "[NAME 1]", "", "[NAME 2]", "",
      ])
  }
}
