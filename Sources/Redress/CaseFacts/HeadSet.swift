/// A set of heads of one matrix, as bits by place. A matrix has at most ``Matrix/mostHeads`` of them.
struct HeadSet: Hashable, Sendable {
  private let bits: UInt128

  private init(bits: UInt128) { self.bits = bits }

  /// A set of these heads.
  init(_ heads: some Sequence<Ref<Head>>) { bits = heads.reduce(0) { $0 | 1 << UInt128($1.number) } }

  /// Every head of a matrix.
  static let all = HeadSet(bits: .max)

  /// Whether it holds a head.
  @inline(__always)
  func contains(_ head: Ref<Head>) -> Bool { bits >> UInt128(head.number) & 1 == 1 }
}
