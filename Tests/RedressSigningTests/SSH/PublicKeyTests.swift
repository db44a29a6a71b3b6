import Testing

@testable import RedressSigning

/// Public keys in lines, good and bad.
@Suite struct PublicKeyTests {
  static let base64 = "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
  static let line = "ssh-ed25519 \(base64)"

  @Test func readsALine() throws {
    let key = try SSHPublicKey(Self.line + " Jane Doe, duty desk\n")
    #expect(key.kind == .ed25519)
    #expect(key.comment == "Jane Doe, duty desk")
    #expect(key.text == Self.line)
    #expect(key.blob.suffix(32) == Array(0..<32)[...])
    for other in [Self.line, " \t" + Self.line + " \r\n", "ssh-ed25519\t \(Self.base64)\tx"] {
      #expect(try SSHPublicKey(other) == key)
    }
  }

  @Test(arguments: [("ed25519", nil), ("ecdsa", 256), ("ecdsa", 384), ("ecdsa", 521)] as [(String, Int?)])
  func hasTheFingerprintThatSSHKeygenPrints(kind: String, bits: Int?) throws {
    let bench = try Workbench()
    let file = try bench.makeKey(kind, bits: bits)
    let key = try bench.publicKey(file)
    let shown = try bench.run(["ssh-keygen", "-l", "-f", file + ".pub"]).output
    #expect(shown.contains(" \(key.fingerprint) "))
    #expect(try bench.text(file + ".pub") == "\(key.text) \(key.comment)\n")
  }

  static let bad: [(String, SSHKeyFault)] = [
    ("", .empty), ("\n", .empty), (" \t", .empty), ("ssh-ed25519", .cutShort),
    ("\(line)\n\(line)\n", .severalLines), ("\n\(line)", .severalLines),
    ("no-pty \(line)", .optionsInFront), ("from=\"a b\" \(line)", .optionsInFront),
    ("jane@council.gov.uk \(line)", .optionsInFront), ("rsa", .oldKind("rsa")),
    ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAA==", .oldKind("ssh-rsa")), ("ssh-dss AAAA", .oldKind("ssh-dss")),
    ("ssh-ed25519-cert-v01@openssh.com AAAA", .certificate("ssh-ed25519-cert-v01@openssh.com")),
    ("ed25519 \(base64)", .unknownKind("ed25519")), ("ssh-ed448 AAAA", .unknownKind("ssh-ed448")),
    ("\u{1B}[2J AAAA", .unknownKind("?[2J")), ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", .isPrivate),
    ("ssh-ed25519 \(base64.dropLast())", .notBase64), ("ssh-ed25519 A*AA", .notBase64),
    ("ssh-ed25519 AAAA", .cutShort), ("ssh-ed25519 ====", .notBase64),
    ("ssh-ed25519 \(base64)AAAA", .tooLong),
    ("sk-ssh-ed25519@openssh.com \(base64)", .kindDiffers(stated: .securityKeyEd25519, held: .ed25519)),
    ("ecdsa-sha2-nistp256 \(base64)", .kindDiffers(stated: .ecdsaP256, held: .ed25519)),
    (ecdsa(curve: "nistp384"), .notOnCurve), (ecdsa(point: [4] + [UInt8](repeating: 7, count: 64)), .notOnCurve),
    (ecdsa(point: [2] + [UInt8](repeating: 7, count: 32)), .notOnCurve), (ecdsa(point: []), .notOnCurve),
    (ecdsa(point: [0]), .notOnCurve),
  ]

  @Test(arguments: bad) func refuses(text: String, fault: SSHKeyFault) {
    #expect(throws: fault) { try SSHPublicKey(text) }
    #expect(!fault.description.isEmpty && !fault.description.contains("\u{1B}"))
  }

  /// Points of small coordinates lie on the curve, and OpenSSH refuses them nonetheless.
  @Test func refusesTheSamePointsAsOpenSSH() throws {
    let bench = try Workbench()
    // x is 5, and y follows from the equation of P-256.
    let small: [UInt8] =
      [4] + [UInt8](repeating: 0, count: 31) + [5] + Self.bytes(Self.height)
    let line = Self.ecdsa(point: small)
    #expect(throws: SSHKeyFault.notOnCurve) { try SSHPublicKey(line) }
    #expect(try bench.run(["ssh-keygen", "-l", "-f", try bench.write(Array(line.utf8))]).status != 0)
  }

  private static let height = "459243b9aa581806fe913bce99817ade11ca503c64d9a3c533415c083248fbcc"

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.map { $0 > 0x39 ? $0 - 0x57 : $0 - 0x30 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private static func ecdsa(curve: String = "nistp256", point: [UInt8] = [4]) -> String {
    let name = "ecdsa-sha2-nistp256"
    let blob = SignatureParts.strings(Array(name.utf8), Array(curve.utf8), point)
    return "\(name) \(String(decoding: SSHBase64.text(of: blob), as: UTF8.self))"
  }
}
