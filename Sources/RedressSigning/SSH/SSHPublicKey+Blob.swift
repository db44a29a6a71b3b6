import Crypto

extension SSHPublicKey {
  /// The key in its bytes, as OpenSSH reads them.
  ///
  /// OpenSSH takes some forms that it does not write, such as `ED25519` for the kind. They are the same key, so they
  /// come to the same ``blob``.
  init(blob bytes: [UInt8], comment: String = "") throws(SSHKeyFault) {
    var reader = WireReader(bytes)
    guard let name = reader.cString() else { throw .cutShort }
    let kind = try Self.kind(named: name)
    if let curve = kind.curve {
      guard let stated = reader.cString() else { throw .cutShort }
      guard stated == Array(curve.utf8) else { throw .notOnCurve }
    }
    guard let point = reader.string() else { throw .cutShort }
    guard kind.accepts(point) else { throw .notOnCurve }
    var application: [UInt8] = []
    if kind.isSecurityKey {
      guard let text = reader.cString() else { throw .cutShort }
      application = text
    }
    guard reader.isAtEnd else { throw .tooLong }
    self.init(kind: kind, point: point, application: application, comment: comment)
  }

  static func blob(kind: Kind, point: [UInt8], application: [UInt8]) -> [UInt8] {
    var blob: [UInt8] = []
    blob.append(wireString: kind.rawValue.utf8)
    if let curve = kind.curve { blob.append(wireString: curve.utf8) }
    blob.append(wireString: point)
    if kind.isSecurityKey { blob.append(wireString: application) }
    return blob
  }

  private static func kind(named name: [UInt8]) throws(SSHKeyFault) -> Kind {
    if let kind = Kind(bytes: name) { return kind }
    // Inside a key, OpenSSH knows these too: the short names in any case, and the name of a browser's signatures.
    let lowered = name.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if lowered == Array("ed25519".utf8) { return .ed25519 }
    if lowered == Array("ed25519-sk".utf8) { return .securityKeyEd25519 }
    if name == Array(BrowserSignature.name.utf8) { return .securityKeyP256 }
    throw .kind(name)
  }
}

extension SSHPublicKey.Kind {
  /// The kind of exactly this name. Text would not do: Swift takes two for equal that differ in their bytes.
  init?(bytes: some Sequence<UInt8>) {
    guard let kind = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(bytes) }) else { return nil }
    self = kind
  }

  /// The curve's name within the key, for the kinds that state it.
  var curve: String? {
    switch self {
    case .ed25519, .securityKeyEd25519: nil
    case .ecdsaP256, .securityKeyP256: "nistp256"
    case .ecdsaP384: "nistp384"
    case .ecdsaP521: "nistp521"
    }
  }

  var isSecurityKey: Bool { self == .securityKeyEd25519 || self == .securityKeyP256 }

  /// Whether OpenSSH takes the bytes for a public key of this kind.
  func accepts(_ point: [UInt8]) -> Bool {
    switch self {
    case .ed25519, .securityKeyEd25519: point.count == 32
    case .ecdsaP256, .securityKeyP256:
      CurveOrder.p256.allows(point) && (try? P256.Signing.PublicKey(x963Representation: point)) != nil
    case .ecdsaP384:
      CurveOrder.p384.allows(point) && (try? P384.Signing.PublicKey(x963Representation: point)) != nil
    case .ecdsaP521:
      CurveOrder.p521.allows(point) && (try? P521.Signing.PublicKey(x963Representation: point)) != nil
    }
  }
}
