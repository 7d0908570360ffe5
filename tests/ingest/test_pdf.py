from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter

from xref.ingest.readers.pdf import paragraphs

LINES = [
    "Cracks close the Halden bridge",
    "By Ada Venn, 4 March 2021",
    "Engineers closed the Halden bridge on Tuesday after an inspection found",
    "cracks in two of its pillars. The council said repairs would take at least",
    "six weeks.",
    "Buses will run instead, the harbour master said.",
]


def pdf(lines):
    """A page with a text layer, written by hand."""
    escaped = [line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for line in lines]
    drawn = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return out.encode("latin-1")


def encrypted(content, password):
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_text_layer_is_read_as_paragraphs(read, write):
    write("a.pdf", pdf(LINES))
    found = read()
    article = found.articles.iloc[0]
    assert article.title == "Cracks close the Halden bridge"
    assert (article.authors, article.published) == ("Ada Venn", "2021-03-04")
    assert " ".join(LINES[2:5]) in article.text


def test_an_encrypted_pdf_is_told(read, write):
    write("a.pdf", encrypted(pdf(LINES), "secret"))
    found = read()
    assert found.articles.empty
    assert list(found.skipped.reason) == ["encrypted"]


def test_a_pdf_that_is_encrypted_without_password_is_read(read, write):
    write("a.pdf", encrypted(pdf(LINES), ""))
    assert len(read().articles) == 1


def test_a_pdf_without_text_layer_is_told(read, write):
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    out = io.BytesIO()
    writer.write(out)
    write("a.pdf", out.getvalue())
    found = read()
    assert list(found.skipped.reason) == ["no-text"]
    assert "scan" in found.skipped.detail[0]


@pytest.mark.parametrize("cut", [5, 60, 200, 500])
def test_a_pdf_cut_short_is_told_or_read_but_no_crash(read, write, cut):
    write("a.pdf", pdf(LINES)[:cut])
    found = read()
    assert len(found.articles) + len(found.skipped) == 1


def test_page_numbers_fall_away_and_hyphens_at_line_ends_close():
    lines = [
        "The council of Brinmoor closed the Halden bridge after an inspec-",
        "tion found cracks.",
        "",
        "3",
        "",
        "Page 2 of 4",
        "Buses run.",
    ]
    assert (
        paragraphs(lines)
        == "The council of Brinmoor closed the Halden bridge after an inspection found cracks.\nBuses run."
    )
