/// Packing bytes as OpenSSH does: whole numbers with the greatest byte first, and strings with their length in front.
extension [UInt8] {
  mutating func append(wireNumber number: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func append(wireString bytes: some Collection<UInt8>) {
    append(wireNumber: UInt32(bytes.count))
    append(contentsOf: bytes)
  }
}
