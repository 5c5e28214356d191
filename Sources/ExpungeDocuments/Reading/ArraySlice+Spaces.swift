extension ArraySlice<UInt8> {
  /// Without spaces and tabs at both ends.
  func trimmingSpaces() -> ArraySlice<UInt8> {
    var trimmed = drop { $0 == 0x20 || $0 == 0x09 }
    while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed.removeLast() }
    return trimmed
  }
}
