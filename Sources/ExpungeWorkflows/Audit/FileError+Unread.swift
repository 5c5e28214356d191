import ExpungeFiles

extension FileError.Reason {
  /// What an unread entry says, without the path.
  var unreadWords: String { FileError(.read, self, at: "the file").description }

  var isOverLimit: Bool {
    if case .overLimit = self { true } else { false }
  }
}
