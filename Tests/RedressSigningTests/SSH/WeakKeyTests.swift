import Testing

@testable import RedressSigning

/// Ed25519 keys of only a few multiples, in all their spellings. Such a key says nothing, as anybody can sign with it;
/// still, OpenSSH 9.2 takes some signatures by one, and the two may not differ.
@Suite struct WeakKeyTests {
  private static let points: [[UInt8]] = {
    let eighth: [[UInt8]] = [
      [
        0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A, 0x20,
        0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
      ],
      [
        0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF,
        0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
      ],
    ]
    let low = [0, 1].map { [$0] + [UInt8](repeating: 0, count: 31) }
    let high = [0xEC, 0xED, 0xEE].map { [$0] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] }
    return (eighth + low + high).flatMap { [$0, $0.flipping(bit: 255)] }
  }()

  @Test func isAnsweredAsByOpenSSH() throws {
    let bench = try Workbench()
    var accepted = 0
    for point in Self.points {
      let key = SSHPublicKey(kind: .ed25519, point: point, application: [], comment: "")
      let allowed = try bench.allow(key)
      for other in Self.points {
        var parts = SignatureParts(key: key.blob)
        parts.signature = SignatureParts.strings(
          Array("ssh-ed25519".utf8), other + [UInt8](repeating: 0, count: 32))
        let ours = Workbench.weAccept([1, 2, 3], signature: parts.file, key: key)
        let theirs = try bench.openSSHAccepts([1, 2, 3], signature: parts.file, allowed: allowed)
        #expect(ours == theirs, "\(point), \(other)")
        accepted += theirs ? 1 : 0
      }
    }
    #expect(accepted > 0)
    print("\(accepted) of \(Self.points.count * Self.points.count) signatures by weak keys are accepted by both")
  }
}
