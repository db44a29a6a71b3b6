/// A key of a mapping: what may stand under it, whether it must be there, and what it means.
struct MatrixKey: Sendable {
  let name: String
  let shape: KeyShape
  /// Whether it must always be there. What is needed only at times is a ``KeyRule`` of its mapping.
  let isRequired: Bool
  /// One sentence for people.
  let says: String

  private init(_ name: String, _ shape: KeyShape, isRequired: Bool, _ says: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.says = says
  }

  static func required(_ name: String, _ shape: KeyShape, _ says: String) -> MatrixKey {
    MatrixKey(name, shape, isRequired: true, says)
  }

  static func optional(_ name: String, _ shape: KeyShape, _ says: String) -> MatrixKey {
    MatrixKey(name, shape, isRequired: false, says)
  }
}
