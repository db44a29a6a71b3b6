/// Why a file is not a signature of OpenSSH that could hold for anything.
public enum SSHSignatureFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// It does not begin with the line that every signature begins with.
  case noHeader
  /// The line that ends a signature is missing.
  case noFooter
  /// What stands between the two lines is not base64.
  case notBase64
  /// The bytes are not those of a signature.
  case notASignature
  /// The format is newer than the one that is known.
  case newerVersion(UInt32)
  /// The key that it was made with is damaged or not accepted.
  case key(SSHKeyFault)
  /// It ends too early, or a text in it holds a zero byte.
  case damaged
  /// The digest that was signed is neither SHA-256 nor SHA-512.
  case unknownHash
  /// Something follows the signature, within it.
  case tooLong

  /// What is wrong, as the end of a sentence about the signature.
  public var description: String {
    switch self {
    case .noHeader: "it does not begin with the line -----BEGIN SSH SIGNATURE-----"
    case .noFooter: "the line -----END SSH SIGNATURE----- is missing"
    case .notBase64: "its letters are not base64; it was changed or cut short"
    case .notASignature: "its bytes are not those of a signature"
    case .newerVersion(let version): "it is of version \(version) of the format, and only version 1 is known"
    case .key(let fault): "the key within it cannot be used: \(fault)"
    case .damaged: "it is damaged: a part of it is missing"
    case .unknownHash: "it was made over another digest than SHA-256 or SHA-512"
    case .tooLong: "something follows the signature within it"
    }
  }
}
