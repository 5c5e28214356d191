import ExpungePeople
import Testing

@Suite("The numbering of evidence")
struct EvidenceSpaceTests {
  @Test("Every case has a name of its own that leads back to it")
  func names() {
    for number in 0..<UInt16(EvidenceSpace.count) {
      #expect(EvidenceSpace.number(named: EvidenceSpace.name(of: number)[...]) == number)
    }
  }
}
