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
