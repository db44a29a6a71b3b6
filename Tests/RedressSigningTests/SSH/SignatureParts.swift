import Crypto

@testable import RedressSigning

/// A signature in its parts, for writing ones that no program of good will would write.
struct SignatureParts {
  var magic = Array("SSHSIG".utf8)
  var version: UInt32 = 1
  var key: [UInt8]
  var namespace = Array(Workbench.namespace.utf8)
  var reserved: [UInt8] = []
  var hash = Array("sha512".utf8)
  var signature: [UInt8] = []
  var trailing: [UInt8] = []

  var blob: [UInt8] {
    var blob = magic
    blob.append(wireNumber: version)
    for part in [key, namespace, reserved, hash, signature] { blob.append(wireString: part) }
    return blob + trailing
  }

  var file: [UInt8] { SignatureArmour.file(of: blob) }

  static func strings(_ parts: [UInt8]...) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts { bytes.append(wireString: part) }
    return bytes
  }

  static func signed(_ message: [UInt8]) -> [UInt8] {
    SignedHash.sha512.signedBytes(of: message, namespace: Array(Workbench.namespace.utf8))
  }
}

/// An Ed25519 key of our own, for signing what `ssh-keygen` would not sign.
struct OwnKey {
  let secret = Curve25519.Signing.PrivateKey()

  var point: [UInt8] { Array(secret.publicKey.rawRepresentation) }
  var publicKey: SSHPublicKey { SSHPublicKey(kind: .ed25519, point: point, application: [], comment: "") }

  func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try secret.signature(for: bytes)) }

  func parts(for message: [UInt8]) throws -> SignatureParts {
    let signature = try signature(of: SignatureParts.signed(message))
    return SignatureParts(
      key: publicKey.blob, signature: SignatureParts.strings(Array("ssh-ed25519".utf8), signature))
  }
}

/// A security key as the computer sees one: it signs the digests of what it is for and of what it is given.
struct OwnSecurityKey {
  enum Secret {
    case ed25519(Curve25519.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }

  let secret: Secret
  let application = Array("ssh:".utf8)
  var flags: UInt8 = 1
  var counter: UInt32 = 4711

  var publicKey: SSHPublicKey {
    switch secret {
    case .ed25519(let key):
      SSHPublicKey(
        kind: .securityKeyEd25519, point: Array(key.publicKey.rawRepresentation), application: application, comment: "")
    case .p256(let key):
      SSHPublicKey(
        kind: .securityKeyP256, point: Array(key.publicKey.x963Representation), application: application, comment: "")
    }
  }

  private func body(for given: [UInt8], extensions: [UInt8] = []) throws -> [UInt8] {
    var message = Array(SHA256.hash(data: application))
    message.append(flags)
    message.append(wireNumber: counter)
    message += extensions
    message += SHA256.hash(data: given)
    switch secret {
    case .ed25519(let key): return Array(try key.signature(for: message))
    case .p256(let key): return ecdsaBody(Array(try key.signature(for: message).rawRepresentation))
    }
  }

  func parts(for message: [UInt8]) throws -> SignatureParts {
    var signature = SignatureParts.strings(
      Array(publicKey.kind.rawValue.utf8), try body(for: SignatureParts.signed(message)))
    signature.append(flags)
    signature.append(wireNumber: counter)
    return SignatureParts(key: publicKey.blob, signature: signature)
  }

  /// A signature that a browser asked for, on a page of `origin`.
  func browserParts(for message: [UInt8], origin: String, extensions: [UInt8] = []) throws -> SignatureParts {
    let challenge = String(decoding: BrowserSignature.webBase64(of: SignatureParts.signed(message)), as: UTF8.self)
    let note = #"{"type":"webauthn.get","challenge":"\#(challenge)","origin":"\#(origin)","crossOrigin":false}"#
    var signature = SignatureParts.strings(
      Array(BrowserSignature.name.utf8), try body(for: Array(note.utf8), extensions: extensions))
    signature.append(flags)
    signature.append(wireNumber: counter)
    signature += SignatureParts.strings(Array(origin.utf8), Array(note.utf8), extensions)
    return SignatureParts(key: publicKey.blob, signature: signature)
  }
}

/// Two numbers of an ECDSA signature, as OpenSSH writes them, from their equal halves.
func ecdsaBody(_ halves: [UInt8]) -> [UInt8] {
  let half = halves.count / 2
  let numbers = [halves.prefix(half), halves.suffix(half)].map { number in
    let digits = Array(number.drop { $0 == 0 })
    return digits.first ?? 0 < 0x80 ? digits : [0] + digits
  }
  return SignatureParts.strings(numbers[0], numbers[1])
}
