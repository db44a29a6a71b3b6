"""The order in which a case is assessed. Written from Docs/policy-authors/kinds/README.md, "In the order in which they
are tried"."""

from datetime import date

from .answer import answered, faulty
from .cases import Reader
from .sheet import carefully


def assess(schemes, case, today=None):
    """The assessment of a case, without its wording."""
    today = today if today is not None else date.today().toordinal()
    reader = Reader(schemes, case)
    sheet = reader.sheet()
    if sheet is None:
        return faulty(case, reader.faults)
    answer = _work_out(sheet)
    if sheet.record.beyond:
        sheet.fault("calendar.beyond")
    if sheet.faults:
        return faulty(case, sheet.faults)
    return answered(sheet, case, answer, today)


def _work_out(sheet):
    """Tries every rule in its order; gives the figures of an award where it comes to one."""
    edition = sheet.edition
    for rule in edition.derived.values():
        _derived(sheet, rule)
    for deadline in edition.deadlines.values():
        deadline.line(sheet)
    for gate in edition.gates:
        gate.run(sheet)
    if sheet.refused:
        sheet.not_tried(edition.windows)
    else:
        for window in edition.windows:
            window.run(sheet)
    award = None
    sheet.drop_idle_questions()
    if sheet.refused:
        sheet.not_tried([*edition.heads.values(), *edition.combinations, *edition.after_heads])
    else:
        award = _price(sheet)
    outcome = "refused" if sheet.refused else "undecided" if sheet.questions else "awarded"
    for statement in edition.statements:
        statement.run(sheet, outcome)
    return award


def _derived(sheet, rule):
    """A line for the case, or one for each item that states what it follows from."""
    stating = rule.tries.stating(sheet) if rule.of_items else []
    found = [(item, carefully(sheet, item.view.value, rule.name)) for item in sheet.items] if rule.of_items else []
    shown_for = [(i, v) for i, v in found if i in stating or (rule.tries.item_only and v is not None)]
    if not shown_for or not rule.tries.item_only:
        nobody_states_it = rule.tries.item_only and not sheet.items
        value = None if nobody_states_it else carefully(sheet, sheet.view.value, rule.name)
        sheet.line(rule.id, rule.source, value is not None)
    for item, value in shown_for:
        sheet.line(rule.id, rule.source, value is not None, item.number)


def _price(sheet):
    """From the items to what is paid; None where an amount is asked for or nothing is left."""
    edition = sheet.edition
    claimed = set()
    for item in sorted(sheet.items, key=lambda item: edition.heads[item.head].depth):
        edition.heads[item.head].run(sheet, item)
        claimed.add(item.head)
        for line in item.lines:
            sheet.line(*line)
        for question in item.questions:
            sheet.ask(*question)
    sheet.not_tried(head for name, head in edition.heads.items() if name not in claimed)
    if not sheet.items:
        sheet.fault("items.missing")
    if sheet.at_fault or any(item.asked for item in sheet.items):
        sheet.not_tried(edition.combinations)
        return _no_sum(sheet)
    asked = len(sheet.questions)
    for place, combination in enumerate(edition.combinations):
        carefully(sheet, combination.run, sheet)
        if sheet.at_fault or len(sheet.questions) > asked:  # each sees what the one before it left
            sheet.not_tried(edition.combinations[place + 1 :])
            break
    if sheet.at_fault or len(sheet.questions) > asked:
        return _no_sum(sheet)
    edition.total.run(sheet)
    if sheet.refused:
        return _no_sum(sheet, 1)
    return _pay(sheet)


def _no_sum(sheet, start=0):
    """There is nothing to pay, or not yet. What is missing of a case at fault is named at once, unless it is refused."""
    sheet.not_tried(sheet.edition.after_heads[start:])
    if sheet.edition.acceptance and not sheet.refused and sheet.at_fault:
        sheet.edition.acceptance.look(sheet)


def _pay(sheet):
    """Earlier payments, set-off, payees, authority and the time to accept."""
    edition = sheet.edition
    award = {"excess": edition.already_paid.run(sheet) if edition.already_paid else 0}
    if edition.set_off:
        edition.set_off.run(sheet)
    # Nothing is divided that is not known.
    divides = edition.payees and not any(code == "arrears.disputed-above-owed" for code, _, _ in sheet.faults)
    in_money = [item for item in sheet.items if not item.in_kind]
    payable = sum(item.amount - item.paid - item.credited for item in in_money)
    award["payees"] = edition.payees.run(sheet, payable) if divides else None
    sets = [roles for ladder in edition.ladders for roles in ladder.run(sheet)]
    for substitute in edition.substitutes:
        substitute.run(sheet, sets)
    award["authority"] = [roles for at, roles in enumerate(sets) if roles not in sets[:at]]
    award["last"] = carefully(sheet, edition.acceptance.accept, sheet) if edition.acceptance else None
    _name_those_who_may(sheet)
    return award


def _name_those_who_may(sheet):
    """Once the sum is known, only those who may authorise it are asked what is left to whoever may."""
    edition = sheet.edition
    for question in sheet.questions:
        if edition.by_authority(question["about"]):
            able = dict.fromkeys(role for ladder in edition.ladders for role in ladder.able)
            question["who"] = list(able) or question["who"]
