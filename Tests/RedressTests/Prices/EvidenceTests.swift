import Redress
import Testing

/// What a head wants to be shown, and what it gives in kind.
struct EvidenceTests {
  private static let matrix: Matrix = {
    var scheme = Scheme()
    let sum = scheme.fact("sum", .money, of: .ofItem)
    let photo = scheme.fact("photo", .text, of: .ofItem, leftOut: .unstated)
    let letter = scheme.fact("letter", .text, of: .ofItem, leftOut: .unstated)
    let ill = scheme.fact("ill", .flag, of: .ofItem)
    scheme.heads.append(
      Head(
        name: "it", rule: scheme.rule("head.it", .head), price: .fixed(.fact(sum)), forms: nil,
        evidence: [
          Evidence(fact: photo, when: nil, above: pounds(50)), Evidence(fact: letter, when: .flag(ill), above: nil),
        ], allowsSetOff: true))
    return scheme.matrix()
  }()

  @Test(arguments: [(49_99, false), (50_00, false), (50_01, true)] as [(Int64, Bool)])
  func `Above a sum it is asked for`(pence: Int64, isAsked: Bool) {
    let found = Found(.one(Self.matrix, item: ["sum": .pence(pence)]))
    #expect(found.questions == (isAsked ? ["photo 1"] : []))
    let priced = Finding.fixed(node: 0, amount: Money(pence: pence))
    #expect(found["head.it"] == (isAsked ? [priced, .unpriced(.fact(found.fact("photo")))] : [priced]))
    #expect(Found(.one(Self.matrix, item: ["sum": .pence(pence), "photo": .words])).outcome == .awarded)
  }

  @Test func `Under its condition it is asked for whatever the sum`() {
    #expect(Found(.one(Self.matrix, item: ["sum": .pence(1), "ill": true])).questions == ["letter 1"])
    #expect(
      Found(.one(Self.matrix, item: ["sum": .pounds(51), "ill": true, "photo": .words])).questions == ["letter 1"])
    #expect(
      Found(.one(Self.matrix, item: ["sum": .pounds(51), "ill": true, "photo": .words, "letter": .words])).outcome
        == .awarded)
  }

  // MARK: In kind

  @Test func `A head in kind is no money, and counts for authority`() throws {
    var scheme = Scheme()
    let sum = scheme.fact("sum", .money, of: .ofItem)
    scheme.heads.append(
      Head(
        name: "it", rule: scheme.rule("head.it", .head), price: .fixed(.fact(sum)), forms: nil, isInKind: true,
        allowsSetOff: false))
    scheme.statedHead("money")
    scheme.authority([(100, ["manager"]), (nil, ["head"])])
    var given = Facts(scheme.matrix())
    given.item("it", ["sum": .pounds(60)])
    given.item("money", ["sum": .pounds(41)])
    let found = Found(given)
    let award = try #require(found.assessment.award)
    #expect(award.gross == pounds(41))
    #expect(award.inKind == pounds(60))
    #expect(award.payable == pounds(41))
    #expect(found.assessment.items.map(\.isInKind) == [true, false])
    #expect(found["authority"] == [.signedBy(step: 1, measured: pounds(101))])
  }

  @Test func `A price of any kind may be given in a form, and without a reading every form will do`() {
    var scheme = Scheme()
    let form = scheme.choice("form", ["bacs", "voucher"], of: .ofItem, leftOut: .unstated)
    scheme.head("it", .fixed(.pounds(5)), forms: Forms(fact: form, inKind: [1], inKindAt: [], otherwise: nil))
    let found = Found(.one(scheme.matrix(), item: ["form": "voucher"]))
    #expect(found.outcome == .awarded)
    #expect(found.assessment.items[0].isInKind)
    #expect(found["total"] == [.totalled(gross: .zero, inKind: pounds(5))])
    #expect(!Found(.one(scheme.matrix(), item: ["form": "bacs"])).assessment.items[0].isInKind)
  }

  @Test func `With a reading it is asked`() {
    var scheme = Scheme()
    scheme.reading("in-kind", asks: ["clerk"])
    let form = scheme.choice("form", ["bacs", "voucher"], of: .ofItem, leftOut: .unstated)
    scheme.head(
      "it", .fixed(.pounds(5)),
      forms: Forms(fact: form, inKind: [1], inKindAt: [], otherwise: scheme[reading: "in-kind"]))
    #expect(Found(.one(scheme.matrix(), item: ["form": "voucher"])).questions == ["in-kind 1"])
    #expect(Found(.one(scheme.matrix(), item: ["form": "bacs"])).outcome == .awarded)
  }
}
