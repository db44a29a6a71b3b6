/// Reads what OpenSSH packs into bytes: whole numbers with the greatest byte first, and strings with their length in
/// front. Every answer is `nil` when the bytes do not hold it.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = ArraySlice(Array(bytes)) }

  var isAtEnd: Bool { rest.isEmpty }

  /// Whether the bytes begin so; if they do, those are passed.
  mutating func skip(_ bytes: some Collection<UInt8>) -> Bool {
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func number() -> UInt32? {
    guard rest.count >= 4 else { return nil }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// So many bytes as they are.
  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func string() -> [UInt8]? {
    guard let length = number() else { return nil }
    return bytes(Int(length))
  }

  /// A string that C reads: OpenSSH takes one zero byte at its end, and leaves it away; none may stand before.
  mutating func cString() -> [UInt8]? {
    guard var text = string() else { return nil }
    if text.last == 0 { text.removeLast() }
    return text.contains(0) ? nil : text
  }

  /// A positive whole number of any size, without zero bytes in front. OpenSSH refuses one whose first bit is set,
  /// which would be below zero, and one that is too long.
  mutating func positiveNumber() -> [UInt8]? {
    guard let digits = string(), digits.first ?? 0 < 0x80 else { return nil }
    guard digits.count <= Self.longestNumber || digits.count == Self.longestNumber + 1 && digits[0] == 0 else {
      return nil
    }
    return Array(digits.drop { $0 == 0 })
  }

  private static let longestNumber = 2048
}
