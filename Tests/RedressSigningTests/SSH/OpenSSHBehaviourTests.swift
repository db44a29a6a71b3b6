import SeededRandomness
import Testing

@testable import RedressSigning

/// The corners of the format, in each of which OpenSSH 9.2 is asked what it answers. Newer ones refuse a few more.
@Suite struct OpenSSHBehaviourTests {
  private let message = Array("£40 for the boiler".utf8)
  private let key = OwnKey()

  private func expect(
    _ accepted: Bool, _ file: [UInt8], key: SSHPublicKey? = nil, _ bench: Workbench, _ what: Comment,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let key = key ?? self.key.publicKey
    #expect(Workbench.weAccept(message, signature: file, key: key) == accepted, what, sourceLocation: location)
    let theirs = try bench.openSSHAccepts(message, signature: file, allowed: try bench.allow(key))
    #expect(theirs == accepted, "OpenSSH: \(what)", sourceLocation: location)
  }

  @Test func ofTheLinesAround() throws {
    let bench = try Workbench()
    let file = try key.parts(for: message).file
    let text = String(decoding: file, as: UTF8.self)
    let zero = Array(text.replacing("\n-----END", with: "\0\n-----END").utf8)
    try expect(true, file, bench, "as it is")
    try expect(true, Array(file.dropLast()), bench, "no end of the last line")
    try expect(true, file + Array("anything".utf8), bench, "something after the footer")
    try expect(true, zero, bench, "a zero byte before the footer")
    try expect(false, Array(text.replacing("\n-----END", with: "\0\0\n-----END").utf8), bench, "two of them")
    try expect(false, Array(text.replacing("\n-----END", with: "\0A\n-----END").utf8), bench, "a zero byte inside")
    try expect(false, Array(text.replacing("\n", with: "\r\n").utf8), bench, "lines that end as on Windows")
    try expect(false, [0x0A] + file, bench, "an empty line first")
    try expect(true, Array(text.replacing("\n-----E", with: "\n \t\u{B}\u{C}\r\n-----E").utf8), bench, "white space")
    try expect(true, Array(text.replacing("U1NI", with: "U 1\nN\tI").utf8), bench, "white space in between")
    try expect(false, Array(text.replacing("U1NI", with: "U1\u{A0}NI").utf8), bench, "a space that cannot break")
    try expect(false, Array(text.replacing("U1NI", with: "U1=NI").utf8), bench, "padding in between")
    try expect(false, Array(text.replacing("\n-----END SSH", with: "\n-----END  SSH").utf8), bench, "no footer")
    try expect(false, [], bench, "nothing")
  }

  @Test func ofThePadding() throws {
    let bench = try Workbench()
    // The reserved part is not signed: with it, the base64 is made to end in each of the three ways.
    for size in 0..<3 {
      var parts = try key.parts(for: message)
      parts.reserved = [UInt8](repeating: 1, count: size)
      let text = String(decoding: parts.file, as: UTF8.self)
      let padding = text.count { $0 == "=" }
      try expect(true, parts.file, bench, "\(padding) signs of padding")
      try expect(padding == 0, Array(text.replacing("=", with: "").utf8), bench, "\(padding) taken away")
      try expect(true, Array(text.replacing("=", with: " =\n").utf8), bench, "\(padding) set apart")
      try expect(false, Array(text.replacing("\n-----E", with: "=\n-----E").utf8), bench, "one more than \(padding)")
      guard let end = text.firstIndex(of: "=") else { continue }
      let last = text.index(before: end)
      let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
      let next = digits[try #require(digits.firstIndex(of: text[last])) + 1]
      let changed = text[..<last] + String(next) + text[end...]
      try expect(false, Array(changed.utf8), bench, "a bit left over before \(padding)")
    }
  }

  @Test func ofTheParts() throws {
    let bench = try Workbench()
    func changed(_ change: (inout SignatureParts) -> Void) throws -> [UInt8] {
      var parts = try key.parts(for: message)
      change(&parts)
      return parts.file
    }
    try expect(true, try changed { $0.version = 0 }, bench, "version 0")
    try expect(false, try changed { $0.version = 2 }, bench, "version 2")
    try expect(false, try changed { $0.magic[5] = 0 }, bench, "another magic")
    try expect(true, try changed { $0.reserved = [1, 2, 3] }, bench, "something reserved")
    try expect(true, try changed { $0.namespace.append(0) }, bench, "a zero byte after the namespace")
    try expect(false, try changed { $0.namespace += [0, 0] }, bench, "two of them")
    try expect(false, try changed { $0.namespace.append(0x20) }, bench, "another namespace")
    try expect(true, try changed { $0.hash.append(0) }, bench, "a zero byte after the digest's name")
    try expect(false, try changed { $0.hash = Array("SHA512".utf8) }, bench, "the digest's name in capitals")
    try expect(false, try changed { $0.hash = Array("sha384".utf8) }, bench, "another digest")
    try expect(false, try changed { $0.hash = Array("sha256".utf8) }, bench, "a digest that was not signed")
    try expect(false, try changed { $0.trailing = [0] }, bench, "something after the signature")
    try expect(false, try changed { $0.signature = [] }, bench, "no signature")
    try expect(false, try changed { $0.signature.append(0) }, bench, "something after the inner signature")
  }

  @Test func ofTheKeyWithin() throws {
    let bench = try Workbench()
    func with(_ key: [UInt8]) throws -> [UInt8] {
      var parts = try self.key.parts(for: message)
      parts.key = key
      return parts.file
    }
    for name in ["ED25519", "ed25519", "eD25519", "ssh-ed25519\0"] {
      try expect(true, try with(SignatureParts.strings(Array(name.utf8), key.point)), bench, "\(name)")
    }
    for name in ["", "ssh-ed25519 ", "SSH-ED25519", "ssh-ed25519\0\0", "ed25519-\u{212A}", "ssh-rsa", "ECDSA"] {
      try expect(false, try with(SignatureParts.strings(Array(name.utf8), key.point)), bench, "\(name)")
    }
    try expect(false, try with(key.publicKey.blob + [0]), bench, "something after the key")
    try expect(false, try with(Array(key.publicKey.blob.dropLast())), bench, "a key too short")
    let certificate = SignatureParts.strings(Array("ssh-ed25519-cert-v01@openssh.com".utf8), [], key.point)
    try expect(false, try with(certificate), bench, "a certificate")
  }

  @Test func ofTheNumberInAnEd25519Signature() throws {
    let bench = try Workbench()
    let signature = try key.signature(of: SignatureParts.signed(message))
    let order: [UInt8] =
      [0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14]
      + [UInt8](repeating: 0, count: 15) + [0x10]
    var greater = Array(signature.prefix(32))
    var carried = 0
    for (one, other) in zip(signature.suffix(32), order) {
      carried += Int(one) + Int(other)
      greater.append(UInt8(truncatingIfNeeded: carried))
      carried >>= 8
    }
    func with(_ signature: [UInt8], name: String = "ssh-ed25519") throws -> [UInt8] {
      var parts = try key.parts(for: message)
      parts.signature = SignatureParts.strings(Array(name.utf8), signature)
      return parts.file
    }
    try expect(true, try with(greater), bench, "the order added once")
    try expect(false, try with(greater.flipping(bit: 511)), bench, "the greatest bit set")
    try expect(false, try with(signature.flipping(bit: 508)), bench, "a number beyond the order that is another")
    try expect(true, try with(signature, name: "ssh-ed25519\0"), bench, "a zero byte after the name")
    try expect(false, try with(signature, name: "ED25519"), bench, "the short name")
    try expect(false, try with(signature + [0]), bench, "too long")
    try expect(false, try with(Array(signature.dropLast())), bench, "too short")
    try expect(false, try with([UInt8](repeating: 0, count: 64)), bench, "all zero")
  }
}
