import Foundation
import TestSupport
import Testing

@Suite("E-mails")
struct MessageTests {
  private static let message = """
    From: "Okafor, Jane" <j.okafor@mail.example>\r
    To: Intake <una.tarn@mail.example>, casework@council.example\r
    Subject: Mrs Eleanor Whitcombe\r
    Message-ID: <1234.5678@mail.example>\r
    MIME-Version: 1.0\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    Mrs Eleanor Whitcombe of 14 Larch Close, Bolton rang on 01632 960123.\r

    """

  @Test("every header is read, and an identifier is nobody's address")
  func headers() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.message, to: "a.eml")
    let outcome = try Command.expunge(["scan", "a.eml", "--format", "json"], in: files.folder)
    #expect(outcome.status == 1)
    for part in ["from", "to", "subject"] {
      #expect(outcome.text.contains("\"part\":\"message header: \(part)\""), "\(part)")
    }
    #expect(!outcome.text.contains("message header: message-id"))
  }

  @Test("a redacted message is a message to another program", .enabled(if: Python.has("email")))
  func copy() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Self.message, to: "a.eml")
    let outcome = try Command.expunge(["redact", "a.eml", "--output", "out"], in: files.folder)
    #expect(outcome.status == 0, "\(outcome.text)")
    let script = """
      import email, email.policy, sys
      message = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
      print([str(a) for a in message["from"].addresses + message["to"].addresses])
      print([f.defects for f in (message["from"], message["to"])])
      print(message["from"], "|", message["to"], "|", message["subject"])
      print(message.get_content())
      """
    let read = try Python.run(script, [files.url("out/a.eml").path])
    #expect(read.status == 0, "\(read.errorText)")
    #expect(!read.text.contains("Whitcombe") && !read.text.contains("Okafor"))
    #expect(read.text.contains("[(), ()]"), "\(read.text)")
    #expect(read.text.contains("Mrs [NAME 1] of [ADDRESS 1] rang on [PHONE 1]."), "\(read.text)")
  }
}
