/// The reference of a decision of the Local Government and Social Care Ombudsman: "25 019 474".
///
/// Two digits of the year, three and three, parted by spaces or hyphens; joint cases add a letter.
package enum OwnReference {
  /// Its eight digits, and its letter if it has one; nil when the text is no such reference.
  package static func digits(in text: ArraySlice<UInt8>) -> [UInt8]? {
    var digits: [UInt8] = []
    for (index, byte) in text.enumerated() {
      switch byte {
      case _ where Ascii.isDigit(byte):
        digits.append(byte)
      case Ascii.space, Ascii.hyphen:
        guard digits.count == 2 || digits.count == 5 else { return nil }
      case UInt8(ascii: "a")...UInt8(ascii: "d"):
        guard digits.count == 8, index == text.count - 1 else { return nil }
        digits.append(byte)
      default:
        return nil
      }
    }
    return digits.count == 8 || digits.count == 9 ? digits : nil
  }
}
