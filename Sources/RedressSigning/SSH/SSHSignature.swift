import Crypto

/// A signature in the format of OpenSSH, as `ssh-keygen -Y sign` makes it.
///
/// Together with the rules for keys it gives the same answer as `ssh-keygen -Y verify` of OpenSSH 9.2, also for files
/// that no program of good will would write.
public struct SSHSignature: Hashable, Sendable {
  /// The key that it says it was made with. Whether that key is anybody's is for the caller to ask.
  public let publicKey: SSHPublicKey
  /// What it was made for, such as `offer@redress`.
  public let namespace: String

  private let namespaceBytes: [UInt8]
  private let hash: SignedHash
  private let signature: [UInt8]

  /// The signature in a file with its two lines, `-----BEGIN SSH SIGNATURE-----` and `-----END SSH SIGNATURE-----`.
  public init(_ armoured: [UInt8]) throws(SSHSignatureFault) {
    var reader = WireReader(try SignatureArmour.blob(in: armoured))
    guard reader.skip(SignedHash.magic), let version = reader.number() else { throw .notASignature }
    // OpenSSH refuses only versions above its own, so that it takes a 0 as well.
    guard version <= 1 else { throw .newerVersion(version) }

    guard let blob = reader.string(), let namespace = reader.cString(), reader.string() != nil,
      let hashName = reader.cString(), let signature = reader.string()
    else { throw .damaged }
    guard reader.isAtEnd else { throw .tooLong }
    guard let hash = SignedHash(bytes: hashName) else { throw .unknownHash }
    do { publicKey = try SSHPublicKey(blob: blob) } catch { throw .key(error) }
    namespaceBytes = namespace
    self.namespace = String(decoding: namespace, as: UTF8.self)
    self.hash = hash
    self.signature = signature
  }

  /// Whether the holder of ``publicKey`` signed exactly this message for exactly this namespace.
  public func isValid(for message: [UInt8], namespace: String) -> Bool {
    guard namespaceBytes == Array(namespace.utf8) else { return false }
    return publicKey.isValid(signature: signature, for: hash.signedBytes(of: message, namespace: namespaceBytes))
  }
}

/// The digest of the message that is signed, and the bytes around it.
enum SignedHash: String, CaseIterable, Hashable, Sendable {
  case sha256
  case sha512

  /// The digest of exactly this name.
  init?(bytes: [UInt8]) {
    guard let hash = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) }) else { return nil }
    self = hash
  }

  /// What every signature and everything signed begins with, so that no other bytes that the key signs are taken for
  /// these.
  static let magic = Array("SSHSIG".utf8)

  /// What the key signs: the magic, the namespace, an empty string, the digest's name, the digest.
  func signedBytes(of message: [UInt8], namespace: [UInt8]) -> [UInt8] {
    var bytes = Self.magic
    bytes.append(wireString: namespace)
    bytes.append(wireString: [])
    bytes.append(wireString: rawValue.utf8)
    bytes.append(wireString: digest(of: message))
    return bytes
  }

  private func digest(of message: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Array(SHA256.hash(data: message))
    case .sha512: Array(SHA512.hash(data: message))
    }
  }
}
