/// Why `ssh-keygen` made no signature.
public enum SSHKeygenFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no `ssh-keygen` on the PATH.
  case notInstalled
  /// It could not be started, for the reason of the system.
  case notStarted(String)
  /// A private folder for the message could not be made or used, for the reason of the system.
  case noFolder(String)
  /// It ended without a signature. It has said why on the standard error stream, unless it was stopped by a signal,
  /// whose number is then the status less 128.
  case failed(status: Int32)
  /// Its signature is not one that is accepted, such as one by an RSA key.
  case notAccepted(SSHSignatureFault)
  /// Its signature does not hold for the message.
  case notValid

  /// What is wrong and what to do, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .notInstalled: "ssh-keygen is not installed; install OpenSSH (Debian: openssh-client)"
    case .notStarted(let reason): "ssh-keygen could not be started: \(reason)"
    case .noFolder(let reason): "no private folder could be made for ssh-keygen: \(reason)"
    case .failed(129...192): "ssh-keygen was stopped before it had made a signature"
    case .failed: "ssh-keygen made no signature; it has said why above"
    case .notAccepted(.key(let fault)): "the key cannot be used: \(fault)"
    case .notAccepted(let fault): "the signature of ssh-keygen cannot be used: \(fault)"
    case .notValid: "the signature of ssh-keygen does not hold for what was to be signed"
    }
  }
}
