import Crypto
import SeededRandomness
import Testing

@testable import RedressSigning

/// Signatures by keys in hardware, made here as such a key makes them.
@Suite struct SecurityKeyTests {
  private let message = Array("£40 for the boiler".utf8)

  static let secrets: [OwnSecurityKey.Secret] = [.ed25519(.init()), .p256(.init())]

  @Test(arguments: 0..<2) func isAcceptedByBoth(which: Int) throws {
    let bench = try Workbench()
    for (flags, counter) in [(1, 1), (5, 4711), (0, 0), (255, UInt32.max)] as [(UInt8, UInt32)] {
      let key = OwnSecurityKey(secret: Self.secrets[which], flags: flags, counter: counter)
      let file = try key.parts(for: message).file
      #expect(Workbench.weAccept(message, signature: file, key: key.publicKey))
      #expect(!Workbench.weAccept(message + [0], signature: file, key: key.publicKey))
      let allowed = try bench.allow(key.publicKey)
      #expect(try bench.openSSHAccepts(message, signature: file, allowed: allowed))
      var longer = try key.parts(for: message)
      longer.signature.append(0)
      #expect(!Workbench.weAccept(message, signature: longer.file, key: key.publicKey))
      #expect(try !bench.openSSHAccepts(message, signature: longer.file, allowed: allowed))
    }
  }

  @Test(arguments: 0..<2) func isReadFromItsLine(which: Int) throws {
    let bench = try Workbench()
    let key = OwnSecurityKey(secret: Self.secrets[which]).publicKey
    #expect(try SSHPublicKey(key.text) == key)
    let shown = try bench.run(["ssh-keygen", "-l", "-f", try bench.write(Array(key.text.utf8))])
    #expect(shown.output.split(separator: " ").dropFirst().first.map(String.init) == key.fingerprint)
  }

  @Test(arguments: 0..<2) func isAskedAboutChangedBytes(which: Int) throws {
    let key = OwnSecurityKey(secret: Self.secrets[which])
    try expectAgreement(on: try key.parts(for: message), of: key.publicKey)
  }

  @Test func isAskedAboutChangedBytesOfABrowsersSignature() throws {
    let key = OwnSecurityKey(secret: Self.secrets[1])
    try expectAgreement(
      on: try key.browserParts(for: message, origin: "https://offers.example"), of: key.publicKey)
  }

  @Test func agreesOnBrowsersSignatures() throws {
    let bench = try Workbench()
    func expect(
      _ accepted: Bool, flags: UInt8 = 1, origin: String = "https://offers.example", extensions: [UInt8] = [],
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      let key = OwnSecurityKey(secret: Self.secrets[1], flags: flags)
      let file = try key.browserParts(for: message, origin: origin, extensions: extensions).file
      #expect(
        Workbench.weAccept(message, signature: file, key: key.publicKey) == accepted, sourceLocation: location)
      let theirs = try bench.openSSHAccepts(message, signature: file, allowed: try bench.allow(key.publicKey))
      #expect(theirs == accepted, sourceLocation: location)
    }
    try expect(true)
    try expect(true, flags: 0)
    try expect(true, origin: "")
    try expect(false, origin: "a\"b")
    try expect(false, flags: 0x41)
    try expect(false, flags: 0x81)
    try expect(true, flags: 0x81, extensions: [0xA0])
    try expect(false, extensions: [0xA0])
  }

  /// Changes some bytes of a signature, one at a time, and asks OpenSSH and us.
  private func expectAgreement(on parts: SignatureParts, of key: SSHPublicKey, _ name: String = #function) throws {
    var generator = SeededGenerator.printed(name)
    let bench = try Workbench()
    let allowed = try bench.allow(key)
    let blob = parts.blob
    for place in blob.indices.shuffled(using: &generator).prefix(60) {
      var changed = blob
      changed[place] ^= .random(in: 1...255, using: &generator)
      let file = SignatureArmour.file(of: changed)
      let ours = Workbench.weAccept(message, signature: file, key: key)
      #expect(try bench.openSSHAccepts(message, signature: file, allowed: allowed) == ours, "byte \(place)")
    }
  }
}
