/// Finds the first byte that is not UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// `nil` when all is well.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if bytes[at] < 0x80 {
          at += 1
        } else if let length = length(ofScalarAt: at, in: bytes) {
          at += length
        } else {
          return at
        }
      }
      return nil
    }
  }

  /// Whether bytes are UTF-8 and hold no NUL, as a text does not.
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0 { return false }
      if bytes[at] < 0x80 {
        at += 1
      } else if let length = length(ofScalarAt: at, in: bytes) {
        at += length
      } else {
        return false
      }
    }
    return true
  }

  private static func length(ofScalarAt at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[at] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
    for further in at + 2..<max(at + 2, at + length) where bytes[further] & 0xC0 != 0x80 { return nil }
    return length
  }
}
