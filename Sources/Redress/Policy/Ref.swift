/// The place of something that a matrix declares, in the order of the file. Names become places once, when a matrix is
/// read; from then on the engine handles small numbers only.
public struct Ref<Declared>: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let number: UInt16

  /// The place of an index from 0 to 65,535. Any other stops the program.
  @inlinable public init(_ index: Int) { number = UInt16(index) }

  /// The index in its list.
  @inlinable public var index: Int { Int(number) }
}

extension Array {
  /// What stands at a place of this list.
  public subscript(ref ref: Ref<Element>) -> Element { self[ref.index] }

  /// Every place of this list, in order.
  public var refs: [Ref<Element>] { indices.map(Ref.init) }
}
