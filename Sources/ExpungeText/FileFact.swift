/// What a reader noticed about a file beside its text, for the rules of publication and for whoever
/// signs for it: counted, and without any value.
package enum FileFact: UInt8, Sendable, CaseIterable {
  case trackedChanges, comments, hiddenText, footnotes, pictures, externalLinks, embeddedFiles
  /// A digital signature, which a rewriting breaks.
  case signatures
  case macros
  /// The content is not what the file's name says.
  case otherThanItsName
  /// A part of the file that nothing in it refers to.
  case strayEntries
  /// Files in the same folder that are called as versions of it are.
  case otherVersions
}
