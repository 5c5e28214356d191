import CFaults
import CProcess
import Glibc

/// Does on purpose what the real programs must never do, after the same first acts as theirs.
///
///     expunge-fault trap FILE     reads a file into memory and traps by an index out of range
///     expunge-fault hardened      says what the first act of the process has put in force
///     expunge-fault confined      tries, as a confined reader, all that a reader must not do
@main
struct FaultProgram {
  static func main() {
    guard expunge_process_harden() == 0 else { exit(70) }
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "trap" where arguments.count == 3: trap(arguments[2])
    case "hardened": sayWhatIsInForce()
    case "confined": tryEverything()
    default: exit(64)
    }
  }

  private static func trap(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard descriptor >= 0, count > 0 else { exit(66) }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    let words = text.split(separator: " ").map(String.init)
    // One past the end, by a number that no compiler can foresee.
    exit(Int32(words[words.count + arguments().count - 3].utf8.count))
  }

  private static func arguments() -> [String] { CommandLine.arguments }

  private static func sayWhatIsInForce() {
    var core = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core) == 0 else { exit(71) }
    print("core \(core.rlim_cur) \(core.rlim_max)")
    print("dumpable \(faults_is_dumpable())")
    print("may gain privileges \(faults_may_gain_privileges())")
  }

  /// Each line a deed and whether it was refused; whoever is confined can still write.
  private static func tryEverything() {
    guard expunge_confine_reader(5, 1 << 30) > 0 else { exit(77) }
    report("open a file", open("/etc/hostname", O_RDONLY) < 0)
    report("make a file", open("/tmp/expunge-fault-file", O_WRONLY | O_CREAT, 0o600) < 0)
    report("open a socket", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) < 0)
    report("open a local socket", socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) < 0)
    report("signal its parent", kill(getppid(), 0) < 0)
    report(
      "map memory to execute",
      mmap(nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
    var process: pid_t = 0
    report("start a program", posix_spawn(&process, "/bin/true", nil, nil, [nil], [nil]) != 0)
  }

  private static func report(_ deed: String, _ isRefused: Bool) {
    let line = "\(deed): \(isRefused ? "refused" : "DONE")\n"
    _ = line.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
  }
}
