/// Base64 as OpenSSH reads and writes it.
///
/// Foundation's is another: it takes left-over bits that are not zero, so that several texts would stand for one
/// signature, and does not skip the same white space.
enum SSHBase64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let pad = UInt8(ascii: "=")

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  static func text(of bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[$1] : 0) }
      for place in 0..<4 {
        text.append(place <= group.count ? digits[Int(bits >> UInt32(18 - 6 * place) & 63)] : pad)
      }
    }
    return text
  }

  /// `nil` unless OpenSSH reads it too: white space is skipped anywhere, the last group is padded, its left-over bits
  /// are zero, and nothing but white space follows the padding.
  static func bytes(of text: some Sequence<UInt8>) -> [UInt8]? {
    let signs = text.filter { !isSpace($0) }
    let body = signs.prefix { $0 != pad }
    let padding = signs.dropFirst(body.count)
    guard padding.count < 3, padding.allSatisfy({ $0 == pad }) else { return nil }
    guard padding.isEmpty ? body.count % 4 == 0 : (body.count + padding.count) % 4 == 0 else { return nil }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count / 4 * 3 + 2)
    var (bits, count) = (UInt32(0), 0)
    for sign in body {
      guard let value = values[Int(sign)] else { return nil }
      bits = (bits << 6 | UInt32(value)) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bits & (1 << UInt32(count) - 1) == 0 ? bytes : nil
  }

  private static func isSpace(_ sign: UInt8) -> Bool { sign == 0x20 || (0x09...0x0D).contains(sign) }
}
