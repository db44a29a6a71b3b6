import SeededRandomness
import Testing

@testable import RedressSigning

/// Private key files, good and bad.
@Suite struct PrivateKeyTests {
  @Test func readsAFileAndKeepsItsSecret() throws {
    let bench = try Workbench()
    let file = try bench.makeKey()
    let key = try bench.privateKey(file)
    #expect(key.publicKey == (try bench.publicKey(file)))
    #expect(key.publicKey.comment == "Jane Doe, duty desk")
    #expect("\(key)" == "private key of \(key.publicKey.fingerprint)")
    var shown = ""
    dump(key, to: &shown)
    #expect(!shown.contains("seed"))
  }

  @Test func refusesWhatIsNone() throws {
    let bench = try Workbench()
    let file = try bench.makeKey()
    func expect(_ fault: SSHKeyFault, _ text: String, _ location: SourceLocation = #_sourceLocation) {
      #expect(throws: fault, sourceLocation: location) { try SSHPrivateKey(Array(text.utf8)) }
    }
    let text = try bench.text(file)
    expect(.empty, "")
    expect(.notAKey, "hello\n")
    expect(.isPublic, try bench.text(file + ".pub"))
    expect(.oldKind("ssh-rsa"), "ssh-rsa AAAA\n")
    expect(.anotherFormat, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n")
    expect(.anotherFormat, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    expect(.cutShort, String(text.dropLast(50)))
    expect(.notBase64, text.replacing("b3Bl", with: "b3B*"))
    expect(.notAKey, text.replacing("b3Bl", with: "b3Bm"))
    #expect(throws: SSHKeyFault.encrypted) { try bench.privateKey(try bench.makeKey(passphrase: "sesame")) }
    #expect(throws: SSHKeyFault.encrypted) {
      try bench.privateKey(try bench.makeKey("ecdsa", bits: 256, passphrase: "sesame"))
    }
  }

  /// OpenSSH and we read the same damaged files, but for those of other kinds.
  @Test func agreesOnDamage() throws {
    var generator = SeededGenerator.printed()
    let bench = try Workbench()
    let key = try bench.read(try bench.makeKey())
    var readable = 0
    for round in 0..<2000 {
      var changed = key
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        changed = changed.flipping(bit: .random(in: 0..<changed.count * 8, using: &generator))
      }
      let isReadable = (try? SSHPrivateKey(changed)) != nil
      readable += isReadable ? 1 : 0
      guard Workbench.asksAll || isReadable || round < Workbench.sample else { continue }
      let file = try bench.write(changed)
      _ = try bench.run(["chmod", "600", file])
      let theirs = try bench.run(["ssh-keygen", "-y", "-P", "", "-f", file])
      #expect(theirs.status == 0 || !isReadable, "round \(round)")
    }
    print("\(readable) of 2000 damaged private keys can still be read")
  }

  @Test func keepsItsPartsTogether() throws {
    let bench = try Workbench()
    let (one, other) = (try bench.read(try bench.makeKey()), try bench.read(try bench.makeKey()))
    // The envelope of one around the secrets of the other, which are the last 136 bytes and the length before them.
    func content(_ file: [UInt8]) throws -> [UInt8] {
      let lines = String(decoding: file, as: UTF8.self).split(separator: "\n").dropFirst().dropLast()
      return try #require(SSHBase64.bytes(of: lines.joined().utf8))
    }
    let (first, second) = (try content(one), try content(other))
    let start = first.count - 160
    let mixed = String(decoding: SSHBase64.text(of: Array(first[..<start]) + second[start...]), as: UTF8.self)
    let file = "-----BEGIN OPENSSH PRIVATE KEY-----\n\(mixed)\n-----END OPENSSH PRIVATE KEY-----\n"
    #expect(first.count == second.count)
    #expect(throws: SSHKeyFault.partsDiffer) { try SSHPrivateKey(Array(file.utf8)) }
  }
}
