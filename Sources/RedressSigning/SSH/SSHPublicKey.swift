import Crypto

/// A public key as OpenSSH writes it: `ssh-ed25519 AAAA… comment`.
///
/// Two are equal when OpenSSH takes them for the same key. The comment has no part in it.
public struct SSHPublicKey: Hashable, Sendable {
  /// The kinds of key that offers may be signed with, by the names that OpenSSH gives them.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Ed25519, the kind to choose.
    case ed25519 = "ssh-ed25519"
    /// ECDSA on the curve P-256.
    case ecdsaP256 = "ecdsa-sha2-nistp256"
    /// ECDSA on the curve P-384.
    case ecdsaP384 = "ecdsa-sha2-nistp384"
    /// ECDSA on the curve P-521.
    case ecdsaP521 = "ecdsa-sha2-nistp521"
    /// Ed25519 in a security key that is touched to sign.
    case securityKeyEd25519 = "sk-ssh-ed25519@openssh.com"
    /// ECDSA on the curve P-256 in a security key that is touched to sign.
    case securityKeyP256 = "sk-ecdsa-sha2-nistp256@openssh.com"
  }

  /// The kind of key.
  public let kind: Kind
  /// The key's bytes in the one form that OpenSSH writes.
  public let blob: [UInt8]
  /// What stands after the key, often who holds it. Empty when nothing does.
  public let comment: String

  /// The number on the curve, as the kind writes it.
  let point: [UInt8]
  /// What a security key was made for, usually `ssh:`. Empty for the other kinds.
  let application: [UInt8]

  /// The key of one line, with or without a comment and an end of line.
  ///
  /// Options in front, as files of authorised keys have them, are refused.
  public init(_ text: String) throws(SSHKeyFault) {
    let line = try Self.line(of: text)
    let words = line.split(maxSplits: 2, omittingEmptySubsequences: true) { $0 == 0x20 || $0 == 0x09 }
    guard let name = words.first else { throw .empty }
    guard let stated = Kind(bytes: name) else {
      throw Self.fault(ofFirst: name, in: line)
    }
    guard words.count > 1 else { throw .cutShort }
    guard let bytes = SSHBase64.bytes(of: words[1]) else { throw .notBase64 }
    let comment = words.count > 2 ? String(decoding: words[2], as: UTF8.self) : ""
    try self.init(blob: bytes, comment: comment)
    guard kind == stated else { throw .kindDiffers(stated: stated, held: kind) }
  }

  init(kind: Kind, point: [UInt8], application: [UInt8], comment: String) {
    self.kind = kind
    self.point = point
    self.application = application
    self.comment = comment
    blob = Self.blob(kind: kind, point: point, application: application)
  }

  /// The kind and the key, without the comment: `ssh-ed25519 AAAA…`.
  public var text: String { "\(kind.rawValue) \(String(decoding: SSHBase64.text(of: blob), as: UTF8.self))" }

  /// `SHA256:` and 43 letters, as `ssh-keygen -l` prints it.
  public var fingerprint: String {
    let letters = SSHBase64.text(of: Array(SHA256.hash(data: blob))).prefix { $0 != UInt8(ascii: "=") }
    return "SHA256:" + String(decoding: letters, as: UTF8.self)
  }

  /// Whether two are the same key, whatever their comments.
  public static func == (one: SSHPublicKey, other: SSHPublicKey) -> Bool { one.blob == other.blob }

  /// The key without its comment.
  public func hash(into hasher: inout Hasher) { hasher.combine(blob) }

  /// The bytes of the only line, without white space around it.
  private static func line(of text: String) throws(SSHKeyFault) -> ArraySlice<UInt8> {
    var line = Array(text.utf8)[...]
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    if line.starts(with: "-----BEGIN ".utf8) { throw .isPrivate }
    guard !line.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { throw .severalLines }
    while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
    return line
  }

  private static func fault(ofFirst word: ArraySlice<UInt8>, in line: ArraySlice<UInt8>) -> SSHKeyFault {
    let later = String(decoding: line[word.endIndex...], as: UTF8.self).split { $0 == " " || $0 == "\t" }
    let named = SSHKeyFault.kind(word)
    guard case .unknownKind = named else { return named }
    return later.contains { Kind(bytes: $0.utf8) != nil } ? .optionsInFront : named
  }
}
