import ExpungeText

/// Keeps a list of addresses one that mail programs can read when labels stand in it.
///
/// A label's brackets mean an address without a name before the "@" where an address is wanted, and
/// nothing at all within a name (RFC 5322, 3.4).
enum AddressList {
  static let fields: Set<String> = [
    "from", "sender", "reply-to", "to", "cc", "bcc", "resent-from", "resent-sender", "resent-to",
    "resent-cc", "resent-bcc", "delivered-to", "disposition-notification-to",
  ]

  /// The list with names that hold brackets in quotation marks, and with what is no address any more
  /// as the name of a group without members ("\"[EMAIL 1]\":;", RFC 6854).
  static func readable(_ value: [UInt8]) -> [UInt8] {
    guard value.contains(bracket) else { return value }
    return addresses(of: value).map { address in
      address.contains(bracket) ? readable(address: address) : Array(address)
    }.joined(separator: Array(", ".utf8)).map(\.self)
  }

  private static let bracket = UInt8(ascii: "[")

  private static func readable(address: ArraySlice<UInt8>) -> [UInt8] {
    let open = address.firstIndex(of: UInt8(ascii: "<"))
    let close = address.lastIndex(of: UInt8(ascii: ">"))
    guard let open, let close, open < close else {
      return isAddress(address) ? Array(address) : group(of: address)
    }
    let name = address[..<open]
    guard isAddress(address[(open + 1)..<close]) else { return group(of: address) }
    return name.contains(bracket) ? quoted(name) + [Ascii.space] + address[open...] : Array(address)
  }

  /// Whether something stands before an "@" that is no label: a host may be a number in brackets.
  private static func isAddress(_ address: ArraySlice<UInt8>) -> Bool {
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return false }
    return at > address.startIndex && !address[..<at].contains(bracket)
      && !address.contains(Ascii.space)
  }

  private static func group(of address: ArraySlice<UInt8>) -> [UInt8] {
    quoted(address) + Array(":;".utf8)
  }

  private static func quoted(_ words: ArraySlice<UInt8>) -> [UInt8] {
    let plain = words.filter { !"\"<>\\".utf8.contains($0) }
    let pieces = plain.split(separator: Ascii.space)
    return [UInt8(ascii: "\"")] + pieces.joined(separator: [Ascii.space]) + [UInt8(ascii: "\"")]
  }

  /// Split at commas that stand neither in quotation marks nor in angle brackets.
  private static func addresses(of value: [UInt8]) -> [ArraySlice<UInt8>] {
    var addresses: [ArraySlice<UInt8>] = []
    var start = value.startIndex
    var isQuoted = false
    var depth = 0
    for index in value.indices {
      switch value[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "<") where !isQuoted: depth += 1
      case UInt8(ascii: ">") where !isQuoted: depth = max(0, depth - 1)
      case UInt8(ascii: ",") where !isQuoted && depth == 0:
        addresses.append(value[start..<index].trimmingBlanks())
        start = index + 1
      default: break
      }
    }
    addresses.append(value[start...].trimmingBlanks())
    return addresses
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
    let front = drop(while: Ascii.isSpace)
    let end = front.lastIndex { !Ascii.isSpace($0) }.map { $0 + 1 } ?? front.startIndex
    return front[..<end]
  }
}
