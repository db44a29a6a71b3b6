"""What the tables of a register must hold of one offer, worked out of what its events say."""

import json
import re

OFFER_COLUMNS = (
    "number, reference, revision, supersedes, scheme, edition, edition_digest, offer_digest, letter_digest, outcome, "
    "author, offer_date, household, rent_account, cost_code, state, offered, gross, already_paid, set_off, payable, "
    "in_kind, paid, credited, issued_on, last_day, accepted_on, paid_on, closed_on, last_event"
)

# In which states an act may come, and to which state it leads. None leaves the state as it is.
ACTS = {
    "issued": ("signed", "issued"),
    "superseded": ("issued accepted paid declined turned-down closed", "superseded"),
    "accepted": ("issued", "accepted"),
    "turned-down": ("issued", "turned-down"),
    "declined": ("issued", "declined"),
    "withdrawn": ("drafted signed issued", "withdrawn"),
    "renewed": ("issued turned-down", "issued"),
    "delivered": ("issued accepted paid declined turned-down", None),
    "closed": ("issued accepted paid declined turned-down withdrawn", "closed"),
    "revision-withdrawn": ("issued accepted paid declined turned-down closed", None),
}


def pence(sum):
    """`222.00` in pence."""
    if not re.fullmatch(r"\d+\.\d\d", sum):
        raise ValueError(f"{sum!r} is not a sum")
    return int(sum.replace(".", ""))


class Offer:
    """One offer, from all of its events in their order."""

    def __init__(self, events):
        self.events = events
        self.faults = []
        self.drafted = events[0] if events else {}
        self.number = self.drafted.get("offer")
        self.accepted = self.last("accepted")
        self.settled = self.accepted or self.drafted
        self.forms = {item.get("as") for item in self.settled.get("items", []) if item.get("in-kind")}
        self.returned = {event["payment"]: event["event"] for event in self.all("returned")}
        self.state = self.walk()
        if events:
            self.check_sums()

    def all(self, kind):
        return [event for event in self.events if event["kind"] == kind]

    def last(self, kind):
        found = self.all(kind)
        return found[-1] if found else None

    def total(self, events, is_counted):
        return sum(pence(event["amount"]) for event in events
                   if event["kind"] == "paid" and self.is_kept(event, events) and is_counted(event["method"]))

    @staticmethod
    def is_kept(payment, events):
        return not any(event["kind"] == "returned" and event["payment"] == payment["event"] for event in events)

    def paid(self, events):
        return self.total(events, lambda method: method != "set-off" and method not in self.forms)

    def credited(self, events):
        return self.total(events, lambda method: method == "set-off")

    def given(self, events):
        return self.total(events, lambda method: method in self.forms)

    def is_settled(self, events):
        """Whether all that was accepted is paid, credited and given."""
        sums = [pence(self.settled[key]) for key in ("payable", "set-off", "in-kind")]
        return sums == [self.paid(events), self.credited(events), self.given(events)]

    # The life

    def walk(self):
        """The state after the last event; what cannot come where it stands is a fault."""
        state = None
        for place, event in enumerate(self.events):
            kind, seen = event["kind"], self.events[:place + 1]
            if kind == "drafted":
                if place:
                    self.faults.append("it is drafted twice")
                state = "drafted"
            elif state is None:
                self.faults.append(f"it is {kind} before it is drafted")
            elif kind == "signed":
                self.need(event, state, "drafted signed")
                state = "signed" if event["complete"] else state
            elif kind == "revised":
                if state in ("closed", "superseded"):
                    self.faults.append(f"event {event['event']}: it is revised while it is {state}")
                state = "superseded" if state in ("drafted", "signed", "withdrawn") else state
            elif kind == "paid":
                self.need(event, state, "accepted")
                state = "paid" if self.is_settled(seen) else state
            elif kind == "returned":
                if event["payment"] not in [earlier["event"] for earlier in seen if earlier["kind"] == "paid"]:
                    self.faults.append(f"event {event['event']}: what came back was never paid")
                state = "accepted" if state in ("paid", "closed") else state
            elif kind in ACTS:
                before, after = ACTS[kind]
                self.need(event, state, before)
                state = after or state
            else:
                self.faults.append(f"event {event['event']}: {kind} is no act on one offer")
        return state

    def need(self, event, state, states):
        if state not in states.split():
            self.faults.append(f"event {event['event']}: it is {event['kind']} while it is {state}")

    def check_sums(self):
        for event in filter(None, (self.drafted, self.accepted)):
            parts = [pence(event[key]) for key in ("already-paid", "set-off", "payable")]
            if sum(parts) != pence(event["gross"]):
                self.faults.append(f"event {event['event']}: its parts {parts} are not {event['gross']}")
            money = [item for item in event["items"] if not item.get("in-kind")]
            for key, name in (("gross", "amount"), ("already-paid",) * 2, ("set-off",) * 2, ("payable",) * 2):
                if sum(pence(item[name]) for item in money) != pence(event[key]):
                    self.faults.append(f"event {event['event']}: its items are not its {key}, {event[key]}")
        if self.paid(self.events) > pence(self.settled["payable"]):
            self.faults.append("more is paid than was accepted")
        if self.credited(self.events) > pence(self.settled["set-off"]):
            self.faults.append("more is credited than was accepted")
        for kind in ("drafted", "issued", "accepted"):
            if len(self.all(kind)) > 1:
                self.faults.append(f"it is {kind} {len(self.all(kind))} times")

    # The rows

    @property
    def columns(self):
        """The row of table `offer`, in the order of OFFER_COLUMNS."""
        drafted, settled = self.drafted, self.settled
        issued, closed = self.last("issued"), self.last("closed")
        dated = [event for event in self.events if event["kind"] in ("drafted", "issued", "renewed")][-1]
        money = [event for event in self.events if event["kind"] in ("paid", "returned")]
        is_paid = bool(money) and money[-1]["kind"] == "paid" and self.is_settled(self.events)
        is_closed = closed and not any(event["event"] > closed["event"] for event in self.all("returned"))
        return (
            self.number, drafted["reference"], drafted["revision"], drafted.get("supersedes"), drafted["scheme"],
            drafted["edition"], drafted["edition-digest"], drafted["offer-digest"], drafted["letter-digest"],
            drafted["outcome"], drafted["by"], drafted["offer-date"], drafted["household"], drafted["rent-account"],
            drafted["cost-code"], self.state, pence(drafted["gross"]) + pence(drafted["in-kind"]),
            pence(settled["gross"]), pence(settled["already-paid"]),
            pence(settled["set-off"]), pence(settled["payable"]), pence(settled["in-kind"]), self.paid(self.events),
            self.credited(self.events), issued and issued["on"], dated["last-day"],
            self.accepted and self.accepted["on"], money[-1]["on"] if is_paid else None,
            closed["on"] if is_closed else None, self.events[-1]["event"],
        )

    @property
    def items(self):
        """The rows of table `item`: those that were accepted as they were settled, the others as they were offered."""
        settled = {item["item"]: item for item in (self.accepted or {}).get("items", [])}
        accepted = (self.accepted or {}).get("accepted-items", [])
        rows = {}
        for offered in self.drafted["items"]:
            item = settled.get(offered["item"], offered)
            rows[self.number, item["item"]] = (
                self.number, item["item"], item["head"], pence(item["amount"]), pence(item["already-paid"]),
                pence(item["set-off"]), pence(item["payable"]), item.get("as"), int(bool(item.get("in-kind"))),
                int(item["item"] in accepted),
            )
        return rows

    @property
    def signatures(self):
        return {
            (self.number, event["by"]): (self.number, event["by"], event["role"], event["signature"], event["event"])
            for event in self.all("signed")
        }

    @property
    def payments(self):
        return {(event["event"],): (event["event"], self.number, event["method"], pence(event["amount"]), event["by"],
                                    event["on"], event["proof"], self.returned.get(event["event"]), event.get("run"))
                for event in self.all("paid")}

    def open_case(self, file):
        """The row of table `open_case`, as what its texts say; None where the offer is not open.

        `file` gives the bytes of a kept file by its digest."""
        if self.state not in ("signed", "issued", "accepted"):
            return None
        record = json.loads(file(self.drafted["offer-digest"]))
        case = {key: record[key] for key in RECORDED if key in record}
        assessment = record["assessment"]
        stated = {key: assessment[key] for key in STATED if key in assessment}
        for head in stated.get("heads", []):
            for key in set(head) - set(STATED_OF_HEADS):
                del head[key]
            head.setdefault("already-paid", "0.00")
        settled, items = None, None
        if self.state == "accepted":
            settled = json.loads(file(self.accepted["settlement"]))
            items = ",".join(str(item) for item in self.accepted["accepted-items"])
        return (self.number, case, stated, settled, items)


# What the table of open cases keeps of the record of an offer, and of its assessment.
RECORDED = ("case", "scheme", "edition", "facts", "items", "decisions", "references")
STATED = ("outcome", "heads", "gross", "already-paid", "set-off", "payable", "in-kind", "authority",
          "last-day-to-accept", "codes")
STATED_OF_HEADS = ("head", "amount", "already-paid", "set-off", "payable", "as", "refused")
