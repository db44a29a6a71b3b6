/// What a private key file of OpenSSH holds, read as OpenSSH reads it.
struct PrivateKeyFile {
  let publicKey: SSHPublicKey
  /// The 32 bytes that an Ed25519 key is made from.
  let seed: [UInt8]

  private static let header = Array("-----BEGIN OPENSSH PRIVATE KEY-----\n".utf8)
  private static let footer = Array("\n-----END OPENSSH PRIVATE KEY-----\n".utf8)
  private static let magic = Array("openssh-key-v1\0".utf8)
  private static let blockSize = 8

  init(_ file: [UInt8]) throws(SSHKeyFault) {
    var reader = WireReader(try Self.content(of: file))
    guard reader.skip(Self.magic) else { throw .notAKey }
    guard let cipher = reader.cString(), let derivation = reader.cString(), reader.string() != nil,
      let count = reader.number()
    else { throw .cutShort }
    guard count == 1 else { throw .severalKeys }
    guard let blob = reader.string() else { throw .cutShort }
    let envelope = try SSHPublicKey(blob: blob)
    // The passphrase is told first: with it, `ssh-keygen` can sign with a key of any kind.
    guard cipher == Array("none".utf8), derivation == Array("none".utf8) else { throw .encrypted }
    guard envelope.kind == .ed25519 else { throw .notEd25519(envelope.kind) }
    guard let content = reader.string() else { throw .cutShort }
    guard reader.isAtEnd else { throw .tooLong }

    let (key, seed, comment) = try Self.secrets(in: content)
    guard key == envelope.point else { throw .partsDiffer }
    publicKey = SSHPublicKey(kind: .ed25519, point: key, application: [], comment: comment)
    self.seed = seed
  }

  private static func content(of file: [UInt8]) throws(SSHKeyFault) -> [UInt8] {
    guard !file.isEmpty else { throw .empty }
    guard file.starts(with: header) else { throw fault(ofFile: file) }
    // The header's own end of line may be the one before the footer.
    let body = file[(header.count - 1)...]
    guard let end = body.firstRange(of: footer)?.lowerBound else { throw .cutShort }
    guard let content = SSHBase64.bytes(of: body[..<end]) else { throw .notBase64 }
    return content
  }

  private static func fault(ofFile file: [UInt8]) -> SSHKeyFault {
    let text = String(decoding: file.prefix(16_384), as: UTF8.self)
    if text.hasPrefix("-----BEGIN "), text.contains("PRIVATE KEY-----") { return .anotherFormat }
    do {
      _ = try SSHPublicKey(text)
      return .isPublic
    } catch {
      if case .oldKind = error { return error }
      return .notAKey
    }
  }

  /// The key, its seed and the comment of the part that a passphrase would protect.
  private static func secrets(
    in content: [UInt8]
  ) throws(SSHKeyFault) -> (key: [UInt8], seed: [UInt8], comment: String) {
    var reader = WireReader(content)
    guard content.count >= blockSize, content.count.isMultiple(of: blockSize), let check = reader.number(),
      let checkAgain = reader.number(), let name = reader.cString()
    else { throw .cutShort }
    guard check == checkAgain else { throw .partsDiffer }
    guard name == Array(SSHPublicKey.Kind.ed25519.rawValue.utf8) else { throw .partsDiffer }
    guard let key = reader.string(), let secret = reader.string(), let comment = reader.cString() else {
      throw .cutShort
    }
    guard secret.count == 64, Array(secret.suffix(32)) == key else { throw .partsDiffer }
    var filler: UInt8 = 0
    while let byte = reader.byte() {
      filler &+= 1
      guard byte == filler else { throw .tooLong }
    }
    return (key, Array(secret.prefix(32)), String(decoding: comment, as: UTF8.self))
  }
}
