import Redress
import RedressDocuments

/// A letter with everything that a letter may hold, as a housing association would send it.
package enum SampleLetter {
  package static let offered = CivilDate(year: 2026, month: 10, day: 12)!
  package static let lastDay = CivilDate(year: 2026, month: 11, day: 9)!
  package static let reference: Words = "PHG-2026-0417"

  package static let welsh = Language(
    tag: "cy",
    months: [
      "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
      "Rhagfyr",
    ],
    page: "Tudalen", of: "o", none: "Dim.", information: "Nodyn", warning: "Rhybudd", draft: "Drafft")

  package static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day)!
  }

  package static func sum(_ pence: Int64) -> Money { Money(pence: pence) }

  /// A logo of a few lines: a house in a circle.
  package static let logo = Picture(
    .svg,
    base64: """
      PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIyNDAiIGhlaWdodD0iODAiIHZpZXdCb3g9IjAgMCAyNDAgODAi\
      PjxjaXJjbGUgY3g9IjQwIiBjeT0iNDAiIHI9IjM4IiBmaWxsPSIjMDA1YTMwIi8+PHBhdGggZD0iTTE2IDQyIEw0MCAyMCBMNjQgNDIgTDU4IDQy\
      IEw1OCA2MCBMNDYgNjAgTDQ2IDQ4IEwzNCA0OCBMMzQgNjAgTDIyIDYwIEwyMiA0MiBaIiBmaWxsPSIjZmZmZmZmIi8+PC9zdmc+
      """,
    alternative: "Penrose Homes")

  package static func document(marking: Phrase? = nil, name: Words = "Ms Adwoa Osei") -> Document {
    Document("Our offer to put things right", marking: marking) {
      opening(to: name)
      "Dear \(name)"
      """
      Thank you for your complaint about the repairs to your heating. We are sorry. We missed three \
      visits, and you were without heating for 19 days in winter. You should not have had to chase us.
      """
      "We offer you \(strong: "\(sum(124_250))"). Please tell us by \(strong: "\(lastDay)") whether you accept."
      decision
      sums
      next
      "Yours sincerely"
      Block.lines(["Rhiannon Price", "Head of Resident Services", "Telephone: 01632 960 417"])
      Block.pageBreak
      form
    }
  }

  @BlockBuilder private static func opening(to name: Words) -> [Block] {
    Block.picture(logo)
    Block.lines(["Penrose Homes", "3 Quay Street", "Anytown AN1 2BC", "complaints@penrose.example"])
    Block.lines(["\(name)", "Flat 12, Marlowe House", "40 Station Road", "Anytown AN4 7QT"])
    Definitions([
      .init("Date", "\(offered)"), .init("Our reference", "\(code: reference)"),
      .init("Stage of your complaint", "Stage 1"),
    ])
  }

  @BlockBuilder private static var decision: [Block] {
    Section("What we decided") {
      "You complained about three things. This is what we found."
      List(
        .numbered,
        [
          "We missed visits on 3, 9 and 17 January 2026. We \(strong: "uphold") this.",
          """
          Your heating was off from \(day(2026, 1, 3)) to \(day(2026, 1, 21)). We \(strong: "uphold") this.
          """,
          """
          You said that our engineer was rude. We \(strong: "do not uphold") this, because we have no \
          record of it and the engineer remembers the visit differently. We are sorry that you were \
          upset.
          """,
        ])
    }
  }

  @BlockBuilder private static var sums: [Block] {
    Section("How we worked it out") {
      Table(
        "What we offer for each thing", columns: ["What for", "Rule", "Working", .figures("Amount")],
        rows: [
          .init("Missed visits", ["4.10.3", "3 visits at \(sum(2_000)) each", "\(sum(6_000))"]),
          .init(
            "No heating", ["4.10.5", "19 days, the first day free, at \(sum(750)) a day", "\(sum(13_500))"]),
          .init("Electric heaters", ["4.12", "What you paid, with your receipt", "\(sum(104_250))"]),
          .init("Distress and inconvenience", ["4.9", "Medium band, for the time of year", "\(sum(15_000))"]),
          .total("Total", ["\(sum(138_750))"]),
          .total("Less already paid on \(day(2026, 9, 1))", ["\(sum(14_500))"]),
          .total("To be paid to you", ["\(sum(124_250))"]),
        ])
      Note(
        .information,
        """
        This pays for what our own policy covers. A claim for damaged belongings goes to our insurer, \
        and this offer does not stop it.
        """)
    }
  }

  @BlockBuilder private static var next: [Block] {
    Section("What happens next") {
      List(
        .bulleted,
        [
          "Fill in the form on the last page and send it back, or ring us. We can fill it in with you.",
          "We pay within \(Period(28, .days)) of hearing from you.",
          "If we do not hear by \(lastDay), the offer ends. You can ask us to renew it.",
          "Accepting does not stop you from taking the complaint further.",
        ])
    }
    Section("If you are not happy with this") {
      "You can ask us to look again at Stage 2. You can also ask the Housing Ombudsman at any time."
      Block.lines(["Housing Ombudsman Service", "PO Box 152, Liverpool L33 7WQ", "Telephone: 0300 111 3000"])
      Note(.warning, "A payment may count as savings for some benefits. Please get advice before you accept.")
      "\("Mae’r llythyr hwn ar gael yn Gymraeg.", in: welsh) This letter is also available in Welsh."
    }
  }

  @BlockBuilder private static var form: [Block] {
    Section("Acceptance form") {
      "Reference \(code: reference), offer of \(offered), \(sum(124_250)). Please send it back by \(lastDay)."
      Form([
        .choice("I accept all of the offer of \(sum(124_250))."),
        .choice("I accept part of the offer. I say which below."),
        .choice("I do not accept the offer. I say why below."), .box("Which part, or why not"),
      ])
      "How would you like to be paid?"
      Form([
        .choice("To my bank account. We will ring you for the details: please do not send them by email."),
        .choice("To my rent account."), .choice("By cheque."), .line("Name"), .line("Signature"), .line("Date"),
      ])
      "You still keep your right to go to the Housing Ombudsman, whatever you tick."
    }
  }
}
