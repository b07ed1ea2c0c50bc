#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The error numbers that Arrow streams speak in.
enum Errno {
  static let invalid = EINVAL

  static func status(_ code: CInt) -> ADBCError.Status {
    switch code {
    case EINVAL: .invalidArgument
    case ECANCELED, EINTR: .cancelled
    case ETIMEDOUT: .timeout
    case EIO: .io
    case ENOSYS, ENOTSUP: .notImplemented
    case EEXIST: .alreadyExists
    case ENOENT: .notFound
    case EACCES, EPERM: .unauthorized
    default: .unknown
    }
  }
}
