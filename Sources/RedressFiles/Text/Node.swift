/// A value as a file states it, before anything is known of its meaning. JSON and YAML are both read to it.
public struct Node: Hashable, Sendable {
  /// What a file can state in one place.
  public enum Kind: Hashable, Sendable {
    /// One value.
    case scalar(Scalar)
    /// A list, in the order of the file.
    case list([Node])
    /// In the order of the file.
    case map([Entry])
  }

  /// What is stated.
  public let kind: Kind
  /// Where it is stated.
  public let span: Span

  /// A value at a place.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// A value that holds no other. It is text: numbers, days and sums are read from it by those who know what is wanted.
  public struct Scalar: Hashable, Sendable {
    /// How the value was written.
    public enum Style: Hashable, Sendable {
      /// YAML without quotes. It is never given a type: `12:30`, `yes` and `1,000.00` stay as they are.
      case plain
      /// Text in quotes, or a block of YAML text.
      case quoted
      /// A JSON number, kept digit by digit.
      case number
      /// JSON's `true` or `false`.
      case flag(Bool)
      /// JSON's `null`, or nothing at all in YAML.
      case null
    }

    /// The value as text, without quotes and with escapes resolved.
    public let text: String
    /// How it was written.
    public let style: Style

    /// Whether it is JSON's `true` or `false`.
    public var isFlag: Bool {
      if case .flag = style { true } else { false }
    }

    /// A value as it was written.
    public init(_ text: String, _ style: Style) {
      self.text = text
      self.style = style
    }
  }

  /// A key of a map and what stands under it.
  public struct Entry: Hashable, Sendable {
    /// The key as text.
    public let key: String
    /// Where the key stands.
    public let keySpan: Span
    /// What stands under it.
    public let value: Node

    /// A key at a place with its value.
    public init(key: String, keySpan: Span, value: Node) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }
}

extension Node {
  /// The scalar; `nil` for a list or a map.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  /// The text of a scalar of any style.
  public var text: String? { scalar?.text }

  /// Whether nothing is stated here: JSON's `null`, or a key of YAML without a value.
  public var isNull: Bool { scalar?.style == .null }

  /// The values of a list; `nil` for anything else.
  public var list: [Node]? {
    if case .list(let nodes) = kind { nodes } else { nil }
  }

  /// The entries of a map.
  public var entries: [Entry]? {
    if case .map(let entries) = kind { entries } else { nil }
  }

  /// The value under a key; `nil` where there is none, and for a node that is no map.
  public subscript(key: String) -> Node? { entries?.first { $0.key == key }?.value }
}
