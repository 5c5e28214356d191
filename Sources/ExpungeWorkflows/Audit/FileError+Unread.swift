import ExpungeFiles

extension FileError.Reason {
  /// What an unread entry says, without the path.
  var unreadWords: String { FileError(.read, self, at: "the file").description }

  /// Whether the path stands for nothing: a mistake of the command line, not an unread file.
  var meansAbsent: Bool {
    switch self {
    case .notFound, .notAFolder, .nameTooLong, .linkLoop: true
    default: false
    }
  }

  var isOverLimit: Bool {
    if case .overLimit = self { true } else { false }
  }
}
