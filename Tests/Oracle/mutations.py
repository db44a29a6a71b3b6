"""Changes to one sample case and to one matrix, each by the path of a value and what is put there."""

LEFT_OUT = "LEFT_OUT"

GOOD_CASES = [
    (["format"], "redress-case/1"), (["case"], 417), (["edition"], None), (["edition"], "2022-10-01.2"),
    (["facts"], None), (["facts", "rent-arrears"], None), (["facts", "rent-arrears"], 95),
    (["facts", "rent-arrears"], 0.07), (["facts", "rent-arrears"], "95.5"), (["facts", "rent-arrears"], "£1000000000.00"),
    (["facts", "claim-date"], "2400-12-31"), (["facts", "claim-date"], "2024-02-29"),
    (["facts", "no-such-fact"], None), (["facts", "insurance-claim"], True), (["facts", "finding"], None),
    (["items"], None), (["items"], []), (["items", 0, "receipts"], None), (["items", 0, "insurance-claim"], False),
    (["items", 1, "receipts"], "£42"), (["items", 1, "receipts"], 42), (["items", 1, "receipts"], ["£30", 12.5]),
    (["items", 1, "receipts"], {"amount": "£42", "on": None}), (["items", 1, "evidence"], "a letter"),
    (["decisions"], None), (["decisions", 0, "about"], "a-point-of-our-own"), (["references"], None),
    (["references", "household"], None), (["references", "ledger"], 4410), (["letter"], None), (["letter"], LEFT_OUT),
    (["letter", "braille"], "yes"), (["items", 0, "by"], None), (["items", 1, "receipts", 0, "for"], None),
]

BAD_CASES = [
    (["case"], LEFT_OUT), (["case"], ""), (["case"], "  "), (["case"], None), (["case"], []), (["case"], "x" * 20001),
    (["scheme"], LEFT_OUT), (["scheme"], "redditch"), (["format"], "redress-case/2"), (["format"], None),
    (["edition"], "2022"), (["edition"], "2022-10-01.0"), (["fact"], {}), (["facts"], []), (["facts"], "none"),
    (["facts", "incidnt-date"], "2026-08-14"), (["facts", "impact"], "low"), (["facts", "incident-date"], "14/08/2026"),
    (["facts", "incident-date"], "2026-02-30"), (["facts", "incident-date"], "2025-02-29"),
    (["facts", "incident-date"], "1582-12-31"), (["facts", "incident-date"], "2026-08-14T10:00:00Z"),
    (["facts", "incident-date"], 20260814), (["facts", "customer-type"], "tennant"), (["facts", "customer-type"], True),
    (["facts", "insurance-claim"], "true"), (["facts", "insurance-claim"], 1), (["facts", "insurance-claim"], "yes"),
    (["facts", "rent-arrears"], "£1,000"), (["facts", "rent-arrears"], "-5"), (["facts", "rent-arrears"], -5),
    (["facts", "rent-arrears"], "£1.005"), (["facts", "rent-arrears"], "1000000000.01"), (["facts", "rent-arrears"], 1e10),
    (["facts", "rent-arrears"], "$5"), (["facts", "rent-arrears"], " 5"), (["facts", "rent-arrears"], True),
    (["items"], {}), (["items", 0], "inconvenience"), (["items", 0, "head"], LEFT_OUT), (["items", 0, "head"], "goodwill"),
    (["items", 0, "head"], None), (["items", 0, "impact"], "middling"), (["items", 0, "receipts"], "£5"),
    (["items", 1, "impact"], "low"), (["items", 0, "claim-date"], "2026-09-30"), (["items", 0, "by"], True),
    (["items", 0, "because"], ""), (["items", 0, "note"], "x"), (["items", 0, "as"], "cash"),
    (["items", 1, "receipts"], []), (["items", 1, "receipts"], "thirty"), (["items", 1, "receipts", 0, "amount"], LEFT_OUT),
    (["items", 1, "receipts", 0, "amount"], None), (["items", 1, "receipts", 0, "shop"], "x"),
    (["items", 1, "receipts", 0, "on"], "20 August"), (["items", 1, "receipts", 0, "for"], True),
    (["decisions"], {}), (["decisions", 0, "about"], LEFT_OUT), (["decisions", 0, "answer"], LEFT_OUT),
    (["decisions", 0, "answer"], "yes"), (["decisions", 0, "by"], LEFT_OUT), (["decisions", 0, "on"], LEFT_OUT),
    (["decisions", 0, "on"], "10 October 2026"), (["decisions", 0, "because"], " "), (["decisions", 0, "who"], "a.khan"),
    (["references"], []), (["references", "household"], ""), (["references", "household"], []), (["letter"], "Dear"),
]

STEPS = ["windows", "claim", "steps"]
LEVELS = ["heads", "inconvenience", "price", "band", "levels"]

GOOD_MATRICES = [
    (["review-by"], LEFT_OUT), (["title"], 2024), (["selects-on"], "claim-date"), (["readings-decided"], LEFT_OUT),
    (["facts", "accepted-on", "optional"], True), (LEVELS + ["low", "to"], 100), (LEVELS + ["low", "to"], "100.50"),
    (["decisions", "late-claim", "by"], "case-manager"), (["authority", "steps", 0, "any-of"], "service-manager"),
    (["statements", "goodwill", "letter"], "none"), (["statements", "goodwill", "letter"], LEFT_OUT), (["review"], LEFT_OUT),
    (["refusals"], {"signed-by": [["finance", "case-manager"]], "source": "policy#2.4"}), (["ombudsman", "suggested"], LEFT_OUT),
    (["refusals"], {"signed-by": "finance", "source": "policy#2.4"}), (["heads", "inconvenience", "letter"], "For the trouble"),
    (STEPS + [0, "within"], "28 working days"), (["scope", "customer", "when"], "anonymous"), (["readings", "first-day", "decided"], {"by": "x", "on": "2026-01-01"}),
]

BAD_MATRICES = [
    (["format"], "redress-matrix/2"), (["scheme"], LEFT_OUT), (["edition"], "2022"), (["status"], "final"),
    (["title"], None), (["title"], ["x"]), (["notes"], "x"), (["review-by"], "October"), (["sources"], LEFT_OUT),
    (["sources", "policy", "paragraphs"], LEFT_OUT), (["sources", "policy", "paragraphs", "A 1"], "x"),
    (["readings-decided", "on"], LEFT_OUT), (["readings", "first-day", "question"], LEFT_OUT),
    (["readings", "first-day", "ask"], "case-manager"), (["readings", "whole-pound-gap", "ask"], LEFT_OUT),
    (["roles", "case-manager"], {}), (["facts"], LEFT_OUT), (["facts", "claim-date", "type"], "day"),
    (["facts", "claim-date", "ask"], LEFT_OUT), (["facts", "claim-date", "choices"], {"a": "b"}),
    (["facts", "customer-type", "choices"], LEFT_OUT), (["facts", "customer-type", "not-before"], "claim-date"),
    (["facts", "accepted-on", "left-out"], "claim-date"), (["facts", "accepted-on", "optional"], "yes"),
    (["facts", "Claim Date"], {"type": "date", "ask": "x"}), (["facts", "incident-date", "of"], "items"),
    (["decisions", "late-claim", "by"], LEFT_OUT), (["decisions", "late-claim", "source"], LEFT_OUT),
    (["scope", "customer", "when"], LEFT_OUT), (["scope", "customer", "when"], {"fact": "customer-type"}),
    (["scope", "customer", "when"], {"fact": "customer-type", "is": "tenant", "is-not": "advocate"}),
    (["scope", "customer", "when"], {"all": []}), (["scope", "customer", "when"], {"all": ["anonymous"], "any": ["anonymous"]}),
    (["scope", "customer", "when"], {"is": "tenant"}), (["scope", "customer", "when"], {"customer-type": "tenant"}),
    (["exclusions", "insurance-claim", "say"], LEFT_OUT), (["exclusions", "insurance-claim", "source"], "policy"),
    (["exclusions", "insurance-claim", "tell"], "x"), (STEPS, []), (STEPS, "28 days"), (STEPS + [0, "within"], LEFT_OUT),
    (STEPS + [0, "within"], "28"), (STEPS + [0, "day-one"], LEFT_OUT),
    (STEPS + [1, "month-end"], LEFT_OUT), (STEPS + [1, "undecided"], LEFT_OUT), (STEPS + [1, "needs"], LEFT_OUT),
    (STEPS + [3, "say"], LEFT_OUT), (STEPS + [0, "day-one"], "tomorrow"), (["windows", "claim", "from"], LEFT_OUT),
    (["windows", "complaint", "steps"], [{"within": "6 months", "day-one": "next day", "month-end": "last day of the month"}]),
    (["heads"], {}), (["heads", "inconvenience", "price"], LEFT_OUT), (["heads", "inconvenience", "price"], {}),
    (["heads", "inconvenience", "price", "fixed"], "£5"), (["heads", "inconvenience", "set-off"], "maybe"),
    (["heads", "inconvenience", "price", "actual-cost"], {"receipts": "receipts", "evidence": "evidence", "amount": "amount"}),
    (["heads", "inconvenience", "forms", "at"], LEFT_OUT), (["heads", "inconvenience", "forms", "otherwise"], LEFT_OUT),
    (LEVELS + ["low", "from"], LEFT_OUT), (LEVELS + ["low", "above"], "£5"), (LEVELS + ["low", "to"], "£1,000"),
    (LEVELS + ["low", "to"], None), (["total"], LEFT_OUT), (["total", "combine"], "highest"), (["set-off", "debts"], LEFT_OUT),
    (["authority", "steps"], []), (["authority", "steps", 0, "any-of"], LEFT_OUT), (["authority", "measured-on"], "head"),
    (["acceptance", "until"], LEFT_OUT), (["payment", "receipts", "on"], "never"), (["statements", "goodwill", "title"], LEFT_OUT),
    (["statements", "goodwill", "letter"], "nothing"), (["statements", "goodwill", "letter", "part"], "beginning"),
    (["statements", "goodwill", "letter", "say"], LEFT_OUT), (["scope", "customer", "letter"], {"part": "decision", "say": "x"}),
    (STEPS + [1, "say"], LEFT_OUT), (["windows", "complaint", "steps", 1, "letter"], "x"), (STEPS + [0, "letter"], "x"),
    (["refusals"], {"signed-by": [], "source": "policy#2.4"}), (["refusals"], {"signed-by": "finance"}), (["review", "given"], LEFT_OUT),
    (["review", "decided-by"], LEFT_OUT), (["ombudsman", "source"], LEFT_OUT), (["ombudsman", "fact"], LEFT_OUT),
    (["ombudsman", "suggested"], []), (["ombudsman", "suggested", 0, "is"], LEFT_OUT),
]
