/// A word that may be somebody's name, with the evidence and its sum.
struct NameCandidate {
  let token: Int
  /// Cases of evidence, the second look's after the first's.
  var cases: [UInt16] = []
  /// Hundredths of the logarithm of the odds after the first look, then after the second.
  var score = 0
  var firstScore = 0
}
