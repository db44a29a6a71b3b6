/// Rules of style that a landlord adds after ours: a colour of headings, the height of a logo.
public struct AddedStyles: Hashable, Sendable {
  /// Why rules are refused.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// They hold marks that would end the stylesheet and begin something else.
    case endsStylesheet
    /// They ask for something that the page does not hold itself.
    case asksForMore(String)
    /// They could hide what a letter says, such as that it is a draft, or add words to it.
    case changesWords(String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .endsStylesheet: "A stylesheet cannot hold “</” or “<!--”. Take them out."
      case .changesWords(let what):
        "A stylesheet cannot hold “\(what)”: it changes looks, and neither hides words nor adds any. Take it out."
      case .asksForMore(let what):
        "A stylesheet cannot hold “\(what)”: a letter holds all that it needs. Put fonts on the machine, and pictures "
          + "in the letter."
      }
    }
  }

  /// The rules, in CSS.
  public let text: String

  /// - Throws: a fault where the rules could end the stylesheet, or ask for something from elsewhere. What hides from
  ///   this under the escapes of CSS is stopped by the policy of the page, and by what makes PDF of it.
  public init(_ text: String) throws(Fault) {
    if text.contains("</") || text.contains("<!--") { throw .endsStylesheet }
    let small = text.lowercased()
    for what in ["@import", "url(", "image-set(", "\\"] where small.contains(what) { throw .asksForMore(what) }
    for what in ["!important", "@page", "content:", "display:", "visibility:"]
    where small.filter({ $0 != " " }).contains(what) {
      throw .changesWords(what)
    }
    self.text = text
  }

  /// Rules of our own, which may say how a page is laid out.
  package init(own text: String) { self.text = text }
}
