"""Reads messages with Python's own library and says where they are not what was put in.

    parsed_messages.py FOLDER

FOLDER has pairs of files: NAME.eml, and NAME.json with what it was made of. Prints a line for each difference and at the
end how many messages were read; status 1 when there is a difference."""

import email
import email.errors
import email.header
import email.policy
import email.utils
import json
import pathlib
import sys


def flat(text):
    return text.replace("\r\n", "\n")


def line_faults(data):
    """RFC 5322, 2.1.1 and 2.3: lines end with CRLF, have 998 bytes at most, and 78 where they can be folded."""
    if not data.isascii():
        yield "not ASCII"
    if data.replace(b"\r\n", b"").translate(None, b"\r\n") != data.replace(b"\r\n", b""):
        yield "a line end that is not CRLF"
    for line in data.split(b"\r\n"):
        foldable = line.strip().count(b" ") > 1 and not line.startswith(b"List-Unsubscribe:")
        if len(line) > 998 or (len(line) > 78 and foldable):
            yield f"a line of {len(line)} bytes: {line[:60]!r}"
        if line.startswith((b".", b"From ")):
            yield f"a line that is not safe on the way: {line[:20]!r}"


def parties(mail, name):
    """Of the header as it is written: Python 3.11 keeps the blank between two encoded words of a name (RFC 2047, 6.2)."""
    written = [value for key, value in mail.raw_items() if key == name]
    return [[str(email.header.make_header(email.header.decode_header(called))), address]
            for called, address in email.utils.getaddresses(written)]


def defects(mail):
    """But for names in pieces (RFC 2231, 3), of which Python decodes each by itself although they are one text."""
    of_headers = [d for part in mail.walk() for header in part.values() for d in getattr(header, "defects", [])]
    of_parts = [d for part in mail.walk() for d in part.defects]
    return [f"{type(d).__name__} {d}" for d in of_parts + of_headers
            if not isinstance(d, email.errors.UndecodableBytesDefect)]


def heard(data):
    mail = email.message_from_bytes(data, policy=email.policy.default)
    texts = {p.get_content_subtype(): flat(p.get_payload(decode=True).decode("utf-8"))
             for p in mail.walk() if p.get_content_maintype() == "text" and not p.is_attachment()}
    files = [[p.get_filename(), p.get_param("name"), p.get_content_type(), p.get_payload(decode=True).hex()]
             for p in mail.walk() if p.is_attachment()]
    for each in files:
        if isinstance(each[1], tuple):
            each[1] = email.utils.collapse_rfc2231_value(each[1])
    return {
        "from": parties(mail, "From"), "to": parties(mail, "To"), "reply_to": parties(mail, "Reply-To"),
        "subject": str(mail["Subject"]), "id": mail["Message-ID"].strip(), "automatic": mail["Auto-Submitted"],
        "language": mail["Content-Language"], "unsubscribe": mail["List-Unsubscribe"] or "",
        "version": mail["MIME-Version"], "structure": [p.get_content_type() for p in mail.walk()][:2],
        "date": mail["Date"].datetime.isoformat() if mail["Date"] else "",
        "headers": sorted(name.lower() for name in mail.keys()),
        "plain": texts.get("plain"), "html": texts.get("html"), "files": files,
        "defects": defects(mail),
    }


def differences(path):
    data = path.read_bytes()
    yield from line_faults(data)
    found = heard(data)
    for name, value in json.loads(path.with_suffix(".json").read_text("utf-8")).items():
        if found[name] != value:
            yield f"{name}: {found[name]!r} for {value!r}"


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))
    found = [f"{path.name}: {difference}" for path in paths for difference in differences(path)]
    print("\n".join(found + [f"{len(paths)} messages"]))
    return 1 if found else 0


sys.exit(main())
