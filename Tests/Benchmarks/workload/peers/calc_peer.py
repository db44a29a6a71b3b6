#!/usr/bin/env python3
"""The workload as a workbook of LibreOffice Calc: a row a case, and the policy as formulas.

usage: calc_peer.py IN.csv OUT.csv [WORKBOOK]

The workbook is made where it is not there yet. Only its recalculation and the saving of its rows count: whoever works
like this keeps their cases in the workbook.
"""
import csv, os, subprocess, sys, tempfile, time
from datetime import date
from xml.sax.saxutils import quoteattr
import rows

GIVEN = ("id property tenancy service impact event claimed offer discretion excl fixed days weekly rooms weeks "
         "receipt1 receipt2 receipt3 arrears note").split()
DAYS, FLAGS = ("event", "claimed", "offer"), ("discretion", "fixed")
TEXTS = ("id", "property", "tenancy", "service", "impact", "excl", "note")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FIGURES = "[$Figures.$B$1:.$G$8]"


def figure(column): return f"IF(<place>=0;0;INDEX({FIGURES};<place>;{column}))"


def first_mark():
    formula = '""'
    for number, mark in reversed(list(enumerate(rows.MARKS, 1))):
        formula = f'IF(ISNUMBER(FIND("|{mark}|";"|"&<excl>&"|"));"X{number}";{formula})'
    return formula


# Each column of the sheet of rows: the results, then what they are worked out from. <name> is a cell of the same case.
FORMULAS = {
    "out_id": "<id>",
    "outcome": 'IF(<won>;"OFFER";IF(<open>;"NIL";IF(LEFT(<first>;1)="E";"REFER";IF(LEFT(<first>;1)="X";"EXCLUDED";'
               '"OUT_OF_TIME"))))',
    "out_fixed": 'TEXT(<a>;"0.00")', "out_daily": 'TEXT(<b>;"0.00")', "out_rent": 'TEXT(<c>;"0.00")',
    "out_receipts": 'TEXT(<d>;"0.00")', "out_comp": 'TEXT(<comp>;"0.00")', "out_total": 'TEXT(<total>;"0.00")',
    "out_band": 'IF(<won>;<band>;"")', "out_tier": 'IF(<won>;<tier>;"")', "out_credited": 'TEXT(<credited>;"0.00")',
    "out_paid": 'TEXT(<total>-<credited>;"0.00")',
    "out_day": 'IF(AND(<won>;<offer><>"");TEXT(<offer>+28;"yyyy-mm-dd");"")',
    "reasons": '<first>&IF(<open>;IF(<a>>0;"|F1";"")&IF(<b>>0;IF(<days>*<rate>><limit>;"|D2";"|D1");"")'
               '&IF(AND(<rented>;<part>>0);IF(<rooms>*<part>>100;"|R2";"|R1");"")&IF(<d>>0;"|M1";"")'
               '&IF(<won>;"|B"&<band>&IF(<band>=UPPER(LEFT(<impact>;1));"";"|BX")&"|"&<tier>'
               '&IF(<credited>=0;"|A0";IF(<credited>=<comp>;"|A1";"|A2"))&IF(<offer>="";"|K0";"|K1");"|N0");"")',
    "first": 'IF(OR(<event>="";<claimed>="");"E1";IF(<claimed><<event>;"E2";IF(AND(<rented>;<weekly>="");"E3";'
             'IF(<place>=0;"E4";IF(<mark><>"";<mark>;IF(<claimed><=<event>+28;"W1";IF(<claimed>>EDATE(<event>;6);"W4";'
             'IF(<discretion>;"W2";"W3"))))))))',
    "place": "IFERROR(MATCH(<service>;[$Figures.$A$1:.$A$8];0);0)",
    "rate": figure(4), "limit": figure(5), "part": figure(6), "mark": first_mark(),
    "rented": "AND(<rooms>>0;<weeks>>0)", "open": 'OR(<first>="W1";<first>="W2")',
    "a": f'IF(AND(<open>;<fixed>);INDEX({FIGURES};<place>;MATCH(<impact>;{{"low";"medium";"high"}};0));0)',
    "b": "IF(<open>;MIN(<days>*<rate>;<limit>);0)",
    "c": "IF(AND(<open>;<rented>);ROUND(ROUND(<weekly>*100;0)*MIN(ROUND(<rooms>*<part>*100;0);10000)*<weeks>/10000;0)"
         "/100;0)",
    "d": "IF(<open>;ROUND(SUM(<receipt1>;<receipt2>;<receipt3>);2);0)",
    "comp": "ROUND(<a>+<b>+<c>;2)", "total": "ROUND(<comp>+<d>;2)", "won": "AND(<open>;<total>>0)",
    "credited": "MIN(<comp>;MAX(<arrears>;0))", "band": 'IF(<comp><=100;"L";IF(<comp><=500;"M";"H"))',
    "tier": 'IF(<total><=100;"T1";IF(<total><=500;"T2";IF(<total><=2000;"T3";"T4")))'}


def column(place): return LETTERS[place] if place < 26 else "A" + LETTERS[place - 26]


def formulas():
    """The formulas with a mark in the place of the row's number."""
    cells = {name: f"[$Cases.{column(place)}#]" for place, name in enumerate(GIVEN)}
    cells |= {name: f"[.{column(place)}#]" for place, name in enumerate(FORMULAS)}
    for formula in FORMULAS.values():
        for name, cell in cells.items(): formula = formula.replace(f"<{name}>", cell)
        yield f"<table:table-cell table:formula={quoteattr('of:=' + formula)}/>"


def cell(name, text):
    if text == "": return "<table:table-cell/>"
    if name in TEXTS:
        return f'<table:table-cell office:value-type="string" office:string-value={quoteattr(text)}/>'
    if name in FLAGS: return f'<table:table-cell office:value-type="boolean" office:boolean-value="{text}"/>'
    value = (date.fromisoformat(text) - date(1899, 12, 30)).days if name in DAYS else text
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def row(cells): return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def make(source, book):
    """Writes the workbook: the rows first, because the first sheet is the one that is saved."""
    template, spaces = row(formulas()), "urn:oasis:names:tc:opendocument:xmlns:"
    with open(source, encoding="utf-8", newline="") as file, open(book, "w", encoding="utf-8") as out:
        cases = list(csv.reader(file))[1:]
        out.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="{spaces}office:1.0" '
                  f'xmlns:table="{spaces}table:1.0" xmlns:of="{spaces}of:1.2" office:version="1.3" '
                  'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>')
        out.write('<table:table table:name="Rows">')
        for number in range(1, len(cases) + 1): out.write(template.replace("#]", f"{number}]"))
        out.write('</table:table><table:table table:name="Cases">')
        for case in cases: out.write(row(map(cell, GIVEN, case)))
        out.write('</table:table><table:table table:name="Figures">')
        for service, figures in rows.SERVICES.items():
            out.write(row([cell("service", service), *(cell("days", str(figure)) for figure in figures)]))
        out.write("</table:table></office:spreadsheet></office:body></office:document>")


def save(book, target):
    """Lets Calc recalculate the workbook and save its first sheet, and keeps the columns of results."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                        "--outdir", folder, book], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print(f"converted in {time.monotonic() - start:.2f} s", file=sys.stderr)
        saved = next(name for name in os.listdir(folder) if name.endswith(".csv"))
        with open(os.path.join(folder, saved), encoding="utf-8") as file, open(target, "w", encoding="utf-8") as out:
            out.write(rows.COLUMNS + "\n")
            for line in file: out.write(",".join(line.rstrip("\n").split(",")[:14]) + "\n")


if __name__ == "__main__":
    source, target = sys.argv[1:3]
    book = os.path.splitext(sys.argv[3] if len(sys.argv) > 3 else target)[0] + ".fods"
    if not os.path.exists(book): make(source, book)
    save(book, target)
