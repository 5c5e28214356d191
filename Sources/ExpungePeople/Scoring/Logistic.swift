import Glibc

/// Turns a sum of weights into a chance.
enum Logistic {
  /// The chance in a hundred, 1 to 99, for hundredths of the logarithm of the odds.
  static func percent(_ score: Int) -> Int {
    let odds = exp(-Double(score) / 100)
    return min(99, max(1, Int((100 / (1 + odds)).rounded())))
  }
}
