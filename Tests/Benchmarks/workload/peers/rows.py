"""What the peers written in Python have in common: the figures of the policy, plain records in, rows out."""
import csv, json

COLUMNS = "id,outcome,fixed,daily,rent,receipts,comp,total,band,tier,to_arrears,to_pay,deadline,reasons"
# For each service, in pounds: three fixed sums, the sum a day, its limit; and the part of the rent in percent.
SERVICES = {
    "repairs": (10, 50, 150, 2, 50, 5), "heating": (20, 75, 250, 5, 150, 10),
    "hot_water": (20, 60, 200, 3.5, 105, 8.33), "damp": (25, 100, 400, 3, 200, 12.5),
    "lift": (15, 40, 120, 1.5, 45, 0), "asb": (50, 150, 350, 0, 0, 0),
    "estate": (5, 15, 50, 0.75, 15, 0), "admin": (10, 25, 75, 0, 0, 0)}
MARKS = ("legal", "insured", "tenant_caused", "no_access", "third_party", "injury")
STOPPED = {"E": "REFER", "X": "EXCLUDED", "W": "OUT_OF_TIME"}


def records(path):
    """The records as flat mappings; what is not known is None, pounds are numbers."""
    return from_csv(path) if path.endswith(".csv") else from_json(path)


def from_json(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            rent = record.pop("rent", None) or {}
            for day in ("event", "claimed", "offer"): record.setdefault(day, None)
            record["weekly"], record["rooms"], record["weeks"] = (
                rent.get("weekly"), rent.get("rooms") or 0, rent.get("weeks") or 0)
            yield record


def from_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for day in ("event", "claimed", "offer"): row[day] = row[day] or None
            for flag in ("discretion", "fixed"): row[flag] = row[flag] == "true"
            for count in ("days", "rooms", "weeks"): row[count] = int(row[count] or 0)
            row["weekly"] = float(row["weekly_rent"]) if row["weekly_rent"] else None
            row["receipts"] = [float(row[name]) for name in ("receipt1", "receipt2", "receipt3") if row[name]]
            row["excl"], row["arrears"] = row["excl"].split("|"), float(row["arrears"])
            yield row


def stopped(id, reasons):
    """The row of a case that nothing is offered for."""
    outcome = "NIL" if reasons.endswith("N0") else STOPPED[reasons[0]]
    return f"{id},{outcome},0.00,0.00,0.00,0.00,0.00,0.00,,,0.00,0.00,,{reasons}\n"
