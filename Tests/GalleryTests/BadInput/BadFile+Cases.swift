extension BadFile {
  private static func json(_ what: String, _ old: String, _ new: String, _ codes: String...) -> BadFile {
    BadFile(what, "case.json", Array(SampleCase.json(old, new).utf8), codes)
  }

  static let facts = [
    json("31 February", "2026-10-12", "2026-02-31", "literal.day"),
    json("31 February on the day that selects the edition", "2026-08-30", "2026-02-31", "literal.day"),
    json("a day with the month last", "2026-10-12", "2026-13-10", "literal.day"),
    json("a day as people write it", "2026-10-12", "12/10/2026", "literal.day"),
    json("a day and a time", "2026-10-12", "2026-10-12T09:00", "literal.day"),
    json("a day that is a number", #""2026-10-12""#, "20261012", "literal.day"),
    json("a day in the year 9999", "2026-10-12", "9999-10-12", "literal.day"),
    json("an offer before the claim", "2026-10-12", "2026-08-29", "date.order"),
    json("a claim before the incident", "2026-08-14", "2026-08-31", "date.order"),
    json("an unknown fact", #""customer-type""#, #""ward": "north", "customer-type""#, "fact.unknown"),
    json("an unknown fact without a value", #""customer-type""#, #""ward": null, "customer-type""#, "fact.unknown"),
    BadFile(
      "a sum with a comma in braces, whose second half is no fact", "case.yaml",
      """
      case: A-1
      scheme: progress
      facts: { incident-date: 2026-08-14, claim-date: 2026-08-30, offer-date: 2026-10-12, customer-type: tenant }
      items:
        - { head: inconvenience, impact: high, amount: £2,800.00 }
      """,
      "amount.outside-band", "fact.unknown"),
    json("a level that does not exist", #""low""#, #""severe""#, "choice.unknown"),
    json("a head that the scheme lacks", #""inconvenience""#, #""interest""#, "head.unknown"),
    json("a quoted flag", #""customer-type""#, #""anonymous": "true", "customer-type""#, "literal.flag"),
    json("a flag that is a number", #""customer-type""#, #""anonymous": 1, "customer-type""#, "literal.flag"),
    json("a scheme that is not there", #""progress""#, #""../progress""#, "scheme.unknown"),
    json("a scheme of another type", #""progress""#, "true", "case.shape"),
    json("an edition of another type", #""scheme""#, #""edition": ["2022-10-01"], "scheme""#, "case.shape"),
    json("a claim that has no day", #""claim-date": "2026-08-30","#, "", "edition.undated"),
    json("a claim whose day is null", #""2026-08-30""#, "null", "edition.undated"),
    json("a claim whose day is a list", #""2026-08-30""#, "[]", "case.shape"),
  ]

  static let many = [
    BadFile(
      "no facts at all", "case.json",
      """
      { "case": "A-1", "scheme": "progress",
        "items": [{ "head": "inconvenience", "impact": "low", "amount": 40 }] }
      """,
      "edition.undated", "fact.missing", "fact.missing", "fact.missing"),
    BadFile(
      "an offer before the first edition, and no day of the claim", "case.json",
      #"""
      { "case": "A-1", "scheme": "improvements", "items": [],
        "facts": { "customer-type": "secure-tenant", "tenancy-ending": "ended", "tenancy-ends-on": "1994-04-01",
          "offer-date": "1994-03-05" } }
      """#,
      "fact.missing", "edition.none"),
    BadFile(
      "an edition that is not there, and no day of the claim", "case.json",
      #"""
      { "case": "A-1", "scheme": "improvements", "edition": "1993-04-01", "items": [],
        "facts": { "customer-type": "secure-tenant", "tenancy-ending": "ended", "tenancy-ends-on": "1994-04-01",
          "offer-date": "1994-04-05" } }
      """#,
      "edition.unknown", "fact.missing"),
    BadFile("nothing but a name", "case.json", #"{ "case": "A-1" }"#, "case.key-missing"),
    BadFile(
      "everything wrong at once", "case.json",
      """
      { "cas": "A-1", "scheme": "progress",
        "facts": { "incident-date": "2026-08-34",
          "rent-arears": 95, "rent-arrears": "£1,000", "rent-arrears": "£95",
          "customer-type": "tennant" },
        "items": [ { "head": "interest" },
          { "head": "inconvenience", "impact": "severe", "amount": 1e3, "receipts": 12 } ],
        "decisions": [ { "about": "late-claim", "answer": "yes", "by": "a.khan", "on": "2026-10-10",
          "because": "ill" } ] }
      """,
      "case.key-missing", "case.key-unknown", "edition.undated", "fact.missing", "literal.day", "fact.unknown",
      "literal.money", "json.duplicate-key", "choice.unknown", "head.unknown", "choice.unknown", "literal.money",
      "fact.misplaced", "decision.answer"),
  ]
}
