/// Writes JSON to a row of bytes, in the order in which it is told: compact, or with two spaces for each level.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var place = Place.start

  /// Where the next key or value comes.
  private enum Place { case start, afterKey, afterValue }

  package init(indented isIndented: Bool = false) { self.isIndented = isIndented }

  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    place = .start
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    open(UInt8(ascii: "{"), body, UInt8(ascii: "}"))
  }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
  {
    separate()
    open(UInt8(ascii: "["), { writer in for element in elements { body(&writer, element) } }, UInt8(ascii: "]"))
  }

  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    place = .afterKey
  }

  package mutating func string(_ text: String) {
    separate()
    quote(text)
    place = .afterValue
  }

  package mutating func strings(_ texts: some Sequence<String>) {
    array(texts) { $0.string($1) }
  }

  package mutating func number(_ number: Int) { raw(String(number)) }
  package mutating func flag(_ flag: Bool) { raw(flag ? "true" : "false") }
  package mutating func null() { raw("null") }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    place = .afterValue
  }

  private mutating func separate() {
    if place == .afterValue { bytes.append(UInt8(ascii: ",")) }
    if place != .afterKey { startLine() }
  }

  private mutating func startLine() {
    guard isIndented, depth > 0 || place == .afterValue else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func open(_ start: UInt8, _ body: (inout JSONWriter) -> Void, _ end: UInt8) {
    bytes.append(start)
    place = .start
    depth += 1
    body(&self)
    depth -= 1
    if place == .afterValue { startLine() }
    bytes.append(end)
    place = .afterValue
  }

  /// Characters that a terminal would act on, or that turn the direction of writing, are escaped: the text is the same
  /// for programs and harmless for people.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if appendPlain(text) {
      // It stands as it is, as most texts do.
    } else if text.utf8.allSatisfy({ $0 < 0x80 }) {
      append(text.utf8)
    } else {
      for scalar in text.unicodeScalars {
        if Visible.isUnsafe(scalar) { escape(UInt16(scalar.value)) } else { append(UTF8.encode(scalar)!) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a text that needs no escapes; `false` where it may need one.
  private mutating func appendPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      for byte in utf8
      where byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
  }

  private mutating func append(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F: escape(UInt16(byte))
      default: bytes.append(byte)
      }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in [12, 8, 4, 0] { bytes.append(Self.hexDigits[Int(unit >> UInt16(shift) & 15)]) }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
