import SeededRandomness
import Testing

@testable import RedressSigning

/// Signatures that were cut, changed and joined at random: nothing stops us, and OpenSSH says the same.
@Suite struct SignatureFuzzTests {
  private static let signs = Array("\0\n\r\t -=+/AQgwz\u{7F}".utf8) + [0x80, 0xFF]

  @Test(arguments: [256, 384, 521, nil]) func agreesOnDamage(bits: Int?) throws {
    var generator = SeededGenerator.printed()
    let bench = try Workbench()
    let keyFile = try bits.map { try bench.makeKey("ecdsa", bits: $0) } ?? bench.makeKey()
    let key = try bench.publicKey(keyFile)
    let allowed = try bench.allow(key)
    let message = generator.bytes(20...20)
    let signature = try bench.sign(message, keyFile: keyFile)
    var accepted = 0
    for round in 0..<2000 {
      let damaged = Self.damage(signature, &generator)
      let ours = Workbench.weAccept(message, signature: damaged, key: key)
      accepted += ours ? 1 : 0
      guard Workbench.asksAll || round < Workbench.sample else { continue }
      let theirs = try bench.openSSHAccepts(message, signature: damaged, allowed: allowed)
      #expect(theirs == ours, "round \(round): \(damaged)")
    }
    print("\(bits ?? 25519): \(accepted) of 2000 damaged signatures are still accepted")
  }

  @Test func agreesOnECDSANumbers() throws {
    let bench = try Workbench()
    let message: [UInt8] = [1, 2, 3]
    for (bits, size) in [(256, 32), (384, 48), (521, 66)] {
      let keyFile = try bench.makeKey("ecdsa", bits: bits)
      let key = try bench.publicKey(keyFile)
      let allowed = try bench.allow(key)
      let name = Array(key.kind.rawValue.utf8)
      var (one, other) = try Self.numbers(of: try bench.sign(message, keyFile: keyFile))
      // A quarter of the numbers or more have a zero byte in front, without which they would be below zero.
      while one[0] != 0 {
        (one, other) = try Self.numbers(of: try bench.sign(message, keyFile: keyFile))
      }
      let zero = [UInt8](repeating: 0, count: 3)
      let great = [0] + [UInt8](repeating: 0xFF, count: size)
      let pairs: [(String, Bool, [UInt8])] = [
        ("as they are", true, SignatureParts.strings(one, other)),
        ("zeros in front", true, SignatureParts.strings([0, 0] + one, [0] + other)),
        ("very many zeros in front", false, SignatureParts.strings([UInt8](repeating: 0, count: 2017) + one, other)),
        ("too many zeros in front", false, SignatureParts.strings([UInt8](repeating: 0, count: 2050) + one, other)),
        ("the other way round", false, SignatureParts.strings(other, one)),
        ("nothing", false, SignatureParts.strings([], [])), ("zero", false, SignatureParts.strings(zero, other)),
        ("zero again", false, SignatureParts.strings(one, zero)),
        ("too great", false, SignatureParts.strings(great, other)),
        ("too great again", false, SignatureParts.strings(one, great)),
        ("one byte more", false, SignatureParts.strings(one, [1] + other)),
        ("below zero", false, SignatureParts.strings(Array(one.dropFirst()), other)),
        ("something after", false, SignatureParts.strings(one, other) + [0]),
      ]
      for (what, accepted, body) in pairs {
        var parts = SignatureParts(key: key.blob)
        parts.signature = SignatureParts.strings(name, body)
        let theirs = try bench.openSSHAccepts(message, signature: parts.file, allowed: allowed)
        #expect(Workbench.weAccept(message, signature: parts.file, key: key) == theirs, "\(bits), \(what)")
        if !what.hasPrefix("very") { #expect(theirs == accepted, "\(bits), \(what)") }
      }
    }
  }

  /// The two numbers of an ECDSA signature.
  private static func numbers(of file: [UInt8]) throws -> ([UInt8], [UInt8]) {
    var reader = WireReader(try SignatureArmour.blob(in: file))
    _ = reader.bytes(10)
    let parts = (0..<5).map { _ in reader.string() }
    var inner = WireReader(try #require(parts[4]))
    let named = (inner.string(), inner.string())
    var body = WireReader(try #require(named.1))
    let pair = (body.string(), body.string())
    return (try #require(pair.0), try #require(pair.1))
  }

  /// One to three of: a cut, a changed byte, one taken out or put in, a part repeated. Half are made within the
  /// base64, half in the text.
  private static func damage(_ file: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let isWithin = Bool.random(using: &generator)
    var bytes = isWithin ? (try? SignatureArmour.blob(in: file)) ?? file : file
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
      guard place < bytes.count else { break }
      let byte = signs.randomElement(using: &generator)!
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeLast(bytes.count - place)
      case 1: bytes[place] = byte
      case 2: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 3: bytes.remove(at: place)
      case 4: bytes.insert(byte, at: place)
      default: bytes.insert(contentsOf: Array(bytes[place...].prefix(9)), at: place)
      }
    }
    return isWithin ? SignatureArmour.file(of: bytes) : bytes
  }
}
