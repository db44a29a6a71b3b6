import RedressFiles

/// Where the values of one JSON object stand in its bytes. Nothing of a value is read before it is wanted, so that the
/// long ones that nobody asks for cost next to nothing.
struct JSONSlices {
  private let bytes: [UInt8]
  private let entries: [(key: Range<Int>, value: Range<Int>)]

  /// The slices of the object that begins at a place; `nil` where it is not an object with an end.
  init?(_ bytes: [UInt8], at start: Int = 0) {
    self.bytes = bytes
    guard let entries = bytes.withUnsafeBufferPointer({ Self.entries($0, at: start) }) else { return nil }
    self.entries = entries
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func entries(_ bytes: Bytes, at start: Int) -> [(key: Range<Int>, value: Range<Int>)]? {
    var entries: [(key: Range<Int>, value: Range<Int>)] = []
    var at = Self.afterBlanks(bytes, start)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return nil }
    at = Self.afterBlanks(bytes, at + 1)
    while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
      guard let keyEnd = Self.end(ofStringAt: at, bytes) else { return nil }
      let key = at + 1..<keyEnd - 1
      at = Self.afterBlanks(bytes, keyEnd)
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
      let value = Self.afterBlanks(bytes, at + 1)
      guard let end = Self.end(ofValueAt: value, bytes) else { return nil }
      entries.append((key, value..<end))
      at = Self.afterBlanks(bytes, end)
      if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at = Self.afterBlanks(bytes, at + 1) }
    }
    return at < bytes.count ? entries : nil
  }

  /// Where the value of a key stands; `nil` where there is none.
  subscript(key: String) -> Range<Int>? {
    entries.first { bytes[$0.key].elementsEqual(key.utf8) }?.value
  }

  /// The bytes of the value of a key.
  func bytes(of key: String) -> ArraySlice<UInt8>? { self[key].map { bytes[$0] } }

  /// The object with some of its keys alone, in the order in which they are named, without blanks between its parts.
  func object(of keys: [String]) -> [UInt8] {
    var object = [UInt8(ascii: "{")]
    for key in keys {
      guard let value = self[key] else { continue }
      if object.count > 1 { object.append(UInt8(ascii: ",")) }
      object.append(UInt8(ascii: "\""))
      object += key.utf8
      object += "\":".utf8
      object += Self.withoutBlanks(bytes[value])
    }
    return object + [UInt8(ascii: "}")]
  }

  /// One object of JSON without blanks between its parts; `nil` where the bytes are something else.
  static func compact(_ bytes: [UInt8]) -> [UInt8]? {
    let isOne = bytes.withUnsafeBufferPointer { bytes in
      let end = end(ofValueAt: afterBlanks(bytes, 0), bytes)
      return end.map { afterBlanks(bytes, $0) == bytes.count } ?? false
    }
    return isOne && JSONSlices(bytes) != nil ? withoutBlanks(bytes[...]) : nil
  }

  private static func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var (compact, at, isText) = ([UInt8](), bytes.startIndex, false)
    compact.reserveCapacity(bytes.count)
    while at < bytes.endIndex {
      let byte = bytes[at]
      if isText, byte == UInt8(ascii: "\\"), at + 1 < bytes.endIndex {
        compact.append(byte)
        at += 1
        compact.append(bytes[at])
      } else {
        if byte == UInt8(ascii: "\"") { isText.toggle() }
        if isText || byte > 0x20 { compact.append(byte) }
      }
      at += 1
    }
    return compact
  }

  // MARK: Scanning

  private static func afterBlanks(_ bytes: Bytes, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
    return at
  }

  private static func end(ofStringAt start: Int, _ bytes: Bytes) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var at = start + 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") { return at + 1 }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func end(ofValueAt start: Int, _ bytes: Bytes) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return end(ofStringAt: start, bytes)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return end(ofNestedAt: start, bytes)
    default:
      var at = start
      while at < bytes.count, !",}]\n\r\t ".utf8.contains(bytes[at]) { at += 1 }
      return at > start ? at : nil
    }
  }

  private static func end(ofNestedAt start: Int, _ bytes: Bytes) -> Int? {
    var (at, depth) = (start, 0)
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard let end = end(ofStringAt: at, bytes) else { return nil }
        at = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}
