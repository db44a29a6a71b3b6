/// Why a text or a file is not a key that offers can be signed with.
public enum SSHKeyFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing in it.
  case empty
  /// A public key is one line.
  case severalLines
  /// Something stands in front of the key, as in a file of authorised keys.
  case optionsInFront
  /// The kind of key is none that is known.
  case unknownKind(String)
  /// RSA and DSA keys are not taken.
  case oldKind(String)
  /// Certificates are not taken, only keys.
  case certificate(String)
  /// A private key stands where a public one is wanted.
  case isPrivate
  /// A public key stands where a private one is wanted.
  case isPublic
  /// A private key that is not in the format of OpenSSH.
  case anotherFormat
  /// No key at all stands where a private key is wanted.
  case notAKey
  /// What should be base64 is not.
  case notBase64
  /// The word in front and the key itself are of different kinds.
  case kindDiffers(stated: SSHPublicKey.Kind, held: SSHPublicKey.Kind)
  /// The key ends too early.
  case cutShort
  /// Something follows the key, within it.
  case tooLong
  /// The number in the key is none of its curve, or one that OpenSSH refuses.
  case notOnCurve
  /// The private key is protected by a passphrase; `ssh-keygen` can ask for it.
  case encrypted
  /// Only a plain Ed25519 key is signed with here; `ssh-keygen` can sign with the others.
  case notEd25519(SSHPublicKey.Kind)
  /// A file of more than one key.
  case severalKeys
  /// The private and the public part of the file do not belong together.
  case partsDiffer

  /// What is wrong and what to do, as the end of a sentence about the key.
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .severalLines: "it has more than one line; a public key is one line"
    case .optionsInFront: "something stands in front of the key; begin the line with the kind of key"
    case .unknownKind(let name): "`\(name)` is no kind of key that is known here; make an Ed25519 key: \(Self.remedy)"
    case .oldKind(let name): "`\(name)` keys are not accepted; make an Ed25519 key: \(Self.remedy)"
    case .certificate(let name): "`\(name)` is a certificate; give the key itself"
    case .isPrivate: "it is a private key; give the public key, from the file whose name ends in .pub"
    case .isPublic: "it is a public key; a private key is needed to sign"
    case .anotherFormat: "it is a private key in another format than that of OpenSSH"
    case .notAKey: "it is not a private key of OpenSSH"
    case .notBase64: "its letters are not base64; a part may be missing"
    case .kindDiffers(let stated, let held): "it says `\(stated.rawValue)` but holds a key of `\(held.rawValue)`"
    case .cutShort: "it ends too early; a part is missing"
    case .tooLong: "something follows the key within it"
    case .notOnCurve: "its number is not a public key of its curve"
    case .encrypted: "it is protected by a passphrase"
    case .notEd25519(let kind): "it is a key of `\(kind.rawValue)`, and only an Ed25519 key can be read here"
    case .severalKeys: "it holds more than one key"
    case .partsDiffer: "its private and its public part do not belong together"
    }
  }

  /// Whether ``SSHKeygen`` may still sign with what the file holds, or with what belongs to it.
  public var isForSSHKeygen: Bool {
    switch self {
    case .encrypted, .notEd25519, .anotherFormat, .isPublic: true
    default: false
    }
  }

  private static let remedy = "ssh-keygen -t ed25519"

  /// The fault of a kind's name that is none of ours.
  static func kind(_ name: some Sequence<UInt8>) -> SSHKeyFault {
    let plain = name.prefix(60).map { (0x21...0x7E).contains($0) && $0 != 0x60 ? $0 : UInt8(ascii: "?") }
    let text = String(decoding: plain, as: UTF8.self)
    let isOld = ["ssh-rsa", "ssh-dss", "rsa", "dsa", "rsa-sha2-256", "rsa-sha2-512"].contains(text.lowercased())
    return if isOld { .oldKind(text) } else if text.contains("-cert-v0") { .certificate(text) } else {
      .unknownKind(text)
    }
  }
}
