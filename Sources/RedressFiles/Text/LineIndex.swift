/// Finds lines in a large text without an entry for each: it keeps how many lines begin before every so many bytes.
struct LineIndex: Sendable {
  private static let stride = 4096
  /// The line feeds before byte `n * stride`.
  private let breaksBefore: [Int]

  init(_ bytes: [UInt8]) {
    var breaks: [Int] = []
    var count = 0
    for start in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
      breaks.append(count)
      for byte in bytes[start..<min(start + Self.stride, bytes.count)] where byte == .lineFeed { count += 1 }
    }
    breaksBefore = breaks
  }

  /// The line, from 1, of the byte at an offset, which may be the end.
  func line(ofByte offset: Int, in bytes: [UInt8]) -> Int {
    let block = offset / Self.stride
    let further = bytes[block * Self.stride..<offset].count { $0 == .lineFeed }
    return breaksBefore[block] + further + 1
  }

  /// The offset of the first byte of a line; `nil` when there are not so many lines.
  func start(ofLine line: Int, in bytes: [UInt8]) -> Int? {
    guard line > 1 else { return line == 1 ? 0 : nil }
    var (low, high) = (0, breaksBefore.count)  // the last block with fewer breaks before it than are wanted
    while high - low > 1 {
      let middle = (low + high) / 2
      if breaksBefore[middle] < line - 1 { low = middle } else { high = middle }
    }
    var left = line - 1 - breaksBefore[low]
    for offset in low * Self.stride..<bytes.count where bytes[offset] == .lineFeed {
      left -= 1
      if left == 0 { return offset + 1 }
    }
    return nil
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  /// Whether the byte begins a Unicode scalar, in text that is UTF-8.
  var beginsScalar: Bool { self & 0xC0 != 0x80 }

  var isDigit: Bool { self &- 0x30 < 10 }

  /// Space, tab, line feed or carriage return: what JSON calls white space.
  var isBlank: Bool { self == .space || self == .lineFeed || self == .carriageReturn || self == .tab }
}
