"""Compares the days of timetables, which an assessment only tells in words: `redress deadlines` and the oracle."""

from draw.days import text
from draw.notation import day
from semantics.cases import Reader
from semantics.clock import Beyond

from .program import TODAY

TODAY_NUMBER = day(TODAY)


def against(oracle, case, row):
    """The fields in which the timetables of a case differ."""
    if "deadlines" not in row:
        return []
    sheet = Reader(oracle.schemes, case).sheet()
    if sheet is None:
        return [("timetable", "a fault", "an answer")]
    found = []
    for entry in row["deadlines"]:
        deadline = sheet.edition.deadlines[entry["deadline"]]
        try:
            ours = told(deadline, sheet.view)
        except Beyond:  # the program may do without the day that lies there
            continue
        for key, value in ours.items():
            if entry.get(key) != value:
                found.append((f"timetable.{entry['deadline']}.{key}", value, entry.get(key)))
    return found


def told(deadline, view):
    """What `redress deadlines` says of one deadline, worked out by the oracle."""
    start, done = deadline.rule.event(view), view.value(deadline.done)
    if not deadline.owed(view, []):
        return {"state": "not-owed"}
    if deadline.waived and deadline.waived(view, []):
        return {"state": "waived"}
    if start is None:
        return {"state": "not-started", "due": None}
    due = deadline.due(view)
    answer = {"from": text(start), "due": text(due) if due is not None else None,
              "done": text(done) if done is not None else None}
    if due is None:
        return {**answer, "state": "suspended"} if deadline.rule.still(view) else answer
    late = max(0, (TODAY_NUMBER if done is None else done) - due)
    state = ("overdue" if late else "due") if done is None else ("done-late" if late else "done")
    return {**answer, "state": state, "days-late": late}
