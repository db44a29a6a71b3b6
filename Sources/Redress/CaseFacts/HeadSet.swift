/// A set of heads of one matrix, as bits by place. A matrix has at most ``Matrix/mostHeads`` of them.
struct HeadSet: Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A set of no heads.
  init() { self.init(low: 0, high: 0) }

  /// A set of these heads.
  init(_ heads: some Sequence<Ref<Head>>) {
    self.init()
    for head in heads { insert(head) }
  }

  /// Every head of a matrix.
  static let all = HeadSet(low: .max, high: .max)

  /// Adds a head, which may be in it.
  @inline(__always)
  mutating func insert(_ head: Ref<Head>) {
    let bit: UInt64 = 1 &<< UInt64(head.number & 63)
    if head.number < 64 { low |= bit } else { high |= bit }
  }

  /// Whether it holds a head.
  @inline(__always)
  func contains(_ head: Ref<Head>) -> Bool {
    (head.number < 64 ? low : high) &>> UInt64(head.number & 63) & 1 == 1
  }
}
