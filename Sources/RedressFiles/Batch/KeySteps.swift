import Redress

/// How the objects of one kind go on: what stood between one value and the next the last few times, from the comma to
/// the colon, so that a key that follows another as it mostly does is told in two or three comparisons of eight bytes.
///
/// Nothing is taken on trust: a step only says that these bytes are that key. What follows is read all the same, and
/// whoever reads keeps count of the keys that were there.
struct KeySteps {
  /// The bytes of a key with what is before and behind it, or of the closing bracket.
  struct Step: BitwiseCopyable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var masks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// How many bytes it has.
    fileprivate(set) var count = 0
    /// Which key it is; ``closing`` or ``unknown`` where it is none.
    fileprivate(set) var key = Self.unknown
    /// How the value behind it is read, as its owner says.
    fileprivate(set) var use: UInt8 = Self.isUnknown
    /// The key as a bit of a set.
    fileprivate(set) var bit = FactSet()

    static let closing = -1
    static let unknown = -2
    /// The ``use`` of a closing bracket, and of a step that is not known.
    static let closes: UInt8 = 254
    static let isUnknown: UInt8 = 255

    /// The longest bytes that can be compared.
    static let longest = 32

    /// What stands everywhere, behind the steps that are known.
    fileprivate init() {}

    /// One that is not compared.
    fileprivate init(count: Int, key: Int, use: UInt8) {
      self.count = count
      self.key = key
      self.use = use
      if key >= 0, key < Matrix.mostFacts { bit.insert(Ref(key)) }
    }

    fileprivate init(_ run: ByteRun, key: Int, use: UInt8) {
      self.init(count: run.count, key: key, use: use)
      func word(_ start: Int) -> (UInt64, UInt64) {
        let mask: UInt64 =
          run.count >= start + 8 ? .max : run.count <= start ? 0 : 1 << UInt64((run.count - start) * 8) - 1
        return (mask == 0 ? 0 : (run.start + start).word & mask, mask)
      }
      let parts = [word(0), word(8), word(16), word(24)]
      words = (parts[0].0, parts[1].0, parts[2].0, parts[3].0)
      masks = (parts[0].1, parts[1].1, parts[2].1, parts[3].1)
    }

    /// Whether it stands at a place.
    @inline(__always)
    func stands(at place: Bytes) -> Bool {
      let first = (place.word ^ words.0) & masks.0
      let second = ((place + 8).word ^ words.1) & masks.1
      if first | second != 0 { return false }
      if count <= 16 { return true }
      let third = ((place + 16).word ^ words.2) & masks.2
      let fourth = ((place + 24).word ^ words.3) & masks.3
      return third | fourth == 0
    }
  }

  /// How many ways on are kept after each key.
  private static let kept = 4

  private let steps: UnsafeMutablePointer<Step>
  /// A step that is used once: it may be too long to be compared.
  private let once: UnsafeMutablePointer<Step>
  /// How often a step was not known.
  private let misses: UnsafeMutablePointer<Int>
  private let keys: Int

  /// Steps between so many keys, in objects that begin in so many ways.
  init(keys: Int, openings: Int = 1, in memory: ScanMemory) {
    self.keys = keys
    steps = memory.room(for: Step(), count: (keys + openings) * (Self.kept + 1))
    once = memory.room(for: Step(), count: 1)
    misses = memory.room(for: 0, count: 1)
  }

  /// The place that stands for the opening of an object.
  @inline(__always)
  func opening(_ kind: Int = 0) -> Int { keys &+ kind }

  /// The step that stands at a place of the file after a key or an opening; ``Step/unknown`` where none is known.
  @inline(__always)
  func step(after key: Int, at place: Bytes) -> UnsafePointer<Step> {
    var step = UnsafePointer(steps + key &* (Self.kept &+ 1))
    while !step.pointee.stands(at: place) { step += 1 }
    return step
  }

  /// A step that was not known, now that it was read.
  @inline(never)
  func keep(_ run: ByteRun, key: Int, use: UInt8, after before: Int) -> UnsafePointer<Step> {
    let use = key == Step.closing ? Step.closes : use
    let first = steps + before * (Self.kept + 1)
    let free = (0..<Self.kept).first { first[$0].key == Step.unknown }
    // Where all room is taken, a new way on takes that of the last one only now and then: one that comes again will.
    misses.pointee &+= 1
    guard run.count <= Step.longest, free != nil || misses.pointee & 63 == 0 else {
      once.pointee = Step(count: run.count, key: key, use: use)
      return UnsafePointer(once)
    }
    let place = free ?? Self.kept - 1
    first[place] = Step(run, key: key, use: use)
    return UnsafePointer(first + place)
  }
}

extension UnsafePointer where Pointee == UInt8 {
  /// What stands before the next value of an object and its blanks: a comma unless it is the first, and a key with its
  /// colon, or the closing bracket and no key.
  func between(isFirst: Bool, mayClose: Bool = true) -> (run: ByteRun, key: ByteRun?)? {
    var at = self
    at.blanks()
    if mayClose, at.take(UInt8(ascii: "}")) { return (ByteRun(self, upTo: at), nil) }
    if !isFirst {
      guard at.take(UInt8(ascii: ",")) else { return nil }
    }
    guard let key = at.key() else { return nil }
    return (ByteRun(self, upTo: at), key)
  }
}
