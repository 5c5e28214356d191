import ExpungeJudgement
import Testing

@Suite struct EditDistanceTests {
  private func isClose(_ name: String, _ word: String) -> Bool {
    Array(name.utf8).withUnsafeBufferPointer { EditDistance.isClose($0, Array(word.utf8)) }
  }

  @Test(arguments: [
    ("thompson", "thomson"), ("thompson", "thopmson"), ("thompson", "yhompson"),
    ("ulverquist", "ulvrequst"), ("hargreaves", "hargreves"),
  ])
  func typingErrors(name: String, word: String) {
    #expect(isClose(name, word))
    #expect(isClose(word, name))
  }

  @Test(arguments: [
    ("ward", "word"), ("jones", "james"), ("thompson", "simpson"), ("kelly", "belle"),
    ("okafor", "okeford"), ("li", "lo"),
  ])
  func otherWords(name: String, word: String) { #expect(!isClose(name, word)) }
}
