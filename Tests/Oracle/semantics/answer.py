"""The answer, as it is written. Written from Docs/finance/assessment-json.md."""

from .cases import text
from .values import iso, shown

SILENT = ("derived", "deadline", "payment", "statement")  # sections whose rules decide nothing
FORMAT = "redress-assessment/1"


def faulty(case, faults):
    """What stands against the case, each once and with the fact that it names."""
    case = case if isinstance(case, dict) else {}
    listed = []
    for code, name, item in faults:
        fault = {"code": code}
        if name is not None:
            fault["about"] = name
        if item is not None:
            fault["item"] = item
        listed.append(fault)
    return {
        "format": FORMAT,
        "case": str(case["case"]) if text(case.get("case")) else None,
        "scheme": str(case["scheme"]) if text(case.get("scheme")) else None,
        "outcome": "faulty",
        "faults": listed,
    }


def answered(sheet, case, award, today):
    """The whole answer of a case that is not at fault."""
    edition = sheet.edition
    outcome = "refused" if sheet.refused else "undecided" if sheet.questions else "awarded"
    answer = {
        "format": FORMAT,
        "case": str(case["case"]),
        "scheme": edition.scheme,
        "edition": edition.name,
        "edition-digest": edition.digest,
        "outcome": outcome,
    }
    if outcome == "awarded":
        answer.update(_award(sheet, award))
    if sheet.refusals:
        answer["refusals"] = sheet.refusals
    if outcome == "undecided":
        answer["questions"] = sheet.questions
    answer["codes"] = _codes(sheet, outcome)
    answer["lines"] = sheet.written()
    unused = [name for name in sheet.record.answers if name not in sheet.record.asked]
    if unused:
        answer["decisions-not-used"] = unused
    notices = edition.notices(today)
    if outcome == "awarded":
        measured = set().union(*(ladder.measures(sheet) for ladder in edition.ladders))
        if edition.ladders and any(item.head not in measured for item in sheet.standing()):
            notices = notices + ["authority.incomplete"]
        if sheet.not_stated:
            notices = notices + ["arrears.not-stated"]
    if notices:
        answer["notices"] = [{"notice": notice} for notice in notices]
    return answer


def _codes(sheet, outcome):
    """The rules that decided, in order, each once."""
    if outcome == "refused":
        return list(dict.fromkeys(refusal["rule"] for refusal in sheet.refusals))
    if outcome == "undecided":
        return list(dict.fromkeys(question["rule"] for question in sheet.questions))
    return [rule for rule in sheet.decided if rule != "total" and rule.split(".")[0] not in SILENT]


def _award(sheet, award):
    heads = []
    for item in sheet.items:
        payable = 0 if item.in_kind else item.amount - item.paid - item.credited
        entry = {"head": item.head, "amount": shown(item.amount)}
        if item.paid:
            entry["already-paid"] = shown(item.paid)
        entry.update({"set-off": shown(item.credited), "payable": shown(payable)})
        if item.form is not None:
            entry["as"] = item.form
        if item.out:
            entry["refused"] = item.out
        heads.append(entry)
    gross = sum(item.amount for item in sheet.items if not item.in_kind)
    paid, credited = sum(item.paid for item in sheet.items), sum(item.credited for item in sheet.items)
    figures = {"heads": heads, "gross": shown(gross), "already-paid": shown(paid)}
    if award["excess"]:
        figures["paid-in-excess"] = shown(award["excess"])
    figures.update({"set-off": shown(credited), "payable": shown(gross - paid - credited)})
    figures["in-kind"] = shown(sum(item.amount for item in sheet.items if item.in_kind))
    figures["authority"] = award["authority"]
    figures["last-day-to-accept"] = iso(award["last"]) if award["last"] is not None else None
    if award["payees"] is not None:
        figures["payees"] = [shown(each) for each in award["payees"]]
    return figures
