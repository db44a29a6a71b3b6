/// The second half of an Ed25519 signature, a number that counts only up to the order of the curve's base point.
///
/// OpenSSH 9.2 takes the number with the order added once more for the same signature; the library that we check with
/// refuses it. So that both answer alike, the order is taken off before. Nobody can sign more for it.
enum Ed25519Scalar {
  /// 2²⁵² + 27742317777372353535851937790883648493, the least byte first.
  private static let order: [UInt8] =
    [
      0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14,
    ] + [UInt8](repeating: 0, count: 15) + [0x10]

  /// A signature of 64 bytes with its number below the order, if OpenSSH would take it so; else unchanged.
  static func withReducedScalar(_ signature: [UInt8]) -> [UInt8] {
    let scalar = signature.suffix(32)
    // OpenSSH refuses a number of more than 253 bits, and what is left is less than twice the order.
    guard signature.last ?? 0 < 0x20, !scalar.reversed().lexicographicallyPrecedes(order.reversed()) else {
      return signature
    }
    var reduced = Array(signature.prefix(32))
    var borrowed = 0
    for (byte, less) in zip(scalar, order) {
      let difference = Int(byte) - Int(less) - borrowed
      borrowed = difference < 0 ? 1 : 0
      reduced.append(UInt8(truncatingIfNeeded: difference))
    }
    return reduced
  }
}
