import ExpungeText
import Yams

/// Reads what the settings accept of that which no reader reads.
struct AcknowledgementReader {
  let file: YAMLFile
  let problems: ProblemList

  func acknowledgement(_ node: Node) -> Acknowledgement? {
    guard
      let fields = Fields(
        node, what: "an entry of “acknowledged”",
        keys: ["sha256", "reason", "approver", "until", "note"], in: file, problems),
      let reason = fields.requiredText("reason"), let approver = fields.requiredText("approver")
    else { return nil }
    // Errors are masked before they are printed, and the key looks like a user name: it is not quoted.
    let hash = fields.text("sha256")
    guard let hash, hash.text.utf8.count == 64, hash.text.utf8.allSatisfy(Self.isDigit) else {
      problems.add(
        "an entry of “acknowledged” needs the hash of the unread item, 64 small hexadecimal digits; "
          + "copy it from the report in JSON or from `expunge inspect`",
        at: hash?.place ?? fields.place)
      return nil
    }
    return Acknowledgement(
      sha256: hash.text, reason: reason.text, approver: approver.text, until: fields.day("until"),
      note: fields.text("note")?.text ?? "")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    Ascii.isDigit(byte) || (0x61...0x66).contains(byte)
  }
}
