import Crypto

/// The private key of a file of OpenSSH, `-----BEGIN OPENSSH PRIVATE KEY-----`: Ed25519, without a passphrase.
///
/// Every other key is a fault of its own, so that the caller can go on with ``SSHKeygen``.
public struct SSHPrivateKey: Sendable {
  /// The public key that belongs to it, with the comment of the file.
  public let publicKey: SSHPublicKey

  private let seed: [UInt8]

  /// The key of a file's bytes.
  public init(_ bytes: [UInt8]) throws(SSHKeyFault) {
    let file = try PrivateKeyFile(bytes)
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: file.seed),
      Array(key.publicKey.rawRepresentation) == file.publicKey.point
    else { throw .partsDiffer }
    seed = file.seed
    publicKey = file.publicKey
  }

  /// The signature of a message as a file with its two lines: to the byte what `ssh-keygen -Y sign` writes.
  ///
  /// The namespace is a name such as `offer@redress`; it may not be empty, nor hold a zero byte. What is thrown comes
  /// from the library that signs, and only if the machine is at fault.
  public func sign(_ message: [UInt8], namespace: String) throws -> [UInt8] {
    precondition(!namespace.isEmpty && !namespace.utf8.contains(0), "a namespace is a name")
    let name = Array(namespace.utf8)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    var signature: [UInt8] = []
    signature.append(wireString: SSHPublicKey.Kind.ed25519.rawValue.utf8)
    signature.append(
      wireString: try key.signature(for: SignedHash.sha512.signedBytes(of: message, namespace: name)))

    var blob = SignedHash.magic
    blob.append(wireNumber: 1)
    blob.append(wireString: publicKey.blob)
    blob.append(wireString: name)
    blob.append(wireString: [])
    blob.append(wireString: SignedHash.sha512.rawValue.utf8)
    blob.append(wireString: signature)
    return SignatureArmour.file(of: blob)
  }
}

/// Nothing secret reaches a log by way of a description.
extension SSHPrivateKey: CustomStringConvertible, CustomReflectable {
  /// The private key's public name.
  public var description: String { "private key of \(publicKey.fingerprint)" }
  /// No parts.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
