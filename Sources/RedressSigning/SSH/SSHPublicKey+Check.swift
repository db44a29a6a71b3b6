import Crypto

extension SSHPublicKey {
  /// Whether a signature, in the form of this kind of key, is good for the bytes. As OpenSSH answers.
  func isValid(signature: [UInt8], for signed: [UInt8]) -> Bool {
    var reader = WireReader(signature)
    guard let name = reader.cString() else { return false }
    let isBrowsers = kind == .securityKeyP256 && name == Array(BrowserSignature.name.utf8)
    guard isBrowsers || name == Array(kind.rawValue.utf8), let body = reader.string() else { return false }
    guard kind.isSecurityKey else { return reader.isAtEnd && isValid(body: body, for: signed) }

    guard let flags = reader.byte(), let counter = reader.number() else { return false }
    var message = Array(SHA256.hash(data: application))
    message.append(flags)
    message.append(wireNumber: counter)
    if isBrowsers {
      guard let browser = BrowserSignature(from: &reader, flags: flags, signed: signed) else { return false }
      message += browser.extensions
      message += SHA256.hash(data: browser.clientData)
    } else {
      message += SHA256.hash(data: signed)
    }
    return reader.isAtEnd && isValid(body: body, for: message)
  }

  private func isValid(body: [UInt8], for message: [UInt8]) -> Bool {
    switch kind {
    case .ed25519, .securityKeyEd25519: isEd25519(body, for: message)
    case .ecdsaP256, .securityKeyP256: isP256(body, for: message)
    case .ecdsaP384: isP384(body, for: message)
    case .ecdsaP521: isP521(body, for: message)
    }
  }

  private func isEd25519(_ body: [UInt8], for message: [UInt8]) -> Bool {
    guard body.count == 64, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point) else { return false }
    return key.isValidSignature(Ed25519Scalar.withReducedScalar(body), for: message)
  }

  private func isP256(_ body: [UInt8], for message: [UInt8]) -> Bool {
    guard let pair = Self.pair(in: body, size: 32),
      let key = try? P256.Signing.PublicKey(x963Representation: point),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: pair)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  private func isP384(_ body: [UInt8], for message: [UInt8]) -> Bool {
    guard let pair = Self.pair(in: body, size: 48),
      let key = try? P384.Signing.PublicKey(x963Representation: point),
      let signature = try? P384.Signing.ECDSASignature(rawRepresentation: pair)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  private func isP521(_ body: [UInt8], for message: [UInt8]) -> Bool {
    guard let pair = Self.pair(in: body, size: 66),
      let key = try? P521.Signing.PublicKey(x963Representation: point),
      let signature = try? P521.Signing.ECDSASignature(rawRepresentation: pair)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  /// The two numbers of an ECDSA signature, each in as many bytes as its curve has.
  private static func pair(in body: [UInt8], size: Int) -> [UInt8]? {
    var reader = WireReader(body)
    guard let first = reader.positiveNumber(), let second = reader.positiveNumber(), reader.isAtEnd,
      first.count <= size, second.count <= size
    else { return nil }
    return [first, second].flatMap { [UInt8](repeating: 0, count: size - $0.count) + $0 }
  }
}
