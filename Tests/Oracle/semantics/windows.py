"""Times within which people must act. Written from Docs/policy-authors/kinds/windows.md."""

from . import clock, values
from .conditions import condition
from .facts import one_or_more
from .sheet import carefully
from .tries import Tries


class Step:
    """How long one step reaches, and what an act within it comes to."""

    def __init__(self, edition, node, reads):
        self.holds = condition(edition, node.get("when"), reads)
        self.period = values.period(node["within"]) if "within" in node else None
        self.by = node.get("by")
        self.same_day = node.get("day-one") == "same day"
        self.month_end = node.get("month-end")
        self.calendar = edition.calendar
        self.needs, self.undecided = node.get("needs"), node.get("undecided")
        self.outcome = node.get("outcome")
        self.endless = self.period is None and self.by is None
        if self.by:
            reads.add(self.by)

    def end(self, view, start, lacks):
        """Its last day, which is in time."""
        if self.by:
            return view.need(self.by, lacks)
        length, unit = self.period
        return clock.last_day(start, length, unit, self.same_day, self.month_end, self.calendar)


class Window:
    """The time within which a case must have met something."""

    def __init__(self, edition, name, node):
        self.id = name + "-window"
        self.source = "; ".join(one_or_more(node["source"]))
        self.start, self.until = node["from"], node["until"]
        self.extended = node.get("extended-to")
        reads = {self.start, self.until} | ({self.extended} if self.extended else set())
        self.open = condition(edition, node["open-while"], reads) if "open-while" in node else None
        self.steps = [Step(edition, step, reads) for step in node["steps"]]
        self.reads = reads
        self.tries = Tries(edition, reads)

    def run(self, sheet):
        for item, about in self.tries.places(sheet, standing=True):
            number = item.number if item else None
            used = carefully(sheet, self._try, sheet, item, about, number)
            sheet.line(self.id, self.source, bool(used), number, decides=self.decides(used))

    def _try(self, sheet, item, about, number):
        view, lacks = item.view if item else sheet.view, []
        used = self._meet(sheet, view, about, number, lacks)
        sheet.missing(lacks, number)
        return used

    def _meet(self, sheet, view, about, number, lacks):
        act = view.value(self.until)
        if act is None:
            if any(optional for _, optional in view.lacking(self.until)):
                return False
        if self.open:
            holds = self.open(view, lacks)
            if holds is not False:
                return holds
        if act is None:
            view.need(self.until, lacks)
        start = view.need(self.start, lacks)
        if start is None or act is None:
            return False
        step = self.reached(view, start, act, lacks)
        return self.follow(sheet, step, about, number) if step is not None else False

    def last(self, view, start, lacks):
        """The last day of the first step, or the later one that was agreed."""
        end = self.steps[0].end(view, start, lacks)
        later = view.value(self.extended) if self.extended else None
        return later if end is not None and later is not None and later > end else end

    def reached(self, view, start, act, lacks):
        """The step that the act falls in."""
        for place, step in enumerate(self.steps):
            holds = step.holds(view, lacks)
            if holds is None:
                return None
            if not holds:
                continue
            if step.endless:
                return step
            end = self.last(view, start, lacks) if place == 0 else step.end(view, start, lacks)
            if end is None:
                return None
            if act <= end:
                return step
        return None

    def _refuse(self, sheet, about, number):
        sheet.keep_out(self.id, self.source, about, number, sheet.standing())

    def follow(self, sheet, step, about, number):
        """What an act comes to that falls in this step: `in time`, `noted`, `asked` or `refused`."""
        if not step.needs:
            outcome = step.outcome or "in time"
        else:
            answer = sheet.record.answer(step.needs) or step.undecided
            outcome = {"accept": "in time", "decline": "refused", "refuse": "refused", "ask": "asked"}[answer]
            if step.needs not in sheet.record.answers and outcome == "in time":
                outcome = "noted"
        if outcome == "refused":
            self._refuse(sheet, about, number)
        elif outcome == "asked":
            sheet.ask(step.needs, sheet.edition.who(step.needs), self.id, self.source, number, about)
        return outcome

    def decides(self, outcome):
        """Whether it is named among the rules that decided."""
        return outcome not in ("noted", "asked")


class Acceptance(Window):
    """The time within which an offer must be accepted."""

    def __init__(self, edition, node):
        super().__init__(edition, "acceptance", node)

    def _refuse(self, sheet, about, number):
        """It is always about the whole case, whose items are priced by then."""
        sheet.refuse(self.id, self.source)
        sheet.refused = True

    def accept(self, sheet):
        """The last day to accept, and what a later acceptance comes to."""
        lacks = []
        start = sheet.view.need(self.start, lacks)
        last, noted = None, False
        if start is not None:
            last = self.last(sheet.view, start, lacks)
            noted = last is not None and self._taken_up(sheet, start, lacks)
        sheet.missing(lacks)
        sheet.line(self.id, self.source, last is not None, decides=not noted)
        return last

    def look(self, sheet):
        """For a case that is at fault already: whether the day is missing from which the time is counted."""
        lacks = []
        sheet.view.need(self.start, lacks)
        sheet.missing(lacks)

    def _taken_up(self, sheet, start, lacks):
        """What an acceptance comes to; gives whether its lateness is only noted."""
        act = sheet.view.value(self.until)
        if act is None or (self.open and self.open(sheet.view, lacks) is not False):
            return False
        step = self.reached(sheet.view, start, act, lacks)
        return step is not None and self.follow(sheet, step, sheet.items, None) == "noted"
