import Redress

/// A value of a fact as a person reads it: `yes`, `£95.00`, `9 November 2026`, `“a leaseholder”`.
struct FactValue {
  let phrase: Phrase

  init(_ kind: Fact.Kind, _ value: Int64) {
    switch kind {
    case .date: phrase = Phrase(CivilDate(dayNumber: Int32(clamping: value)))
    case .money, .receipts: phrase = Phrase(Money(pence: value))
    case .flag: phrase = value == 1 ? "yes" : "no"
    case .choice(let choices):
      let isKnown = choices.indices.contains(Int(value))
      phrase = isKnown ? "“\(choices[Int(value)].title, ifBlank: "a choice")”" : "an unknown choice"
    case .text: phrase = "stated"
    case .count: phrase = "\(String(value), ifBlank: "0")"
    case .percent: phrase = "\(Fraction(value, over: 10_000).map { "\($0)" } ?? "", ifBlank: "a part")"
    }
  }
}
