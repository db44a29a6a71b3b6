#!/usr/bin/env python3
"""Checks PDF letters against what a machine can check of PDF/UA-1 and PDF/A-3a.

    .pdf/bin/python3 Tests/Oracle/pdf-structure.py LETTER.pdf...

It knows nothing of how the files were made. Numbers in brackets are those of the Matterhorn Protocol 1.1. It is no
validator: widths of glyphs, for one, it takes on trust.
"""

import hashlib
import re
import sys
import xml.etree.ElementTree as XML

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula "
    "Form".split())
INSIDE = {  # where an element may stand [09-004 to 09-008]
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"},
    "TFoot": {"Table"}, "LI": {"L"}, "Lbl": {"LI", "Note"}, "LBody": {"LI"}}
HOLDS = {  # what an element may hold
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"},
    "TFoot": {"TR"}, "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}}
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = SHOWS_TEXT | {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
NAMES = {
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/", "schema": "http://www.aiim.org/pdfa/ns/schema#"}


class Letter:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.faults = []
        self.elements = []  # every element of the structure, with the name of its parent, in reading order
        self.tagged = {}  # by page and number, the element that holds a piece of content

    def check(self):
        self.catalogue()
        self.metadata()
        self.structure()
        for number, page in enumerate(self.pdf.pages):
            self.page(number, page)
        self.order()
        self.attachments()
        self.objects()
        return self.faults

    def expect(self, holds, words):
        if not holds:
            self.faults.append(words)

    # MARK: The file as a whole

    def catalogue(self):
        root = self.root
        self.expect(not self.pdf.is_encrypted, "it is encrypted")
        self.expect(self.pdf.pdf_version == "1.7", f"it is PDF {self.pdf.pdf_version}")
        self.expect("/ID" in self.pdf.trailer, "it has no ID")
        marked = root.get("/MarkInfo", Dictionary())
        self.expect(marked.get("/Marked") is True and not marked.get("/Suspects"), "it is not marked as tagged [06]")
        language = str(root.get("/Lang", ""))
        self.expect(re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", language), "it names no language [11-006]")
        shown = root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle")
        self.expect(shown is True, "the window does not show its title [07-001]")
        self.expect("/StructTreeRoot" in root, "it has no structure [01]")
        for name in ("/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Perms", "/Collection"):
            self.expect(name not in root, f"it has {name}")
        self.expect("/JavaScript" not in root.get("/Names", Dictionary()), "it has a script")
        intents = root.get("/OutputIntents", Array())
        self.expect(len(intents) == 1, "it has not one output intent")
        for intent in intents:
            isRGB = intent.S == Name.GTS_PDFA1 and intent.DestOutputProfile.N == 3
            self.expect(isRGB, "its colours are not RGB by a profile")

    def metadata(self):
        stream = self.root.get("/Metadata")
        if stream is None:
            return self.expect(False, "it has no metadata [06-001]")
        self.expect("/Filter" not in stream, "its metadata are compressed")
        tree = XML.fromstring(stream.read_bytes())

        def value(name):
            space, local = name.split(":")
            tag = "{%s}%s" % (NAMES[space], local)
            for element in tree.iter():
                if tag in element.attrib:
                    return element.attrib[tag]
                if element.tag == tag:
                    inner = element.find(".//rdf:li", NAMES)
                    return (element if inner is None else inner).text
            return None

        for name, wanted in (("pdfuaid:part", "1"), ("pdfaid:part", "3"), ("pdfaid:conformance", "A")):
            self.expect(value(name) == wanted, f"{name} is {value(name)} [06-002]")
        uris = [element.text for element in tree.iter("{%s}namespaceURI" % NAMES["schema"])]
        self.expect(NAMES["pdfuaid"] in uris, "PDF/A does not know pdfuaid without its schema")
        info = self.pdf.docinfo
        self.expect(value("dc:title") and value("dc:title") == str(info.get("/Title")), "its title is not one [06-003]")
        self.expect(value("dc:creator") == str(info.get("/Author")), "its author is not one")
        made = re.sub(r"[-:T]", "", value("xmp:CreateDate") or "")
        self.expect(str(info.get("/CreationDate")).startswith("D:" + made.rstrip("Z")), "its dates are not one")

    # MARK: Structure

    def structure(self):
        roles = self.root.StructTreeRoot.get("/RoleMap", Dictionary())
        self.expect(not roles, "it has roles of its own")
        for kid in as_list(self.root.StructTreeRoot.K):
            self.element(kid, None, "StructTreeRoot")
        parents = numbers(self.root.StructTreeRoot.ParentTree)
        for page in self.pdf.pages:
            known = parents.get(page.get("/StructParents"))
            self.expect(known is not None, "a page has no entry in the parent tree [01]")
            for piece, element in enumerate(known or []):
                holder = self.tagged.get((page.objgen, piece))
                if isinstance(element, Dictionary):
                    self.expect(holder == element.objgen, f"piece {piece} of a page belongs to two elements [01]")

    def element(self, element, parent, name_of_parent):
        name = str(element.S)[1:]
        self.elements.append((name, element, name_of_parent))
        self.expect(name in STANDARD, f"{name} is no standard element [02-001]")
        self.expect(name_of_parent in INSIDE.get(name, {name_of_parent}), f"{name} stands in {name_of_parent} [09]")
        self.expect(parent is None or element.P.objgen == parent.objgen, f"{name} has another parent than it stands in")
        if name == "Figure":
            self.expect(str(element.get("/Alt", "")).strip(), "a picture has no words for it [13-004]")
            self.expect(len(attribute(element, "/BBox") or []) == 4, "a picture has no box")
        if name == "TH":
            self.expect(attribute(element, "/Scope") in (Name.Column, Name.Row), "a header has no scope [15-003]")
        if name == "Table":
            self.table(element)
        for kid in as_list(element.get("/K", Array())):
            if isinstance(kid, Dictionary) and kid.get("/Type") in (Name.OBJR, Name.MCR):
                continue
            if not isinstance(kid, Dictionary):
                self.tagged[(element.Pg.objgen, int(kid))] = element.objgen
                continue
            inner = str(kid.S)[1:]
            self.expect(inner in HOLDS.get(name, {inner}), f"{name} holds {inner} [09]")
            self.element(kid, element, name)

    def table(self, table):
        """Every row has as many cells as the first [15-004], and there is a header [15-003]."""
        rows = []
        for part in as_list(table.K):
            rows += [part] if part.S == Name.TR else [row for row in as_list(part.K) if row.get("/S") == Name.TR]
        width, hanging, headers = None, {}, 0
        for place, row in enumerate(rows):
            cells = 0
            for cell in as_list(row.K):
                headers += cell.S == Name.TH
                across, down = attribute(cell, "/ColSpan") or 1, attribute(cell, "/RowSpan") or 1
                cells += across
                for below in range(1, down):
                    hanging[place + below] = hanging.get(place + below, 0) + across
            cells += hanging.get(place, 0)
            width = width or cells
            self.expect(cells == width, f"row {place + 1} of a table has {cells} cells, the first {width} [15-004]")
        self.expect(headers, "a table has no header [15-003]")

    def order(self):
        levels = [int(name[1]) for name, _, _ in self.elements if re.fullmatch("H[1-6]", name)]
        self.expect(levels[:1] == [1] and levels.count(1) == 1, f"headings begin with {levels[:1]} [14-002]")
        for level, following in zip(levels, levels[1:]):
            self.expect(following <= level + 1, f"a heading of level {following} follows one of {level} [14-003]")
        self.expect(not any(name == "H" for name, _, _ in self.elements), "it has headings without a level [14-007]")

    # MARK: Pages

    def page(self, number, page):
        self.expect(page.get("/Tabs") == Name.S, f"page {number + 1} is not gone through by structure [28-008]")
        for note in page.get("/Annots", Array()):
            self.expect(note.Subtype == Name.Link, f"page {number + 1} has a {note.Subtype} [28]")
            self.expect(str(note.get("/Contents", "")), f"a link of page {number + 1} has no words [28-005]")
            self.expect("/StructParent" in note, f"a link of page {number + 1} is not in the structure [28-002]")
            self.expect(int(note.get("/F", 0)) & 4, f"a link of page {number + 1} is not printed")
        self.content(number, page)

    def content(self, number, page):
        """Everything painted is tagged, or belongs to the paper [01-003 to 01-005]."""
        open_marks, font, met = [], None, set()
        fonts = {str(name): Font(item, self) for name, item in page.Resources.get("/Font", Dictionary()).items()}
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                piece = operands[1].get("/MCID") if name == "BDC" and isinstance(operands[1], Dictionary) else None
                mark = "artifact" if operands[0] == Name.Artifact else "other" if piece is None else "piece"
                inside = {mark for mark in open_marks if mark != "other"}
                self.expect(mark == "other" or not inside, f"page {number + 1}: {mark} in {inside} [01-001, 01-002]")
                open_marks.append(mark)
                if piece is not None:
                    self.expect(piece not in met, f"page {number + 1} has piece {piece} twice")
                    isHeld = (page.objgen, piece) in self.tagged
                    self.expect(isHeld, f"page {number + 1}: piece {piece} is in no element")
                    met.add(piece)
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in ("k", "K"):
                self.expect(False, f"page {number + 1} has colours of ink")
            if name in PAINTS and not {"artifact", "piece"} & set(open_marks):
                self.expect(False, f"page {number + 1} paints ({name}) outside the structure [01-005]")
            if name in SHOWS_TEXT:
                font.show(operands[-1], number)
        self.expect(not open_marks, f"page {number + 1} leaves a mark open")
        for place, piece in self.tagged:
            self.expect(place != page.objgen or piece in met, f"page {number + 1} lacks piece {piece}")

    # MARK: Files and other objects

    def attachments(self):
        names = self.root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary()).get("/Names", Array())
        files = list(names)[1::2]
        keys = [str(key) for key in list(names)[::2]]
        self.expect(keys == sorted(keys), "the attached files are not in order")
        listed = [file.objgen for file in self.root.get("/AF", Array())]
        self.expect(sorted(listed) == sorted(file.objgen for file in files), "/AF does not name each attached file once")
        for file in files:
            name = str(file.get("/UF", "?"))
            for key in ("/F", "/UF", "/Desc"):
                self.expect(str(file.get(key, "")), f"{name} has no {key}")
            relation = str(file.get("/AFRelationship", ""))
            self.expect(relation in ("/Source", "/Data", "/Supplement"), f"{name} is not said to be anything")
            stream = file.EF.F
            content = stream.read_bytes()
            self.expect("/" in str(stream.get("/Subtype", ""))[1:], f"{name} has no media type")
            isKnown = stream.Params.Size == len(content) and "/ModDate" in stream.Params
            self.expect(isKnown, f"{name} has no size or no day")
            check = bytes(stream.Params.CheckSum)
            self.expect(check == hashlib.md5(content).digest(), f"{name} is not what its checksum says")

    def objects(self):
        for item in self.pdf.objects:
            if isinstance(item, Stream):
                self.expect("/LZWDecode" not in str(item.get("/Filter", "")), "it has LZW")
                self.expect("/F" not in item or "/EF" in item, "content stands in another file")
                self.expect(not item.get("/Interpolate", False), "a picture is interpolated")
            if isinstance(item, (Dictionary, Stream)):
                for key in ("/CA", "/ca"):
                    self.expect(item.get(key, 1) == 1, "something is see-through")
                mask = item.get("/SMask", Name("/None"))
                self.expect(mask == Name("/None") or isinstance(item, Stream), "something is masked")
                self.expect(item.get("/S") not in (Name.JavaScript, Name.Launch, Name.SubmitForm), "it acts on its own")


class Font:
    """A font, with the characters that its codes stand for."""

    def __init__(self, font, letter):
        self.letter = letter
        self.name = str(font.BaseFont)
        inner = font.DescendantFonts[0] if font.Subtype == Name.Type0 else font
        files = {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
        letter.expect(files, f"{self.name} is not embedded [31-009]")
        letter.expect("/ToUnicode" in font, f"{self.name} does not say its characters [10-001]")
        letter.expect(str(font.get("/Encoding", "")) == "/Identity-H", f"{self.name} is not encoded by glyph")
        isWhole = inner.Subtype != Name.CIDFontType2 or str(inner.get("/CIDToGIDMap", "")) == "/Identity"
        letter.expect(isWhole, f"{self.name} has no map to its glyphs [31-008]")
        self.characters = characters(font.ToUnicode.read_bytes().decode("latin-1"))

    def show(self, shown, page):
        for text in shown if isinstance(shown, Array) else [shown]:
            if not isinstance(text, pikepdf.String):
                continue
            codes = bytes(text)
            for code in (int.from_bytes(codes[at:at + 2], "big") for at in range(0, len(codes), 2)):
                self.letter.expect(code != 0, f"page {page + 1} shows a missing glyph of {self.name} [31-030]")
                said = self.characters.get(code, "")
                isSaid = said and said not in "\0\ufeff\ufffe"
                self.letter.expect(isSaid, f"{self.name} does not say what {code:04X} is [10-001]")


def characters(table):
    """What the codes of a font stand for: from lines of one code, and of a range."""
    found = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, said in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", part):
            found[int(code, 16)] = bytes.fromhex(said).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, said in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = chr(int(said, 16) + step)
    return found


def as_list(item):
    return list(item) if isinstance(item, Array) else [item]


def attribute(element, name):
    for attributes in as_list(element.get("/A", Array())):
        if name in attributes:
            return attributes[name]
    return None


def numbers(tree):
    found = {}
    pairs = list(tree.get("/Nums", Array()))
    for key, value in zip(pairs[::2], pairs[1::2]):
        found[int(key)] = value
    for kid in tree.get("/Kids", Array()):
        found.update(numbers(kid))
    return found


def main(paths):
    failed = 0
    for path in paths:
        faults = Letter(path).check()
        for fault in dict.fromkeys(faults):
            print(f"{path}: {fault}")
        failed += bool(faults)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return failed > 0 or not paths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
