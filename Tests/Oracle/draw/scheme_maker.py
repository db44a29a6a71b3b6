"""The ground of a random matrix: its facts, readings, roles and decisions, each declared once it is used."""

from .days import text

CHOICES = ["one", "two", "three", "four"]
UNITS = ["days", "working days", "weeks", "months", "years"]


class Maker:
    """A random matrix in the making. Everything is declared when a rule first uses it."""

    def __init__(self, random, name):
        self.random, self.name = random, name
        self.facts, self.derived, self.timetable = {}, {}, {}
        self.readings, self.roles, self.decisions, self.paragraphs = {}, {}, {}, {}
        self.places = {}
        self.heads, self.prices = {}, {}
        self.needs_rounding = False
        self.start = 737425 + int(random.random() * 1500)
        self.facts["claimed-on"] = {"type": "date", "ask": "On what day was it claimed?"}
        self.places["claimed-on"] = ("date", "case")
        self.date("case", new=True)

    # Chances.

    def chance(self, share):
        """Whether something that happens so often happens now."""
        return self.random.random() < share

    def pick(self, values):
        """One of several."""
        return values[int(self.random.random() * len(values))]

    def some(self, values, least=1):
        """Several of several, in their order."""
        chosen = set(self.random.sample(range(len(values)), self.random.randint(min(least, len(values)), len(values))))
        return [value for place, value in enumerate(values) if place in chosen]

    def whole(self, low, high):
        """A whole number from one to another."""
        return self.random.randint(low, high)

    # What rules name.

    def rule(self, title, readings=0.1):
        """The keys that every rule has."""
        made = {"title": f"{title} {self.whole(1, 99)}", "source": self.cited()}
        if self.chance(readings):
            made["readings"] = self.reading()
        return made

    def cited(self):
        """A paragraph, or two."""
        return "policy#" + self._paragraph() if self.chance(0.8) else ["policy#" + self._paragraph(), "policy#9"]

    def _paragraph(self):
        name = str(self.whole(1, 8))
        self.paragraphs[name] = name
        self.paragraphs["9"] = "9"
        return name

    def reading(self, ask=False):
        """The name of a reading; of one that is asked each time."""
        name = ("asked-" if ask else "read-") + str(self.whole(1, 3))
        self.readings.setdefault(name, {"question": "What is meant?", "answer": "ask" if ask else "What it says.",
                                        **({"ask": [self.role()]} if ask else {}), "because": "It is silent."})
        return name

    def role(self):
        """The name of a role."""
        name = self.pick(["officer", "leader", "head", "director"])
        self.roles[name] = name.capitalize()
        return name

    def decision(self):
        """The name of a decision."""
        name = "decide-" + str(self.whole(1, 4))
        if name not in self.decisions:
            who = ({"by": [self.role()]} if self.chance(0.6) else {"by": "authority"} if self.chance(0.5)
                   else {"jointly": sorted({self.role(), self.role()})})
            self.decisions[name] = {"ask": "Is it so all the same?", **who, "source": self.cited()}
        return name

    # Facts. A place is `case`, `item` or `both`.

    def fact(self, kind, where, new=False, **more):
        """A fact of a type that may be read there; one that is declared already, or a new one."""
        known = [name for name, (type_, place) in self.places.items()
                 if type_ == kind and (where == "item" or place == "case") and name in self.facts
                 and all(self.facts[name].get(key.replace("_", "-")) == value for key, value in more.items())]
        if known and not new and self.chance(0.55):
            return self.pick(known)
        place = "case" if where == "case" else self.pick(["item", "item", "case", "case or item"])
        return self.declare(kind, place, **more)

    def declare(self, kind, place, **more):
        """A new fact at a place."""
        name = f"{kind}-{sum(one.startswith(kind + '-') for one in self.facts) + 1}"
        entry = {"type": kind, "ask": "What is it?"}
        if place != "case":
            entry["of"] = place
        if kind == "choice":
            entry["choices"] = {one: one.capitalize() for one in CHOICES[:self.whole(2, 4)]}
        entry.update({key.replace("_", "-"): value for key, value in more.items() if value is not None})
        if not more:
            self._leave_out(kind, place, entry)
        self.facts[name] = entry
        self.places[name] = (kind, place)
        return name

    def _leave_out(self, kind, place, entry):
        chance = self.random.random()
        if kind in ("text", "receipts") or chance < 0.15:
            entry["optional"] = "true"
        elif chance < 0.45:
            same = [name for name, (type_, where) in self.places.items() if type_ == kind and where in ("case", place)
                    and name in self.facts]
            plain = {"money": lambda: self.pick(["nothing", "£5", "£100"]),
                     "flag": lambda: self.pick(["true", "false"]),
                     "choice": lambda: self.pick(list(entry["choices"])), "count": lambda: str(self.whole(0, 3)),
                     "percent": lambda: "10%"}
            if kind != "choice" and same and self.chance(0.15):
                entry["left-out"] = self.pick(same)
            elif kind in plain:
                entry["left-out"] = plain[kind]()

    def date(self, where, new=False, optional=None):
        """A date that a person states."""
        known = [name for name, (kind, place) in self.places.items() if kind == "date" and name in self.facts
                 and (where == "item" or place == "case") and name != "claimed-on"]
        if known and not new and optional is None and self.chance(0.65):
            return self.pick(known)
        place = "case" if where == "case" else self.pick(["item", "item", "case", "case or item"])
        left_out = optional or (optional is None and self.chance(0.2))
        name = self.declare("date", place, optional="true" if left_out else None)
        earlier = [one for one in known if self.places[one][1] == "case" or place != "case"]
        if earlier and self.chance(0.4):
            self.facts[name]["not-before"] = self.pick(earlier)
        return name

    def sum(self, low=1, high=30000):
        """A printed sum, mostly a round one."""
        chance = self.random.random()
        amount = self.whole(low, high)
        if chance < 0.6:
            amount = max(100, amount // 500 * 500)
        elif chance < 0.8:
            amount = max(1, amount // 10)
        return f"£{amount // 100}" if amount % 100 == 0 else f"£{amount // 100}.{amount % 100:02d}"

    def part(self):
        """A printed part."""
        return self.pick(["10%", "12.5%", "25%", "33.33%", "50%", "66.67%", "100%", "7.25%", "1/3", "2/37", "1/7",
                          "3/70"])

    def period(self):
        """A printed length of time."""
        unit = self.pick(["days", "days", "working days", "working days", "weeks", "months", "years"])
        count = self.whole(1, {"days": 30, "working days": 20, "weeks": 6, "months": 12, "years": 2}[unit])
        return f"{count} {unit if count > 1 else unit[:-1]}"

    def day(self, low=-200, high=900):
        """A printed day."""
        return text(self.start + self.whole(low, high))

    def rounding(self):
        """How a sum is rounded."""
        return {"to": self.pick(["£0.01", "£0.01", "£0.01", "£0.05", "£0.50", "£1", "£10"]),
                "manner": self.pick(["half up", "half down", "half even", "up", "down"])}
