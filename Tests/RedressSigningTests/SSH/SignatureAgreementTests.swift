import Redress
import SeededRandomness
import Testing

@testable import RedressSigning

/// What we sign OpenSSH accepts, and the other way round.
@Suite struct SignatureAgreementTests {
  @Test func acceptsOursAHundredTimes() throws {
    var generator = SeededGenerator.printed()
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let allowed = try bench.allow(key.publicKey)
    for _ in 0..<100 {
      let message = generator.bytes(0...3000)
      let signature = try key.sign(message, namespace: Workbench.namespace)
      #expect(try bench.openSSHAccepts(message, signature: signature, allowed: allowed))
    }
  }

  @Test func acceptsTheirsAHundredTimesAndSignsTheSameToTheByte() throws {
    var generator = SeededGenerator.printed()
    let bench = try Workbench()
    let file = try bench.makeKey()
    let key = try bench.privateKey(file)
    #expect(key.publicKey == (try bench.publicKey(file)))
    for _ in 0..<100 {
      let message = generator.bytes(0...3000)
      let signature = try bench.sign(message, keyFile: file)
      #expect(Workbench.weAccept(message, signature: signature, key: key.publicKey))
      #expect(try key.sign(message, namespace: Workbench.namespace) == signature)
    }
  }

  @Test(arguments: [256, 384, 521]) func acceptsECDSA(bits: Int) throws {
    var generator = SeededGenerator.printed()
    let bench = try Workbench()
    let file = try bench.makeKey("ecdsa", bits: bits)
    let key = try bench.publicKey(file)
    let allowed = try bench.allow(key)
    for _ in 0..<20 {
      let message = generator.bytes(0...300)
      let signature = try bench.sign(message, keyFile: file)
      #expect(Workbench.weAccept(message, signature: signature, key: key))
      #expect(try bench.openSSHAccepts(message, signature: signature, allowed: allowed))
      #expect(!Workbench.weAccept(message + [0], signature: signature, key: key))
    }
  }

  @Test func acceptsTheShorterDigest() throws {
    let bench = try Workbench()
    let file = try bench.makeKey()
    let signature = try bench.sign([1, 2, 3], keyFile: file, options: ["-Ohashalg=sha256"])
    #expect(Workbench.weAccept([1, 2, 3], signature: signature, key: try bench.publicKey(file)))
    #expect(!Workbench.weAccept([1, 2], signature: signature, key: try bench.publicKey(file)))
  }

  @Test func refusesAnotherNamespace() throws {
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let allowed = try bench.allow(key.publicKey)
    for namespace in ["file", "offer@redress.", "offer@redres", "Offer@redress"] {
      let signature = try key.sign([7], namespace: namespace)
      #expect(!Workbench.weAccept([7], signature: signature, key: key.publicKey))
      #expect(try !bench.openSSHAccepts([7], signature: signature, allowed: allowed))
      #expect(try SSHSignature(signature).namespace == namespace)
      #expect(Workbench.weAccept([7], signature: signature, key: key.publicKey, namespace: namespace))
    }
  }
}
