#!/usr/bin/env python3
"""The workload as a graph of decision tables of zen-engine, which works out batches of cases on its own threads.

usage: zen_peer.py IN(.ndjson|.csv) OUT.csv
"""
import itertools, sys
import zen
import rows


def quoted(text): return f'"{text}"'


def table(name, fields, results, lines):
    """A decision table: the first line whose conditions hold gives the results. Under None a condition is whole."""
    inputs = [dict(id=f"{name}-in{place}", name=f"in{place}", **({"field": field} if field else {}))
              for place, field in enumerate(fields)]
    outputs = [dict(id=f"{name}-out{place}", name=field, field=field) for place, field in enumerate(results)]
    ids = [column["id"] for column in inputs + outputs]
    rules = [dict(zip(ids, line), _id=f"{name}-{place}") for place, line in enumerate(lines)]
    return node(name, "decisionTableNode", hitPolicy="first", inputs=inputs, outputs=outputs, rules=rules)


def expressions(name, **given):
    listed = [dict(id=f"{name}-{key}", key=key, value=" ".join(value.split())) for key, value in given.items()]
    return node(name, "expressionNode", expressions=listed)


def node(name, kind, **content):
    if content: content |= dict(passThrough=True, inputField=None, outputPath=None, executionMode="single")
    return dict(id=name, name=name, type=kind, content=content)


def edge(start, end, handle=None):
    return dict(id=f"{start}-{end}", type="edge", sourceId=start, targetId=end,
                **({"sourceHandle": handle} if handle else {}))


def graph():
    figures = [[quoted(service), *map(str, sums)] for service, sums in rows.SERVICES.items()]
    first = [["event == null or claimed == null", "E1"], ["d(claimed) < d(event)", "E2"],
             ["rooms > 0 and weeks > 0 and weekly == null", "E3"], ["rate < 0", "E4"],
             *([f'"{mark}" in excl', f"X{place}"] for place, mark in enumerate(rows.MARKS, 1)),
             ["d(claimed) <= d(event).add(28, 'day')", "W1"], ["d(claimed) > d(event).add(6, 'month')", "W4"],
             ["discretion", "W2"], ["", "W3"]]
    goes_on = dict(id="goes-on", condition='first == "W1" or first == "W2"', isDefault=False)
    stops = dict(id="stops", condition="", isDefault=True)
    nodes = [
        node("case", "inputNode"),
        table("figures", ["service"], ["low", "medium", "high", "rate", "limit", "part"],
              figures + [["", "0", "0", "0", "-1", "0", "0"]]),
        table("tried", [None], ["first"], [[condition, quoted(code)] for condition, code in first]),
        dict(id="open", name="open", type="switchNode", content=dict(hitPolicy="first", statements=[goes_on, stops])),
        expressions("sums", a="fixed ? (impact == 'low' ? low : impact == 'medium' ? medium : high) : 0",
                    b="min([days * rate, limit])", d="sum(receipts)",
                    c="rooms > 0 and weeks > 0 ? floor(weekly * min([rooms * part, 100]) * weeks + 0.5) / 100 : 0",
                    comp="$.a + $.b + $.c", total="$.comp + $.d", credited="min([$.comp, max([arrears, 0])])"),
        table("bands", ["comp"], ["band"], [["<= 100", quoted("L")], ["<= 500", quoted("M")], ["", quoted("H")]]),
        table("tiers", ["total"], ["tier"], [["<= 100", quoted("T1")], ["<= 500", quoted("T2")],
                                             ["<= 2000", quoted("T3")], ["", quoted("T4")]]),
        expressions("why", last="offer == null ? '' : d(offer).add(28, 'day').format('%Y-%m-%d')", why="""filter([
            first, a > 0 ? 'F1' : null, b > 0 ? (days * rate > limit ? 'D2' : 'D1') : null,
            rooms > 0 and weeks > 0 and part > 0 ? (rooms * part > 100 ? 'R2' : 'R1') : null, d > 0 ? 'M1' : null,
            total == 0 ? 'N0' : null, total > 0 ? 'B' + band : null,
            total > 0 and (comp <= 100 ? 'low' : comp <= 500 ? 'medium' : 'high') != impact ? 'BX' : null,
            total > 0 ? tier : null, total > 0 ? (credited == 0 ? 'A0' : credited == comp ? 'A1' : 'A2') : null,
            total > 0 ? (offer == null ? 'K0' : 'K1') : null], # != null)"""),
        node("row", "outputNode")]
    edges = [edge("case", "figures"), edge("figures", "tried"), edge("tried", "open"), edge("open", "sums", "goes-on"),
             edge("open", "row", "stops"), edge("sums", "bands"), edge("bands", "tiers"), edge("tiers", "why"),
             edge("why", "row")]
    return dict(nodes=nodes, edges=edges)


def decided(path, size=2000):
    """Each record with what the graph made of it, a batch at a time."""
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"policy": graph()}}})
    records = rows.records(path)
    while batch := list(itertools.islice(records, size)):
        results = engine.evaluate_batch([{"key": "policy", "context": record} for record in batch])
        yield from zip(batch, (result["data"]["result"] for result in results))


def row(record, result):
    if "why" not in result: return rows.stopped(record["id"], result["first"])
    why = "|".join(result["why"])
    if not result["total"]: return rows.stopped(record["id"], why)
    sums = ",".join(f"{result[name]:.2f}" for name in ("a", "b", "c", "d", "comp", "total"))
    return (f"{record['id']},OFFER,{sums},{result['band']},{result['tier']},{result['credited']:.2f},"
            f"{result['total'] - result['credited']:.2f},{result['last']},{why}\n")


if __name__ == "__main__":
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write(rows.COLUMNS + "\n")
        for record, result in decided(sys.argv[1]): out.write(row(record, result))
