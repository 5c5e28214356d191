/// An age in figures: nobody is older than 122. Source: the oldest age that was ever proved.
enum Age {
  /// Passes for words, and for figures up to 122.
  static func grade(_ value: Span<UInt8>) -> Grade {
    var age: Int?
    for index in value.indices {
      let byte = value[index]
      if (0x30...0x39).contains(byte) {
        age = min(1000, (age ?? 0) * 10 + Int(byte - 0x30))
      } else if age != nil {
        break
      }
    }
    return age ?? 0 <= 122 ? .pass : .fail
  }
}
