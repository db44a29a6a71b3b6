"""Turns letters into PDF, one after another, until its standard input ends.

A request is a line of JSON, then as many bytes as it says: the page, then each file to attach. The answer is a line of
JSON, then the bytes of the PDF. A letter that fails is answered with what is wrong, and the next one is read.

What comes out is at once PDF/UA-1 (people with a screen reader) and PDF/A-3a (archives), and the same request gives
the same bytes. WeasyPrint does most of it; what it leaves out is put right here, and its version is pinned for that.
"""

import datetime
import functools
import json
import logging
import os
import sys
import unicodedata

# Answers alone may go to the standard output: whatever else is printed goes to the standard error.
answers = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)

# Fonts are stamped with this instead of the clock.
os.environ["SOURCE_DATE_EPOCH"] = "0"

import pydyf  # noqa: E402
import weasyprint  # noqa: E402
from weasyprint.formatting_structure import boxes  # noqa: E402
from weasyprint.pdf import tags  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: E402

PINNED = "70.0"
POINTS = 0.75  # in a pixel of CSS


class Refused(Exception):
    """The letter cannot become a PDF, with words for the person who asked."""


class NothingFromElsewhere(URLFetcher):
    """Lets a page use what it carries in itself, and nothing else."""

    def fetch(self, url, headers=None):
        if not url.startswith("data:"):
            raise FatalURLFetchingError(f"the page asks for {url[:80]}, and a letter holds all that it needs")
        return super().fetch(url, headers)


class Complaints(logging.Handler):
    """What WeasyPrint calls an error would be a letter with something missing."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.messages = []

    def emit(self, record):
        self.messages.append(record.getMessage())


# MARK: Structure

heights = []  # of the pages, in pixels
margins = []  # of the pages: the pieces of content that stand in margins
plain_tree = tags._build_box_tree


def tree(box, parent, pdf, page, pieces, *others):
    """The tags of a box, with what WeasyPrint leaves out: languages, terms, and where a picture is."""
    tagged = set(pieces)
    for element in plain_tree(box, parent, pdf, page, pieces, *others):
        if getattr(box, "element", None) is not None:
            finish(element, box, parent, pdf, page)
        yield element
    if isinstance(box, boxes.MarginBox):
        # The number of a page and the marking of a draft belong to the paper, and are not read out amid a sentence.
        for piece in set(pieces) - tagged:
            pieces[piece] = b"null"
            margins[page].add(piece)


def finish(element, box, parent, pdf, page):
    name, kind = box.element_tag, element["S"]
    language = box.element.get("lang")
    if language and name not in ("html", "body"):
        element["Lang"] = pydyf.String(language)
    if kind == "/Figure":
        left, top = box.content_box_x(), box.content_box_y()
        bottom = heights[page] - top - box.height
        sides = (left, bottom, left + box.width, bottom + box.height)
        element["A"]["BBox"] = pydyf.Array([round(side * POINTS, 2) for side in sides])
        element["A"]["Placement"] = "/Block"
    elif name == "dt" and kind == "/LBody":
        element["S"] = "/Lbl"
    elif name == "div" and kind == "/Div" and parent["S"] == "/L":
        join(element, pdf)


def join(item, pdf):
    """A term and its meaning are one item of a list: its label and its body."""
    item["S"] = "/LI"
    parts = []
    for reference in item["K"]:
        wrapper = found(reference, pdf)
        if wrapper["S"] != "/LI":
            raise Refused("a stylesheet shows a term (dt) or its meaning (dd) in a line; each must stay a block")
        inner = wrapper["K"][0]
        found(inner, pdf)["P"] = item.reference
        parts.append(inner)
    item["K"] = pydyf.Array(parts)


def found(reference, pdf):
    return pdf.objects[int(reference.split()[0])]


tags._build_box_tree = tree


def scope_of(header, pdf):
    """A header in the head of a table is one of its column, any other one of its row."""
    element = header
    while element["S"] not in ("/THead", "/TBody", "/Table", "/Document"):
        element = found(element["P"], pdf)
    return "/Column" if element["S"] == "/THead" else "/Row"


# MARK: Metadata

IDENTIFIERS = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF>"""


def put_right(document, pdf, types):
    """Called when the file is complete but not yet written."""
    lacking = sorted({code for font in document.fonts.values() for code in font.missing})
    if lacking:
        named = ", ".join(f"{chr(code)} ({unicodedata.name(chr(code), f'U+{code:04X}')})" for code in lacking[:5])
        raise Refused(f"no font that is installed has {named}; install one, such as fonts-noto-cjk for Chinese")
    metadata = found(pdf.catalog["Metadata"], pdf)
    metadata.stream = [metadata.stream[0].replace(b"</rdf:RDF>", IDENTIFIERS.encode())]
    metadata.compress = False
    if "AF" in pdf.catalog:
        # WeasyPrint names each file twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("S") == "/TH":
            item["A"]["Scope"] = scope_of(item, pdf)
        if isinstance(item, dict) and item.get("Type") == "/Filespec":
            found(item["EF"]["F"], pdf).extra["Subtype"] = "/" + types[item["UF"].string].replace("/", "#2F")
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("S") == "/LI":
            gather(item, pdf)
    for page, pieces in zip(pdf.pages["Kids"][::3], margins):
        set_apart(found(pdf.objects[page]["Contents"], pdf), pieces)


def gather(item, pdf):
    """What stands under a point of a list belongs to its body: an item holds a label and a body, and nothing else."""
    parts = [(reference, found(reference, pdf)) for reference in item["K"]]
    bodies = [part for _, part in parts if part["S"] == "/LBody"]
    loose = [(reference, part) for reference, part in parts if part["S"] not in ("/Lbl", "/LBody")]
    if not loose:
        return
    if not bodies:
        raise Refused("a point of a list has no words of its own")
    for reference, part in loose:
        part["P"] = bodies[0].reference
    bodies[0]["K"] = pydyf.Array([*bodies[0]["K"], *(reference for reference, _ in loose)])
    item["K"] = pydyf.Array([reference for reference, part in parts if part["S"] in ("/Lbl", "/LBody")])


def set_apart(page, pieces):
    """Marks pieces of a page as belonging to the paper."""
    for place, part in enumerate(page.stream):
        if isinstance(part, dict) and part.get("MCID") in pieces:
            page.stream[place - 1 : place + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


# MARK: Letters

fonts = FontConfiguration()


def attachment(file, content, day):
    made = datetime.datetime.combine(day, datetime.time())
    return weasyprint.Attachment(
        string=content, name=file["name"], description=file["description"], relationship=file["relationship"],
        created=made, modified=made)


def pdf_of(request, page, files):
    day = datetime.date.fromisoformat(request["day"])
    types = {file["name"]: file["type"] for file in request["files"]}
    complaints = Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        document = weasyprint.HTML(string=page.decode(), url_fetcher=NothingFromElsewhere()).render(
            font_config=fonts)
        heights[:] = [sheet.height for sheet in document.pages]
        margins[:] = [set() for _ in document.pages]
        metadata = document.metadata
        metadata.authors = [request["author"]]
        metadata.generator = "Redress"
        metadata.created = metadata.modified = f"{day}T00:00:00Z"
        pdf = document.write_pdf(
            finisher=functools.partial(put_right, types=types), pdf_variant="pdf/a-3a",
            attachments=[attachment(file, content, day) for file, content in files])
    finally:
        logger.removeHandler(complaints)
    if complaints.messages:
        raise Refused("; ".join(complaints.messages))
    return pdf


def exactly(length):
    content = sys.stdin.buffer.read(length)
    if len(content) < length:
        raise EOFError
    return content


def answer(head, content=b""):
    answers.write(json.dumps(head).encode() + b"\n" + content)
    answers.flush()


def main():
    logging.getLogger("weasyprint").propagate = False
    logging.getLogger("weasyprint").handlers = []
    if weasyprint.__version__ != PINNED:
        answer({"error": f"WeasyPrint is {weasyprint.__version__} and not {PINNED}"})
        return
    answer({"ready": weasyprint.__version__})
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        page = exactly(request["page"])
        files = sorted(
            [(file, exactly(file["length"])) for file in request["files"]], key=lambda pair: pair[0]["name"])
        try:
            pdf = pdf_of(request, page, files)
        except Exception as error:
            answer({"error": str(error) or type(error).__name__})
        else:
            answer({"length": len(pdf)}, pdf)


main()
