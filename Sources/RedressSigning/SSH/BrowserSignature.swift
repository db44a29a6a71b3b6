/// What a signature by a security key holds beside when a browser asked for it, which OpenSSH takes too.
///
/// The key then signs not the bytes themselves but a note of the browser's, in which they stand.
struct BrowserSignature {
  /// The kind of signature, where else the kind of the key stands.
  static let name = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com"

  let clientData: [UInt8]
  let extensions: [UInt8]

  private static let quote = UInt8(ascii: "\"")
  private static let hasAttestedKey: UInt8 = 0x40
  private static let hasExtensions: UInt8 = 0x80

  /// `nil` unless the browser's note begins with the bytes signed and where they were signed.
  init?(from reader: inout WireReader, flags: UInt8, signed: [UInt8]) {
    guard let origin = reader.cString(), let clientData = reader.string(), let extensions = reader.string() else {
      return nil
    }
    guard !origin.contains(Self.quote), flags & Self.hasAttestedKey == 0,
      (flags & Self.hasExtensions == 0) == extensions.isEmpty
    else { return nil }

    var start = Array(#"{"type":"webauthn.get","challenge":""#.utf8)
    start += Self.webBase64(of: signed)
    start += Array(#"","origin":""#.utf8) + origin + [Self.quote]
    guard clientData.starts(with: start) else { return nil }
    self.clientData = clientData
    self.extensions = extensions
  }

  /// Base64 with the two signs that may stand in an address, and no padding.
  static func webBase64(of bytes: [UInt8]) -> [UInt8] {
    SSHBase64.text(of: bytes).compactMap { sign in
      switch sign {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      default: sign
      }
    }
  }
}
