"""What the organisation has to do by which day. Written from Docs/policy-authors/kinds/timetable.md."""

from . import clock, values
from .conditions import condition
from .dayrule import DayRule
from .facts import one_or_more


class Deadline:
    """One rule of the timetable; it reads facts of the case only and changes no sum by itself."""

    def __init__(self, edition, name, node):
        self.id = "deadline." + name
        self.calendar = edition.calendar
        self.source = "; ".join(one_or_more(node["source"]))
        self.reads = set()
        self.rule = DayRule(edition, node, self.reads)
        self.done = node["done"]
        self.or_by = node.get("or-by")
        self.owed = condition(edition, node.get("when"), self.reads)
        self.waived = condition(edition, node["waived-when"], self.reads) if "waived-when" in node else None
        extended = node.get("extended") or {}
        self.later = extended.get("to")
        self.at_most = values.period(extended["at-most"]) if "at-most" in extended else None
        self.unless = extended.get("unless")
        self.reads.update(name for name in (self.or_by, self.later) if name)

    def free(self, view, lacks=None):
        """Whether nothing is owed here: the rule does not apply, or the person has released the organisation.

        None where that stays open, and what is missing is then added to `lacks`."""
        missing = []
        owed = self.owed(view, missing)
        waived = self.waived(view, missing) if self.waived else False
        if owed is False or waived:
            return True
        if owed is None or waived is None:
            (lacks if lacks is not None else []).extend(missing[:1])
            return None
        return False

    def due(self, view, asking=False):
        """The last day, put off as far as that was allowed; None where it is not known.

        Only the deadline itself asks for the decision that allows more, not what follows from it."""
        end = self.rule.find(view)
        if end is None:
            return None
        other = view.value(self.or_by) if self.or_by else None
        if other is not None:
            end = min(end, other)
        later = view.value(self.later) if self.later else None
        return end if later is None or later <= end else self._put_off(view, end, later, asking)

    def _put_off(self, view, end, later, asking):
        if self.at_most is None:
            return later
        accepted = view.case.decisions.answers.get(self.unless) == "accept"
        limit = self._limit(view, end, accepted, asking)
        if limit is not None and later <= limit:
            return later
        if asking and self.unless:
            view.case.decisions.asked.add(self.unless)
        return later if accepted else limit

    def _limit(self, view, end, accepted, asking):
        """How far it may be put off; no matter beyond the calendar where a decision allows more."""
        length, unit = self.at_most
        try:
            return clock.last_day(end, length, unit, False, "last day of the month", self.calendar)
        except clock.Beyond:
            if accepted:
                return None
            if asking and self.unless:
                view.case.decisions.asked.add(self.unless)
            raise

    def lacking(self, view):
        return self.rule.lacking(view)

    def line(self, sheet):
        """Its line: used as soon as a last day is known and it is owed."""
        view = sheet.view
        used = bool(self.owed(view, []))
        try:
            if used and not self.free(view):
                used = self.rule.event(view) is not None and (self.due(view, True) is not None or self.rule.still(view))
        except clock.Beyond:
            used = False
        sheet.line(self.id, self.source, used)
