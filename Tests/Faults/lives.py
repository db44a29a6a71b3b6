"""Offers that live through every act, and what must stand in the register of each act afterwards."""

import json
import os
from collections import namedtuple

from command import KEYS, OFFICERS

# An act: its command, the words after it, the events that it must leave, by their keys (or what tells them once it is
# done), and the files that it writes, each with what it is.
Act = namedtuple("Act", "name words events files", defaults=((),))

# What tells one act from another, by the kind of its event.
EVENT_KEYS = {
    "drafted": ("reference", "revision"), "signed": ("offer", "by"), "issued": ("offer",),
    "superseded": ("offer", "revision"), "revised": ("offer", "revision"),
    "revision-withdrawn": ("offer", "revision"), "accepted": ("offer",), "turned-down": ("offer",), "declined": ("offer",),
    "withdrawn": ("offer",), "renewed": ("offer", "on"), "paid": ("offer", "method", "proof"),
    "returned": ("offer", "payment"), "delivered": ("offer", "remedy"), "closed": ("offer",),
    "imported": ("reference",), "erased": ("offers",),
}


def key_of(event):
    """What tells an event of the register from another act's."""
    return (event["kind"], *(str(event[name]) for name in EVENT_KEYS[event["kind"]]))


class Life:
    """One case, and the offers made of it."""

    def __init__(self, command, register, folder, reference, random):
        self.command, self.register, self.folder, self.reference = command, register, folder, reference
        self.amount = random.choice([120, 180, 260, 450, 520, 640])
        self.arrears = random.choice([0, 0, 40, 95])
        self.remedies = random.choice([0, 1, 2])
        self.signer = "a.khan" if self.amount <= 500 else "d.price"
        self.revision, self.numbers, self.document = 0, [], self.path("letter.txt")

    def path(self, ending):
        return os.path.join(self.folder, f"{self.reference}.{ending}")

    # What it asks the register

    def ask(self, *words):
        ended = self.command.run([*words, "--register", self.register, "--json"])
        if ended.code != 0:
            raise RuntimeError(f"{' '.join(map(str, words))}: {ended.code} {ended.err}")
        return [json.loads(line) for line in ended.out.splitlines()]

    @property
    def number(self):
        """The number of the newest offer of the case."""
        if len(self.numbers) < self.revision:
            found = self.ask("list", "--case", self.reference)
            self.numbers = [offer["offer"] for offer in found]
            if len(self.numbers) != self.revision:
                raise RuntimeError(f"{self.reference} has the offers {self.numbers}, and {self.revision} were made")
        return self.numbers[-1]

    # Acts

    def common(self, by, today):
        return ["--by", by, "--register", self.register, "--officers", OFFICERS, "--today", today]

    def act(self, name, by, today, *words, events):
        return Act(name, [self.number, *words, *self.common(by, today)], events)

    def write_case(self):
        case = {
            "case": self.reference, "scheme": "progress",
            "facts": {"incident-date": "2026-09-13", "claim-date": "2026-09-15", "offer-date": "2026-10-12",
                      "customer-type": "tenant", "rent-arrears": f"£{self.arrears}.00"},
            "items": [{"head": "inconvenience", "impact": "medium" if self.amount <= 500 else "high",
                       "amount": f"£{self.amount}.00", "as": "bacs", "by": "j.okafor", "because": "visits missed"}],
            "references": {"household": f"H-{self.reference}", "rent-account": f"RA-{self.reference}"},
            "letter": {"to": ["Ms A. Example", "1 Mill Brow"], "points": [f"We missed visits, {self.reference}."],
                       "apology": "We are sorry.", "actions": [f"Action {n + 1}." for n in range(self.remedies)]},
        }
        if not self.remedies:
            del case["letter"]["actions"]
        with open(self.path("json"), "w", encoding="utf-8") as file:
            json.dump(case, file, ensure_ascii=False)
        with open(self.document, "w", encoding="utf-8") as file:
            file.write(f"The letter of {self.reference}, as it was sent.\n" * 200)

    def draft(self, to_file=False):
        self.write_case()
        self.revision = 1
        files, words = (), []
        if to_file:
            path = self.path("offer.json")
            files, words = ((path, "offer"), (path + ".letter", "letter")), ["--to", path]
        return Act("offer", [self.path("json"), *words, *self.common("j.okafor", "2026-10-12")],
                   [("drafted", self.reference, 1)], files)

    def import_case(self):
        """Takes the case in from a table, to be drafted by its reference."""
        with open(self.path("csv"), "w", encoding="utf-8") as file:
            file.write("Ref,Failed,Claimed,Offered,Kind,Arrears,Head,Impact,Sum,As,By,Why\n"
                       f"{self.reference},13/09/2026,15/09/2026,12/10/2026,T,{self.arrears}.00,inconvenience,"
                       f"{'medium' if self.amount <= 500 else 'high'},{self.amount}.00,bacs,j.okafor,visits missed\n")
        with open(self.path("map.yaml"), "w", encoding="utf-8") as file:
            file.write(
                "format: redress-column-map/1\nscheme: progress\n"
                "columns: { Ref: case, Failed: incident-date, Claimed: claim-date, Offered: offer-date, "
                "Kind: customer-type, Arrears: rent-arrears, Head: item1.head, Impact: item1.impact, "
                "Sum: item1.amount, As: item1.as, By: item1.by, Why: item1.because }\n"
                "values: { customer-type: { T: tenant, L: leaseholder } }\ndays: DD/MM/YYYY\n")
        return Act("import", [self.path("csv"), "--map", self.path("map.yaml"),
                              *self.common("j.okafor", "2026-10-12")], [("imported", self.reference)])

    def draft_imported(self):
        self.draft()
        self.remedies = 0
        return Act("offer", [self.reference, *self.common("j.okafor", "2026-10-12")],
                   [("drafted", self.reference, 1)])

    def sign(self, file=False):
        # A file that was not written is a fault of its own, and the life goes on without it.
        file = file and os.path.exists(self.path("offer.json"))
        offer = self.path("offer.json") if file else self.number
        files = ((f"{offer}.{self.signer}.sig", "signature"),) if file else ()
        return Act("sign", [offer, "--as", self.signer, "--key", KEYS / self.signer, "--register", self.register,
                            "--officers", OFFICERS, "--today", "2026-10-12"],
                   [("signed", self.number, self.signer)], files)

    def issue(self, today="2026-10-12"):
        events = [("issued", self.number)]
        if len(self.numbers) > 1 and self.replaced_was_sent:
            events.append(("superseded", self.numbers[-2], self.numbers[-1]))
        self.replaced_was_sent = True
        return self.act("issue", "j.okafor", today, "--document", self.document, events=events)

    replaced_was_sent = False

    def accept(self, day="2026-10-20", arrears=None):
        self.arrears = self.arrears if arrears is None else arrears
        return self.act("accept", "j.okafor", day, "--on", day, "--fact", f"rent-arrears={self.arrears}", "--fact",
                        "service-charge-arrears=0", "--pay-to", "bacs", events=[("accepted", self.number)])

    def decline(self):
        return self.act("decline", "j.okafor", "2026-10-20", "--because", "not enough",
                        events=[("declined", self.number)])

    def withdraw(self, by, is_revision=False):
        events = [("withdrawn", self.number)]
        if is_revision:
            events.append(("revision-withdrawn", self.numbers[-2], self.numbers[-1]))
        act = self.act("withdraw", by, "2026-10-16", "--because", "the facts were wrong", events=events)
        if is_revision:
            self.withdrawn = True
        return act

    def renew(self, day):
        return self.act("renew", self.signer, day, "--because", "in hospital", events=[("renewed", self.number, day)])

    def pay(self, method, proof, day="2026-10-22", amount=None):
        words = ["--method", method, "--proof", proof]
        words += ["--seen", "acceptance-form"] if method != "set-off" else []
        words += ["--amount", amount] if amount else []
        return self.act("pay", "s.ward", day, *words, events=[("paid", self.number, method, proof)])

    def take_back(self, day="2026-10-29"):
        """The payment is returned. Its number is that of the event, which the history tells."""
        paid = [event["event"] for event in self.ask("history", self.number) if event.get("kind") == "paid"][-1]
        return self.act("pay --returned", "s.ward", day, "--returned", paid, "--because", "account closed",
                        events=[("returned", self.number, paid)])

    def deliver(self, remedy):
        return self.act("deliver", "j.okafor", "2026-11-02", "--remedy", remedy, "--proof", f"WO {remedy}",
                        events=[("delivered", self.number, remedy)])

    def revise(self, amount):
        """The case anew, with another sum."""
        self.amount = amount
        replaced = self.number
        self.write_case()
        act = self.act("revise", "j.okafor", "2026-10-12", "--case", self.path("json"), events=[])
        self.revision += 1
        return Act(act.name, act.words, lambda: [
            ("drafted", self.reference, self.revision), ("revised", replaced, self.number)])

    def close(self, day="2026-11-03"):
        return self.act("close", "s.ward", day, events=[("closed", self.number)])

    def erase(self, day="2026-11-05"):
        why = f"asked for, {self.reference}"
        return self.act("erase", "s.ward", day, "--because", why, "--retention", "1 day", "--earlier-because",
                        "they asked", events=[("erased", [self.number])])


# Lives. Each is a generator of acts; the next act is asked for when the one before is done.

def paid(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.accept()
    yield life.pay("bacs", "BACS 1")
    if life.arrears:
        yield life.pay("set-off", "J 1")
    for remedy in range(life.remedies):
        yield life.deliver(remedy + 1)
    yield life.close()
    if life.command.has("erase"):
        yield life.erase()


def returned(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.accept(arrears=40)
    yield life.pay("bacs", "BACS 1", amount="50.00")
    yield life.pay("bacs", "BACS 2")
    yield life.take_back()
    yield life.pay("cheque", "000123", day="2026-10-30")
    yield life.pay("set-off", "J 1", day="2026-10-30")
    yield life.close()


def declined(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.decline()
    yield life.close()


def withdrawn_before_sending(life):
    yield life.draft()
    yield life.sign()
    yield life.withdraw("j.okafor")
    yield life.close()


def withdrawn_after_sending(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.withdraw(life.signer)


def renewed(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.renew("2026-11-12")
    yield life.accept("2026-11-14")
    yield life.pay("bacs", "BACS 1", day="2026-11-16")
    if life.arrears:
        yield life.pay("set-off", "J 1", day="2026-11-16")
    yield life.close("2026-11-17")


def revised_before_sending(life):
    yield life.draft()
    yield life.sign()
    yield life.revise(life.amount - 10)
    yield life.sign()
    yield life.issue()
    yield life.decline()


def revised_after_sending(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.revise(life.amount - 10)
    yield life.sign()
    yield life.issue("2026-10-14")
    yield life.accept()
    yield life.pay("bacs", "BACS 1")


def revision_withdrawn(life):
    yield life.draft()
    yield life.sign()
    yield life.issue()
    yield life.revise(life.amount - 10)
    yield life.withdraw("j.okafor", is_revision=True)


def by_file(life):
    """The offer and its signature are files too."""
    yield life.draft(to_file=True)
    yield life.sign(file=True)
    yield life.issue()
    yield life.decline()


def imported(life):
    if life.command.has("import", "--map"):
        yield life.import_case()
        yield life.draft_imported()
        yield life.sign()
        yield life.issue()
        yield life.accept()
        yield life.pay("bacs", "BACS 1")


def copied(life):
    """The whole register is copied and exported while others write it."""
    for name, ending, kind in (("backup", "copy.sqlite", "copy of the register"), ("export", "ndjson", "export")):
        if life.command.has(name):
            yield Act(name, ["--register", life.register, "--to", life.path(ending)], [], ((life.path(ending), kind),))


LIVES = [paid, returned, declined, withdrawn_before_sending, withdrawn_after_sending, renewed, revised_before_sending,
         revised_after_sending, revision_withdrawn, by_file, imported, by_file, copied]
