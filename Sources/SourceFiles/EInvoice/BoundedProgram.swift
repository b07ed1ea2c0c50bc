#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that is run with bounded time, memory and output, without a shell seeing its arguments.
struct BoundedProgram {
  /// What a run came to.
  enum Outcome: Equatable {
    case ended(status: Int32, output: [UInt8])
    case missing
    case tooSlow
    case tooMuchOutput
  }

  /// Its name on the `PATH`.
  let name: String
  /// The seconds it may take.
  let seconds: Int
  /// The bytes it may write.
  let outputLimit: Int

  /// Runs it and takes what it writes; what it says on its error channel is dropped.
  func run(_ arguments: [String]) -> Outcome {
    guard let program = path else { return .missing }
    // The limits are for the program alone; `exec` hands it its arguments untouched.
    let limits = "ulimit -v 2097152; ulimit -t \(seconds + 1); exec \"$0\" \"$@\""
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return .missing }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let child = spawn(["/bin/sh", "-c", limits, program] + arguments, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return .missing }
    let deadline = ContinuousClock.now + .seconds(seconds)
    let output = output(from: ends[0], until: deadline)
    guard case .ended(_, let bytes) = output else {
      stop(child)
      return output
    }
    return status(of: child, until: deadline).map { .ended(status: $0, output: bytes) } ?? .tooSlow
  }

  private var path: String? {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "") + ":/usr/bin:/usr/local/bin:/opt/homebrew/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  private func spawn(_ words: [String], output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var list = words.map { strdup($0) } + [nil]
    defer { for word in list { free(word) } }
    var child: pid_t = 0
    return posix_spawn(&child, words[0], &actions, nil, &list, environ) == 0 ? child : nil
  }

  private func output(from descriptor: Int32, until deadline: ContinuousClock.Instant) -> Outcome {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let left = (deadline - ContinuousClock.now).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return .tooSlow }
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wanted, 1, Int32(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000) + 1)
      if ready < 0, errno != EINTR { return .ended(status: -1, output: bytes) }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .ended(status: 0, output: bytes) }
      guard bytes.count + count <= outputLimit else { return .tooMuchOutput }
      bytes += buffer[..<count]
    }
  }

  /// The program's exit status; nothing when it had to be stopped.
  private func status(of child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F) }
      // Somebody else took its status: what it wrote is whole all the same.
      if ended < 0, errno != EINTR { return 0 }
      usleep(500)
    }
    stop(child)
    return nil
  }

  private func stop(_ child: pid_t) {
    var status: Int32 = 0
    kill(child, SIGKILL)
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
  }
}
