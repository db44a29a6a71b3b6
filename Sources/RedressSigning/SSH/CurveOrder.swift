/// The order of a curve, and what OpenSSH asks of a public key beside lying on the curve: that neither coordinate is
/// so small or so great that somebody may have chosen it on purpose.
struct CurveOrder {
  private let bytes: [UInt8]
  private let bitCount: Int

  private init(_ hexadecimal: String, bitCount: Int) {
    let digits = hexadecimal.utf8.map { $0 > 0x39 ? $0 - 0x57 : $0 - 0x30 }
    bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    self.bitCount = bitCount
  }

  /// Whether the uncompressed point's coordinates have more than half the bits of the order, and are less than the
  /// order less one.
  func allows(_ point: [UInt8]) -> Bool {
    guard point.count == 1 + 2 * bytes.count, point[0] == 4 else { return false }
    return allows(coordinate: point[1...].prefix(bytes.count)) && allows(coordinate: point.suffix(bytes.count))
  }

  private func allows(coordinate: ArraySlice<UInt8>) -> Bool {
    let significant = coordinate.drop { $0 == 0 }
    guard let first = significant.first else { return false }
    let bits = significant.count * 8 - first.leadingZeroBitCount
    var limit = bytes
    limit[limit.count - 1] -= 1  // the orders are odd, so nothing is borrowed
    return bits > bitCount / 2 && coordinate.lexicographicallyPrecedes(limit)
  }

  static let p256 = CurveOrder(
    "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", bitCount: 256)
  static let p384 = CurveOrder(
    "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196a"
      + "ccc52973", bitCount: 384)
  static let p521 = CurveOrder(
    "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc"
      + "0148f709a5d03bb5c9b8899c47aebb6fb71e91386409", bitCount: 521)
}
