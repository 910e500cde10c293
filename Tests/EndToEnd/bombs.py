"""Files that are meant to break an importer: archives, mark-up, tables and texts, made here and nowhere stored.

Each is (name, format, bytes, what its refusal says); bytes come from a function, since some are 20 MiB.
"""

import random
import struct
import zlib

MIB = 1 << 20
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


class Entry:
    """One file of an archive; whatever is given beside name and content is a lie."""

    def __init__(self, name, content=b"", **lies):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.content = content if isinstance(content, bytes) else content.encode()
        self.packed = lies.get("packed", deflated(self.content))
        self.lies = lies

    def common(self):
        lies = self.lies
        checksum = lies.get("checksum", zlib.crc32(self.content))
        packed, size = lies.get("packed_size", len(self.packed)), lies.get("size", len(self.content))
        numbers = (20, lies.get("flags", 0x800), lies.get("method", 8), 0, 0, checksum, packed, size)
        return struct.pack("<HHHHHIII", *numbers)

    def header(self):
        name = self.lies.get("local_name", self.name)
        return b"PK\3\4" + self.common() + struct.pack("<HH", len(name), 0) + name + self.packed

    def line(self, offset):
        """Of the directory."""
        rest = (len(self.name), 0, 0, self.lies.get("disk", 0), 0, self.lies.get("attributes", 0), offset)
        return b"PK\1\2" + struct.pack("<H", 0x314) + self.common() + struct.pack("<HHHHHII", *rest) + self.name


def archive(*entries, count=None, disk=0, start=None, tail=b""):
    bodies, lines, offset = [], [], 0
    for entry in entries:
        body = entry.header()
        lines.append(entry.line(entry.lies.get("offset", offset)))
        bodies.append(body)
        offset += len(body)
    directory = b"".join(lines)
    count = len(entries) if count is None else count
    end = struct.pack("<HHHHIIH", disk, disk, count, count, len(directory), offset if start is None else start, 0)
    return b"".join(bodies) + directory + b"PK\5\6" + end + tail


def workbook(rows="", **parts):
    """A sound workbook around the XML of rows; `parts` replace or add parts, by a name with `__` for `/` and `_` for `.`."""
    office = f'{OFFICE}/officeDocument" Target="xl/workbook.xml'
    sheet = f'{OFFICE}/worksheet" Target="worksheets/sheet1.xml'
    whole = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{office}"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{sheet}"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>x</t></si></sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
    }
    names = {"sheet": "xl/worksheets/sheet1.xml", "texts": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    names |= {"book": "xl/workbook.xml", "relations": "xl/_rels/workbook.xml.rels", "macro": "xl/vbaProject.bin"}
    whole |= {names[key]: content for key, content in parts.items()}
    return archive(*(part(name, content) for name, content in whole.items()))


def part(name, content):
    """Packed, or as it is where packing would already be too much."""
    content = content if isinstance(content, bytes) else content.encode()
    packed = deflated(content)
    if len(content) < MIB or len(content) < 90 * len(packed):
        return Entry(name, content, packed=packed)
    return Entry(name, content, packed=content, method=0)


def row(number, *cells):
    return f'<row r="{number}">' + "".join(f'<c t="str"><v>{cell}</v></c>' for cell in cells) + "</row>"


HEADING = row(1, "Câu hỏi", "A", "B", "Đáp án")
QUESTION = row(2, "Một?", "a", "b", "A")
GOOD_SHEET = workbook(HEADING + QUESTION)
LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"


def zips():
    part, name = b"<x/>", "xl/workbook.xml"
    zeros = bytes(50 * MIB)
    noise = random.Random(1).randbytes(500_000)
    yield "entry that grows a thousand times", archive(Entry(name, zeros)), "grows more than 100 times"
    entries = [Entry(f"{n}", noise, size=40 * MIB) for n in range(3)]
    yield "more than 100 MiB unpacked", archive(*entries), "more than 100 MiB"
    inner = Entry("b", b"x" * 100, method=0, packed=b"x" * 100)
    outer = inner.header() + b"y" * 50
    entries = [Entry("a", outer, method=0, packed=outer), Entry("b", b"x" * 100, method=0, packed=b"", packed_size=100, offset=31)]
    yield "entries that overlap", archive(*entries), "overlap"
    yield "size said too small", archive(Entry("_rels/.rels", zeros[:MIB], size=10)), "cannot be unpacked"
    yield "size said too large", archive(Entry("_rels/.rels", part, size=5_000)), "does not match"
    yield "zip64 in the directory", archive(Entry(name, part), start=0xFFFFFFFF), "ZIP64"
    yield "zip64 in an entry", archive(Entry(name, part, size=0xFFFFFFFF, packed_size=0xFFFFFFFF)), "ZIP64"
    nested = archive(Entry("_rels/.rels", GOOD_SHEET))
    yield "archive for a part", nested, "not UTF-8|not well-formed"
    for _ in range(5):
        nested = archive(*(Entry(f"{n}.zip", nested) for n in range(4)))
    yield "archives in archives", nested, "another archive"
    yield "2,001 entries", archive(*(Entry(f"{n}") for n in range(2_001))), "2001 entries"
    yield "65,535 entries said", archive(Entry(name, part), count=0xFFFF), "ZIP64"
    for kind, evil in {
        "name above": "../evil", "name within above": "xl/../../evil", "absolute name": "/etc/passwd", "name with a drive": "C:/x",
        "name with backslashes": "..\\evil", "name with NUL": "a\0b", "name with a line end": "a\nb", "name of nothing": "a//b",
    }.items():  # fmt: skip
        yield kind, archive(Entry(evil, part)), "is unsafe"
    yield "name that is not UTF-8", archive(Entry(b"\xff\xfe", part)), "not UTF-8"
    yield "two of a name", archive(Entry(name, part), Entry(name, part)), "two entries"
    yield "encrypted", archive(Entry(name, part, flags=0x801)), "password"
    yield "encrypted strongly", archive(Entry(name, part, flags=0x841)), "password"
    yield "packed by bzip2", archive(Entry(name, part, method=12)), "method 12"
    yield "packed by zstd", archive(Entry(name, part, method=93)), "method 93"
    yield "cut in its directory", GOOD_SHEET[:-60], "no directory"
    yield "cut in its middle", GOOD_SHEET[: len(GOOD_SHEET) // 2], "no directory"
    yield "directory elsewhere", b"#!/bin/sh\n" + GOOD_SHEET, "misplaced"
    yield "wrong checksum", archive(Entry("_rels/.rels", part, checksum=1)), "checksum"
    yield "garbage for deflate", archive(Entry("_rels/.rels", part, packed=b"\xff" * 9)), "cannot be unpacked"
    yield "two headers that differ", archive(Entry(name, part, local_name=b"xl/workbook.xmm")), "differ"
    yield "link to a file", archive(Entry(name, b"/etc/passwd", attributes=0o120777 << 16)), "is a link"
    yield "split into parts", archive(Entry(name, part), disk=1), "parts"
    yield "folder with content", archive(Entry("xl/", part)), "has content"
    yield "no entry at all", archive(), "another archive"
    yield "long tail behind the end", GOOD_SHEET + bytes(70_000), "no directory"


def markup():
    def sheet(content):
        return workbook(sheet=content)

    yield "document type", sheet("<!DOCTYPE a><a/>"), "DOCTYPE"
    yield "billion laughs", sheet(LAUGHS + "<a>&a11;</a>"), "DOCTYPE"
    yield "external entity", sheet("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"), "DOCTYPE"
    yield "external document type", sheet("<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x'><a/>"), "DOCTYPE"
    yield "document type in UTF-16", sheet("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16")), "DOCTYPE"
    yield "document type in the wrong case", sheet("<!doctype a [<!ENTITY b 'c'>]><a>&b;</a>"), "stands alone"
    yield "UTF-16 without its mark", sheet("<a/>".encode("utf-16-le")), "UTF-16 without"
    yield "said to be UTF-7", sheet("<?xml version='1.0' encoding='UTF-7'?><a>+ADw-</a>"), "UTF-7"
    yield "half of UTF-16", sheet("<a/>".encode("utf-16") + b"\xd8"), "damaged UTF-16"
    yield "a hundred thousand deep", sheet("<a>" * 100_000), "64 deep"
    yield "a million attributes", sheet("<a " + " ".join(f"a{n}=''" for n in range(1_000_000)) + "/>"), "not well-formed"
    yield "one attribute of 10 MiB", sheet("<a b='" + "x" * 10 * MIB + "'/>"), "."
    yield "a name of 1 MiB", sheet("<" + "a" * MIB + "/>"), "."
    yield "a text of 5 MiB", workbook(HEADING + row(2, "x" * 5 * MIB, "a", "b", "A")), "too long"
    yield "four million elements", sheet(f'<worksheet xmlns="{SHEET}"><sheetData>' + "<c/>" * 4_500_000), "."
    yield "a thousand namespaces deep", sheet("".join(f"<a xmlns:p{n}='u'>" for n in range(60)) + "<q:a/>"), "not declared"
    yield "instruction without content", sheet("<?x?><a><?y?>"), "cut off|not well-formed"
    yield "inclusion", sheet("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd' parse='text'/></a>"), "."
    yield "million of comments", sheet("<a>" + "<!---->" * 1_000_000), "cut off|not well-formed"


def sheets():
    def cell(attributes, content=""):
        return f'<row r="2"><c {attributes}>{content}</c></row>'

    yield "row of a thousand million", workbook(HEADING + '<row r="1000000000"><c t="str"><v>x</v></c></row>'), "damaged"
    yield "rows backwards", workbook(row(5, "x") + row(4, "y")), "damaged"
    yield "column beyond all", workbook(HEADING + cell('r="ZZZZ2" t="str"', "<v>x</v>")), "misplaced"
    yield "shared text out of range", workbook(HEADING + cell('r="A2" t="s"', "<v>4294967295</v>")), "lacks"
    yield "shared text of minus one", workbook(HEADING + cell('r="A2" t="s"', "<v>-1</v>")), "lacks"
    size = f'<worksheet xmlns="{SHEET}"><dimension ref="A1:XFD1048576"/><sheetData>{row(1, "x")}</sheetData></worksheet>'
    yield "dimension that lies", workbook(sheet=size), "heading"
    yield "formula without a value", workbook(HEADING + cell('r="A2"', "<f>1+1</f>")), "formula without a value"
    yield "link to another workbook", workbook(HEADING + cell('r="A2" t="e"', "<f>[1]X!A1</f><v>#REF!</v>")), "#REF!"
    yield "macros and no questions", workbook(row(1, "x"), macro=b"\xcc\x61"), "heading"
    yield "old XLS, or with a password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(10_000), "old XLS file or a workbook with a password"
    yield "XLSB", archive(Entry("[Content_Types].xml", "<Types/>"), Entry("xl/workbook.bin", b"\x83\1\0")), "XLSB"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    yield "ODS", archive(Entry("mimetype", kind), Entry("content.xml", "<a/>")), "ODS"
    yield "a number that is none", workbook(HEADING + cell('r="A2"', "<v>1e999</v>")), "no valid number"
    yield "more rows than a sheet has", workbook("".join(f'<row r="{n}"/>' for n in range(1, 1_200_000))), "damaged"
    rows = "".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 1_000_001))
    yield "a million rows with a number", workbook(rows), "more than 1500000"
    texts = "".join(f"<si><t>{n:07}</t></si>" for n in range(1_500_000))
    yield "1,500,000 shared texts", workbook(row(1, "x"), texts=f'<sst xmlns="{SHEET}">{texts}</sst>'), "more than 1500000"
    merged = "".join(f'<mergeCell ref="A{n}:A1048576"/>' for n in range(2, 300_000))
    whole = f'<worksheet xmlns="{SHEET}"><sheetData>{HEADING}{row(2, "Một?", "a", "b", "Z")}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'
    yield "300,000 merged areas", workbook(sheet=whole), "marked as right"
    styles = f'<styleSheet xmlns="{SHEET}"><cellXfs>{"<xf numFmtId=" + chr(34) + "14" + chr(34) + "/>"}'
    styles += '<xf numFmtId="164"/>' * 400_000 + "</cellXfs></styleSheet>"
    yield "400,000 styles", workbook(row(1, "x"), styles=styles), "heading"
    same = "".join(f'<sheet name="Bank" sheetId="{n}" r:id="r1"/>' for n in range(1, 2_000))
    big = "".join(f'<row r="{n}"/>' for n in range(1, 1_000_000))
    book = f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{same}</sheets></workbook>'
    yield "one sheet named two thousand times", workbook(big, book=book), "two sheets"
    book = book.replace('"Bank"', '"S"')
    yield "an empty sheet named two thousand times", workbook(big, book=book), "two sheets"
    yield "sheet that is not there", workbook(relations=f'<Relationships xmlns="{PACKAGE}"/>'), "no sheet"


def tables():
    head = "Câu hỏi,A,B,Đáp án\n"
    yield "quote that is never closed", head + '"' + "x" * (19 * MIB), "never closes it|too large"
    yield "nothing but quotes", head + '"' * (4 * MIB + 1), "quote"
    yield "a million columns", head + "," * 1_000_000, "no question"
    yield "a million columns in the heading", "Câu hỏi" + ",A" * 1_000_000 + "\n1\n", "."
    yield "nothing but commas", head + ",,,\n" * 1_000_000, "no question"
    yield "nothing but line ends", head + "\n" * (10 * MIB), "rows"
    yield "one line of 19 MiB", "x" * (19 * MIB), "heading"
    yield "ragged rows", head + "a\n" * 500_000, "options"
    yield "NULs", head + "Một\0?,a,b,A\n", "invisible or control"
    yield "nothing but NULs", bytes(MIB), "."
    yield "UTF-16", (head + "Một?,a,b,A\n").encode("utf-16"), "UTF-16"
    mixed = (head + "Một?,a,b,A\n").encode() + "C©u hái vÒ mËt khÈu an toµn th«ng tin,a,b,A\n".encode("latin-1")
    yield "two encodings", mixed, "not UTF-8"
    yield "letters lost", head + "C?u h?i v? m?t kh?u c?a b?n?,a,b,A\n" * 9, "question marks"
    yield "separators of all kinds", "sep=,\n" + ";\t,|" * 500_000, "."
    yield "more than 20 MiB", "x" * (20 * MIB + 1), None


def texts():
    bank = "bank: b\ntitle: B\nlanguage: vi\nlicence: CC0\nquestions:\n"
    laughs = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20))
    yield "aliases of aliases", laughs, "anchors"
    yield "alias of itself", "bank: &a [*a]\n", "anchors"
    yield "tag of a program", bank + "  - !!python/object/apply:os.system ['id']\n", "tags"
    yield "merge keys", bank + "  - { <<: { id: a } }\n", "unknown key '<<'"
    yield "brackets 100,000 deep", "questions: " + "[" * 100_000, "nested too deep"
    yield "braces 100,000 deep", "questions: " + "{a: " * 100_000, "nested too deep"
    yield "dashes 10,000 deep", bank + "  " + "- " * 10_000 + "x\n", "nested too deep"
    yield "keys 3,000 deep", "".join(" " * n + "a:\n" for n in range(3_000)), "nested too deep"
    yield "a key 10,000 times", "bank: b\n" * 10_000, "twice|already"
    yield "a key of 5 MiB", "k" * (5 * MIB) + ": 1\n", "."
    yield "100,000 unknown keys", "".join(f"k{n}: 1\n" for n in range(100_000)), "unknown key"
    yield "tabs for spaces", "bank: b\nquestions:\n\t- id: a\n", "tab"
    yield "keys that are no words", "? [a, b]\n: c\n" * 1_000, "twice"
    yield "100,000 documents", "--- a\n" * 100_000, "one document"
    yield "100,000 anchors", bank + "".join(f"  - &a{n} x\n" for n in range(100_000)), "anchors"
    yield "a million items", bank + "  - x\n" * 1_000_000, "must be a mapping|too large"
    yield "19 MiB of dashes", "- " * (19 * MIB // 2), "."
    yield "a million hidden characters", bank + "\u200b" * 1_000_000, "invisible"
    yield "text that turns around", bank + "  - id: \u202egnp.a\n", "U\\+202E"
    yield "19 MiB in a quote", 'bank: "' + "x" * (19 * MIB), "."
    yield "escapes of nothing", 'bank: "' + "\\ud800" * 100_000 + '"', "not a character"
    yield "200,000 questions", bank + "  - { id: a, kind: single }\n" * 200_000, "."


def gift():
    yield "100,000 braces open", "{" * 100_000, "."
    yield "a million backslashes", "a{=" + "\\" * 1_000_000, "."
    yield "100,000 questions without answers", "Q {}\n\n" * 100_000, "essay"
    yield "tags of HTML never closed", "[html]" + "<p " * 500_000 + "{=a ~b}", "."
    yield "emphasis never closed", "[markdown]" + "*a _b `c " * 100_000 + "{=a ~b}", "."
    yield "a million options", "Q {=a" + " ~b" * 1_000_000 + "}", "."
    yield "arrows without end", "Q {" + "=a -> b " * 300_000 + "}", "."
    yield "weights beyond all numbers", "Q {~%99999999999999999%a ~%50%b ~%-100%c}\n\nX {}", "."
    yield "numbers beyond all", "Q {#" + "9" * 1_000_000 + "}", "."
    yield "a category of 100,000 parts", "$CATEGORY: " + "a/" * 100_000 + "\n\nQ {}", "essay"
    yield "comments without end", "// [tag:" * 300_000 + "\nQ {}", "essay"


def aiken():
    yield "a letter that is two", "Q?\nA. x\nB. y\nANSWER: ß\n", "just one letter"
    yield "answers to nothing", "ANSWER: A\n" * 500_000, "without options"
    yield "a million options", "Q?\n" + "A. x\n" * 1_000_000, "."
    yield "one line of 19 MiB", "x" * (19 * MIB), "no options"
    yield "lines of nothing", "\r" * (10 * MIB), "no Aiken question|too large"


def moodle():
    def quiz(content):
        return f"<quiz>{content}</quiz>"

    def question(text, kind="multichoice", format="html", more=""):
        return quiz(f'<question type="{kind}"><questiontext format="{format}"><text>{text}</text></questiontext>{more}</question>')

    files = '<file name="a" encoding="base64">' + "QUFB" * (200_000) + "</file>"
    yield "pictures of 15 MiB", question("x", more=files * 19), "."
    yield "a picture of 15 MiB", question("x", more='<file encoding="base64">' + "QUFB" * (4 * MIB - 99) + "</file>"), "too long|options"
    yield "billion laughs", LAUGHS + quiz("&a11;"), "DOCTYPE"
    yield "gaps in gaps", question("{1:MC:=" * 20_000, "cloze"), "."
    yield "100,000 gaps", question("{1:SA:=a}\n" * 90_000, "cloze"), "."
    yield "emphasis never closed", question("*a _b `c " * 100_000, format="markdown"), "."
    yield "tags never closed", question("<![CDATA[" + "<p " * 300_000 + "]]>"), "."
    yield "lists without end", question("<![CDATA[" + "<ol><li>" * 100_000 + "]]>"), "."
    yield "entities without end", question("&amp;amp;" * 100_000), "."
    yield "weights beyond all numbers", question("x", more='<answer fraction="1e300"><text>a</text></answer>' * 2), "."
    yield "weights that are no numbers", question("x", "ordering", more='<answer fraction="nan"><text>a</text></answer>' * 30), "."
    yield "200,000 questions", quiz('<question type="essay"/>' * 200_000), "essay"
    yield "unknown entity", question("&nbsp;" * 10), "nbsp"
    yield "a category of 100,000 parts", quiz("<question type='category'><category><text>" + "a/" * 100_000 + "</text></category></question>"), "."
    yield "instruction without content", quiz("<?x?>"), "."
    yield "no quiz", "<html><body>x</body></html>", "."


FAMILIES = {
    "xlsx": [zips, markup, sheets], "csv": [tables], "yaml": [texts], "gift": [gift], "aiken": [aiken], "moodle-xml": [moodle],
}  # fmt: skip


def bombs():
    for form, families in FAMILIES.items():
        for family in families:
            for name, content, refusal in family():
                yield f"{form}: {name}", form, content if isinstance(content, bytes) else content.encode(), refusal
