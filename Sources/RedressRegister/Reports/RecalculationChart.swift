import Foundation
import Redress
import RedressDocuments

/// Draws what a recalculation changes, by cause and by step of authority, as a picture that a page carries in itself.
/// The same figures stand in the tables.
struct RecalculationChart {
  private let summary: RecalculationSummary
  private static let (width, left, row, bar) = (640, 215, 26, 12)

  init(_ summary: RecalculationSummary) { self.summary = summary }

  /// The picture; `nil` where there is nothing to draw.
  var picture: Picture? {
    if causes.isEmpty, tiers.isEmpty { return nil }
    return Picture(
      .svg, base64: Words(Data(svg.utf8).base64EncodedString(), ifBlank: "none"),
      alternative: """
        Bars of what changes by cause, and of what each step of authority approved before and now. The tables have \
        the same figures.
        """)
  }

  private var causes: [(name: String, difference: Money)] {
    RecalculatedOffer.Cause.Kind.allCases.compactMap { kind in
      summary.causes[kind].map { (kind.title, $0.difference) }
    }
  }

  private var tiers: [(name: String, tier: RecalculationSummary.Tier)] {
    summary.tiers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The drawing.
  var svg: String {
    var (y, body) = (24, "")
    if !causes.isEmpty {
      body += text("How much more is offered, by cause", x: 0, y: y, isBold: true)
      let most = causes.map { abs($0.difference.pence) }.max() ?? 1
      let half = (Self.width - Self.left - 110) / 2
      for cause in causes {
        y += Self.row
        let length = Self.length(abs(cause.difference.pence), of: most, in: half)
        let start = Self.left + half - (cause.difference < .zero ? length : 0)
        body += text(cause.name, x: 0, y: y) + rectangle(x: start, y: y, length, "#1d5e8a")
        body += text("\(cause.difference)", x: Self.left + 2 * half + 8, y: y)
      }
      body += line(x: Self.left + half, from: y - Self.row * (causes.count - 1) - 12, to: y + 6)
      y += Self.row * 2
    }
    if !tiers.isEmpty {
      body += text(
        "What each step of authority approved before (light) and approves now (dark)", x: 0, y: y, isBold: true)
      let most = tiers.map { max($0.tier.before.pence, $0.tier.now.pence) }.max() ?? 1
      let room = Self.width - Self.left - 110
      for (name, tier) in tiers {
        y += Self.row
        body += text(name, x: 0, y: y)
        for (sum, colour, shift) in [(tier.before, "#9db8c9", 0), (tier.now, "#1d5e8a", Self.bar + 2)] {
          let length = Self.length(sum.pence, of: most, in: room)
          body += rectangle(x: Self.left, y: y + shift, length, colour)
          body += text("\(sum)", x: Self.left + length + 8, y: y + shift)
        }
        y += Self.bar + 2
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.width)\" height=\"\(y + 16)\" "
      + "viewBox=\"0 0 \(Self.width) \(y + 16)\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"13\">\n"
      + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\(body)</svg>\n"
  }

  // MARK: Marks

  private static func length(_ value: Int64, of most: Int64, in room: Int) -> Int {
    guard value > 0, most > 0 else { return 0 }
    return max(1, Int(Int128(value) * Int128(room) / Int128(most)))
  }

  private func rectangle(x: Int, y: Int, _ width: Int, _ colour: String) -> String {
    "<rect x=\"\(x)\" y=\"\(y - 10)\" width=\"\(width)\" height=\"\(Self.bar)\" fill=\"\(colour)\"/>\n"
  }

  private func line(x: Int, from top: Int, to bottom: Int) -> String {
    "<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#0b0c0c\"/>\n"
  }

  private func text(_ text: String, x: Int, y: Int, isBold: Bool = false) -> String {
    let short = text.count > 30 && !isBold ? String(text.prefix(29)) + "…" : text
    return "<text x=\"\(x)\" y=\"\(y)\"\(isBold ? " font-weight=\"bold\"" : "")>\(Self.escaped(short))</text>\n"
  }

  /// Nothing that a register holds is taken for a part of the drawing.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      default: scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
      }
    }.joined()
  }
}
