package import ExpungeDetection

/// A value that a plan removes, kept in memory only to hunt for its survivors.
///
/// It shows nothing of itself: neither printing, nor dumping, nor a failed test may leak it.
package struct RemovedValue: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package let label: Label
  package let placeholder: Placeholder
  /// Position of the edit that removes its first occurrence, from 1; nil in the file's name only.
  package let edit: Int?
  /// As it stood in the document's part.
  let text: [UInt8]

  package init(label: Label, placeholder: Placeholder, edit: Int?, text: [UInt8]) {
    self.label = label
    self.placeholder = placeholder
    self.edit = edit
    self.text = text
  }

  package var description: String { "what \(placeholder.text) stands for" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
