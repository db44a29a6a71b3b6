import Foundation
import SeededRandomness
import Testing

@testable import RedressSigning

/// One changed bit, anywhere in the message or in the signature's file.
@Suite struct EveryBitTests {
  @Test func ofTheMessage() async throws {
    var generator = SeededGenerator.printed()
    let (bench, key, message, signature) = try signedMessage(&generator)
    let allowed = try bench.allow(key)
    let bits = 0..<message.count * 8
    let accepted = bits.filter { Workbench.weAccept(message.flipping(bit: $0), signature: signature, key: key) }
    #expect(accepted == [])

    let asked = Workbench.asksAll ? Array(bits) : Array(bits.shuffled(using: &generator).prefix(Workbench.sample))
    let theirs = try await inParallel(asked) { bit in
      try bench.openSSHAccepts(message.flipping(bit: bit), signature: signature, allowed: allowed)
    }
    #expect(theirs.filter(\.answer).map(\.bit) == [])
    print("message: \(bits.count) bits refused by us, \(theirs.count) asked of OpenSSH")
  }

  @Test func ofTheSignature() async throws {
    var generator = SeededGenerator.printed()
    let (bench, key, message, signature) = try signedMessage(&generator)
    let allowed = try bench.allow(key)
    let bits = 0..<signature.count * 8
    let ours = bits.map { Workbench.weAccept(message, signature: signature.flipping(bit: $0), key: key) }
    // A few bits make no difference: one of the version, one of each line's end, and the last line's end.
    let accepted = bits.filter { ours[$0] }
    #expect(accepted.count == 12)

    let some = Set(bits.shuffled(using: &generator).prefix(Workbench.sample)).union(accepted)
    let asked = Workbench.asksAll ? Array(bits) : some.sorted()
    let theirs = try await inParallel(asked) { bit in
      try bench.openSSHAccepts(message, signature: signature.flipping(bit: bit), allowed: allowed)
    }
    #expect(theirs.filter { ours[$0.bit] != $0.answer }.map(\.bit) == [])
    print(
      "signature: \(bits.count) bits, \(accepted.count) accepted by us, \(theirs.count) asked of OpenSSH,",
      "\(theirs.count(where: \.answer)) accepted by it")
  }

  /// The committed offer, bit by bit: all of them by us and, where everything is asked, by OpenSSH too.
  @Test func ofASignedOffer() async throws {
    var generator = SeededGenerator.printed()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.path + "/Fixtures/offers/PHG-2026-0417.offer.json"
    let bench = try Workbench()
    let (offer, signature) = (try bench.read(path), try bench.read(path + ".a.khan.sig"))
    let key = try SSHSignature(signature).publicKey
    #expect(Workbench.weAccept(offer, signature: signature, key: key))

    let bits = Array(0..<offer.count * 8)
    let ours = Workbench.asksAll ? bits : Array(bits.shuffled(using: &generator).prefix(2000))
    let accepted = ours.filter { Workbench.weAccept(offer.flipping(bit: $0), signature: signature, key: key) }
    #expect(accepted == [])

    let allowed = try bench.allow(key)
    let asked = Workbench.asksAll ? bits : Array(ours.prefix(Workbench.sample))
    let theirs = try await inParallel(asked) { bit in
      try bench.openSSHAccepts(offer.flipping(bit: bit), signature: signature, allowed: allowed)
    }
    #expect(theirs.filter(\.answer).map(\.bit) == [])
    print("offer: \(bits.count) bits, \(ours.count) refused by us, \(theirs.count) asked of OpenSSH")
  }

  private func signedMessage(
    _ generator: inout SeededGenerator
  ) throws -> (Workbench, SSHPublicKey, message: [UInt8], signature: [UInt8]) {
    let bench = try Workbench()
    let key = try bench.privateKey(try bench.makeKey())
    let message = generator.bytes(300...300)
    return (bench, key.publicKey, message, try key.sign(message, namespace: Workbench.namespace))
  }

  /// Asks about many bits, a few at a time.
  private func inParallel(
    _ bits: [Int], ask: @escaping @Sendable (Int) throws -> Bool
  ) async throws -> [(bit: Int, answer: Bool)] {
    let workers = 4
    return try await withThrowingTaskGroup(of: [(bit: Int, answer: Bool)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          try stride(from: worker, to: bits.count, by: workers).map { (bits[$0], try ask(bits[$0])) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }
}
