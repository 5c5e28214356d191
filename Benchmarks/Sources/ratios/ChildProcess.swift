import BenchmarkSupport
import Glibc

/// Runs a program to its end and says what it took.
struct ChildProcess {
  struct Usage {
    var status: Int32
    var seconds: Double
    /// Of processor time, in the program and in the kernel for it.
    var processorSeconds: Double
    /// The most memory that was resident, in bytes.
    ///
    /// The kernel starts counting before the program replaces this one, so that it is never less
    /// than what this process held when it started the program.
    var peakBytes: Int
  }

  /// - Parameters:
  ///   - errors: where standard error goes; nowhere when nil.
  /// - Throws: `BenchmarkError` when the program cannot be started or ends by a signal.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], errors: String? = nil
  ) throws -> Usage {
    guard let program = arguments.first else { throw BenchmarkError("no program is named") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDERR_FILENO, errors ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)

    var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    if let libraries = getenv("LD_LIBRARY_PATH") {
      variables["LD_LIBRARY_PATH"] = String(cString: libraries)
    }
    variables.merge(environment) { $1 }
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }

    var child: pid_t = 0
    let before = Stopwatch.now()
    let failure = posix_spawnp(&child, program, &actions, nil, argv, envp)
    guard failure == 0 else {
      throw BenchmarkError("\(program) cannot be started: \(String(cString: strerror(failure)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkError("\(program) was lost") }
    }
    let seconds = Stopwatch.now() - before
    guard status & 0x7F == 0 else {
      throw BenchmarkError("\(program) was ended by signal \(status & 0x7F)")
    }
    return Usage(
      status: (status >> 8) & 0xFF, seconds: seconds,
      processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakBytes: Int(usage.ru_maxrss) * 1024)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
