import Glibc

/// Why a file could not be read or written: one sentence that says what, where and what to do.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Action: String, Sendable {
    case read = "cannot be read"
    case write = "cannot be written"
    case list = "cannot be listed"
  }

  package enum Reason: Hashable, Sendable {
    case notFound, permissionDenied, isFolder, notAFolder, alreadyExists, linkLoop, nameTooLong
    case diskFull, readOnly, tooManyFilesOpen, deviceError, fileTooLarge
    /// The file is larger than the limit of so many bytes.
    case overLimit(Int)
    /// Size or time of change differed before and after reading.
    case changedWhileRead
    /// Another name leads to the same file.
    case hasOtherNames
    case other(Int32)

    package init(errno code: Int32) {
      switch code {
      case ENOENT: self = .notFound
      case EACCES, EPERM: self = .permissionDenied
      case EISDIR: self = .isFolder
      case ENOTDIR: self = .notAFolder
      case EEXIST, ENOTEMPTY: self = .alreadyExists
      case ELOOP: self = .linkLoop
      case ENAMETOOLONG: self = .nameTooLong
      case ENOSPC, EDQUOT: self = .diskFull
      case EROFS: self = .readOnly
      case EMFILE, ENFILE: self = .tooManyFilesOpen
      case EIO, ENXIO, ENODEV: self = .deviceError
      case EFBIG: self = .fileTooLarge
      default: self = .other(code)
      }
    }

    /// Whether the path stands for nothing: a mistake of the command line, not an unread file.
    package var meansAbsent: Bool {
      switch self {
      case .notFound, .notAFolder, .nameTooLong, .linkLoop: true
      default: false
      }
    }

    var words: (what: String, advice: String) {
      switch self {
      case .notFound: ("there is no such file", "check the spelling of the path")
      case .permissionDenied: ("permission denied", "ask for the right to it, or run as its owner")
      case .isFolder: ("it is a folder", "name a file")
      case .notAFolder: ("a name in its path is not a folder", "check the path")
      case .alreadyExists: ("it exists already", "remove it or choose another name")
      case .linkLoop: ("a symbolic link stands in the way", "name the file itself")
      case .nameTooLong: ("its name is too long", "use a shorter path")
      case .diskFull: ("the disk is full", "free some space and run again")
      case .readOnly: ("the file system is read-only", "choose another folder")
      case .tooManyFilesOpen: ("too many files are open", "raise the limit (ulimit -n)")
      case .deviceError: ("the device reported an error", "check the disk or the connection")
      case .fileTooLarge: ("it would grow over the allowed size", "raise the limit (ulimit -f)")
      case .hasOtherNames:
        ("another name leads to the same file and would keep its words", "write copies instead")
      case .overLimit(let bytes):
        ("it is larger than \(bytes) bytes", "raise the limit document-bytes or split the file")
      case .changedWhileRead:
        ("it changed while it was read", "wait until it is written, run again")
      case .other(let code): (String(cString: strerror(code)).lowercased(), "check the path")
      }
    }
  }

  package let action: Action
  package let reason: Reason
  /// How the caller calls the file: masked where a path must not be shown.
  package let place: String

  package init(_ action: Action, _ reason: Reason, at place: String) {
    self.action = action
    self.reason = reason
    self.place = place
  }

  /// Takes `errno` of the call that just failed.
  static func last(_ action: Action, at place: String) -> FileError {
    FileError(action, Reason(errno: errno), at: place)
  }

  package var description: String {
    let words = reason.words
    return "\(place) \(action.rawValue): \(words.what); \(words.advice)"
  }
}
