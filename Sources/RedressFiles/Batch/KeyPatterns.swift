/// The bytes of a key as they mostly stand in a file, quotes and colon and all, so that one that is expected is told in
/// two or three comparisons of eight bytes.
struct KeyPattern {
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// How many bytes it has; 0 where it is longer than can be compared so.
  let count: Int

  init(_ text: String) {
    let bytes = Array(text.utf8)
    count = bytes.count <= 24 ? bytes.count : 0
    guard count > 0 else {
      // No key begins with NUL, so that it stands nowhere.
      (words.0, masks.0) = (0, 0xFF)
      return
    }
    func word(_ start: Int) -> (UInt64, UInt64) {
      var (word, mask): (UInt64, UInt64) = (0, 0)
      for place in start..<max(start, min(start + 8, bytes.count)) {
        word |= UInt64(bytes[place]) << UInt64((place - start) * 8)
        mask |= 0xFF << UInt64((place - start) * 8)
      }
      return (word, mask)
    }
    let parts = [word(0), word(8), word(16)]
    words = (parts[0].0, parts[1].0, parts[2].0)
    masks = (parts[0].1, parts[1].1, parts[2].1)
  }

  /// Whether it stands at a place.
  @inline(__always)
  func stands(at place: Bytes) -> Bool {
    let first = (place.word ^ words.0) & masks.0
    let second = ((place + 8).word ^ words.1) & masks.1
    if (first | second) != 0 { return false }
    return count <= 16 || ((place + 16).word ^ words.2) & masks.2 == 0
  }
}

/// The keys of an object by their places, and which of them came after which the last time: files mostly write them in
/// one order.
struct ExpectedKeys {
  private let patterns: UnsafePointer<KeyPattern>
  /// What came after each key, and after each opening bracket, which stand behind the last of them.
  private let followers: UnsafeMutablePointer<Int>
  private let count: Int

  /// Objects of one kind, or of several that begin differently.
  init(_ texts: [String], kinds: Int = 1, in memory: ScanMemory) {
    patterns = memory.keep(texts.map { KeyPattern($0) })
    count = texts.count
    followers = memory.room(for: 0, count: texts.count + max(kinds, 1))
  }

  /// The place that stands for the opening bracket of an object of a kind.
  @inline(__always)
  func opening(_ kind: Int = 0) -> Int { count &+ kind }

  /// Passes over the key that is expected after another, if it stands at a place; gives which it is, or -1.
  @inline(__always)
  func pass(after place: Int, _ at: inout Bytes) -> Int {
    let expected = followers[place]
    guard patterns[expected].stands(at: at) else { return -1 }
    at += patterns[expected].count
    return expected
  }

  /// Notes what came after a key.
  @inline(__always)
  func note(_ key: Int, after place: Int) { followers[place] = key }
}
