#!/usr/bin/env python3
"""Second, independent implementation of the Ayni export format, version 1 (the oracle).

    python3 view.py FILE...

prints the union of the files as section 6 of the format text asks: one canonical JSON object and a line
feed. Exit status 0, or 3 where a file is refused (reason on standard error; the view of the others is
printed). Only the standard library of Python 3.11 is used. Rule numbers (C1, M5, I2 ...) are those of the
format text.

HOW A FILE IS READ (F1, I2, I3, I4, I7)

 1. Over 512,000,000 bytes: refused (I3; MB is 10^6 bytes as in F6). Nothing but white space, byte-order
    marks and NUL: refused as empty. Starts as JPEG, PNG, WebP, HEIC, GIF, ZIP, GZIP or PDF: refused (I7). Starts
    with a UTF-16 or UTF-32 mark, or has a NUL among its first four bytes: refused, encoding named (I2).
 2. The bytes are taken as UTF-8. A byte that is not UTF-8 stays as a foreign character that no accepted
    change may hold, in a string or elsewhere; it harms the change it stands in, no other.
 3. Position p = 0. Look for the next "{" at or after p; call its place s. Whether s lies in a string is
    not asked: inside a JSON string each quotation mark is escaped, so no change can be read out of one.
 4. Parse one JSON object at s: strict RFC 8259 grammar, any depth, any numbers, doubled keys allowed for
    the moment. If it does not parse: p = s + 1, back to 3 (so the parts of a damaged object are searched).
    If it parses, it is taken WHOLE, p = its end, and it is never searched inside (but for 5a).
    What happens with it:
     a. If it is the value of a member (before it, white space apart, stand a colon and a quotation
        mark): it is passed over, unless the member is called "changes" or it is itself a full change,
        which proves itself. Nothing inside `set`, `made`, `have`, an undamaged `records` and so on is ever
        read as a change.
        But if what follows it (white space apart) is neither "," nor "}", brackets around it are lost and
        it may have swallowed what does not belong to it: it counts as not parsed.
     b. EXPORT OBJECT: no member `id`, no member `set`, and either `format` is "ayni-export" or there is a
        member `changes`. Go to 5.
     c. valid change or valid stub: accepted.
     d. LOOKS LIKE A CHANGE (two or more of the members by, erased, over, prev, record, schema, set, tick):
        damaged; the damaged text is the text of the object as it stands in the file.
     e. anything else (an attachment, a trailer, foreign JSON): passed over.
 5. In an export object:
     a. each member `changes`, also twice and in any order: every element that is no valid change or stub is
        damaged (whatever it is); a value that is not an array counts as an array of this one element.
     b. each other member that is an array, except `records`: elements are treated as in 4c, 4d, 4e (a
        damaged section name loses nothing); each that is itself a full change is accepted. `records` is
        never searched.
     c. its `format`, `version`, `contains` are a header if `format` (the first) is "ayni-export".
 6. Damaged `records`: when "{" comes directly after `"records":` and does not parse, or comes directly after
    `"records":[` in a broken text, a guarded stretch begins. It ends before the next section (`}` or `]`,
    comma, then `"changes":[` followed by `{` or `]`, or `"attachments":[`, or `"end":{`), else at the end of
    the text; and behind the first full change accepted in it. In it 4b, 4d and stubs count only if their "{"
    is the first of its line (white space, ">", "," and "[" may stand before it); a full change, which
    proves itself, counts anyway, for else a lost section name would lose all changes. All other objects are
    passed over if "," or "]" or "}" follows, else they count as not parsed. (So out of a damaged `records`
    a change can come only if someone put a whole change with its true id in there as an element of an array.
    What may be lost: a stub before the first full change, not first of its line, with the section name lost.)
 7. Header of a broken text: the text left when every parsed object is written as "{}". In it the first
    `"format":"ayni-export"` (white space free) is a header; it reaches to the next `"records"`,
    `"changes"` or `"attachments"` key, or 4096 characters; `version` and `contains` are looked for there.
    (A text that is no whole JSON object never has another header but this and those of 5c.)
 8. Any header with a `version` that is an integer literal greater than 1: refused (I4). Anything else there
    (missing, "1", 0, 2.5, true) is read as 1 and said.
 9. No header: if the text is `ayni-sealed`, or no full change was accepted (one that proves itself by its id;
    a stub proves nothing): refused (I2, I7).
10. If all headers say `contains` "records": refused, for there is nothing in it to merge (F3).
11. More than 1,000,000 changes, stubs and damaged texts in a file, doubled ones counted: refused (I3).
12. A refused file adds nothing, neither changes nor damaged texts.

DAMAGED TEXTS that do not parse (counted besides 4d and 5a): the stretches of text between export objects,
accepted changes and objects of 4d. Each is cut into lines behind LF, and also behind each `"changes":[`
that is followed by `{`, `]` or the end of the text (white space free); not inside objects that parsed. A line
is trimmed (white space, ">", "[", "," and U+FEFF before; white space and "," after); empty ones are dropped. A
text looks like a change if it begins with `{"at"` or `{"by"` (white space free), or holds two or more of the
marks `"by":`, `"erased":`, `"over":`, `"prev":`, `"record":`, `"schema":`, `"set":`, `"tick":` (white space
before the colon free), each kind counted once; for this every object that parsed is read as "{}". A line that
looks like a change is one damaged text. Other lines are gathered, joined by LF, from a line that begins with
"{" up to the next such line, the next line that looks like a change, or the end of the stretch; together, if
they look like a change, they are one damaged text. Guarded stretches (6) are treated alike. `quarantined`
counts distinct damaged texts (by their bytes) over all files that were not refused.

READINGS where the format text leaves room
 R1 `over`: only fields of `set`; ids sorted, each once; an empty object is damaged ("left out when empty"); an
    empty list is accepted (nothing forbids it, it names nothing).
 R2 `seen`: sorted; doubled ids are accepted ("each once" is only said of `over`); an empty list too.
 R3 `at`: the grammar of RFC 3339 section 5.6 with real days of months; "t" and "z" may be small; second
    60 at any minute; a space for "T" is not accepted.
 R4 A change may stand in the file in any equivalent JSON (key order, escapes, white space); its canonical
    form counts for C4 and for the id. Numbers must be written as C1 says (1.0 and 1e2 are damage).
 R5 "a string <= 64 KiB" is every string, also the names of members. Nesting counts arrays and objects.
 R6 A change of any record of the kind `erasure` can not be erased, whatever its fields.
 R7 Stub and full change of an erased id: the stub made from the full change stands among the others, the
    least canonical form of all counts. So the order of arrival does not matter.
 R8 A stub counts as held for `devices` and `forks`. A fork at `seq` 1 leaves the device out of `devices`.
 R9 null is a value (cleared): it may conflict, and for M5 it is a head with a value.
"""

import base64
import hashlib
import json
import re
import sys

MAX_FILE = 512_000_000
MAX_CHANGES = 1_000_000
MAX_LINE = 256 * 1024
MAX_STRING = 64 * 1024
MAX_FIELDS = 200
MAX_DEPTH = 16
MAX_OVER = 64
MAX_INT = 2 ** 53 - 1

ID = re.compile(r'[a-z2-7]{26}').fullmatch
RECORD = re.compile(r'[a-z][a-z_]{0,31}/[a-z0-9-]{1,40}').fullmatch
FIELD = re.compile(r'[a-z][a-z0-9_]{0,63}').fullmatch
DEVICE = re.compile(r'[a-z0-9]{10}').fullmatch
TICK = re.compile(r'[0-9a-f]{12}-[0-9a-f]{4}').fullmatch
AT = re.compile(r'([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?'
                r'(?:[Zz]|[+-]([0-9]{2}):([0-9]{2}))').fullmatch
MARKS = ('by', 'erased', 'over', 'prev', 'record', 'schema', 'set', 'tick')


class Refused(Exception):
    """A file that is not read at all (I3, I4, I7)."""


# ---------------------------------------------------------------- canonical form and ids (C1)

HIGH = re.compile('[\ud800-\U0010ffff]')


def _utf16(key):
    return key.encode('utf-16-be', 'surrogatepass')


def _sorted(value):
    if isinstance(value, dict):
        return {k: _sorted(value[k]) for k in sorted(value, key=_utf16)}
    if isinstance(value, list):
        return [_sorted(v) for v in value]
    return value


_plain = json.JSONEncoder(ensure_ascii=False, separators=(',', ':'), sort_keys=True, allow_nan=False).encode
_ordered = json.JSONEncoder(ensure_ascii=False, separators=(',', ':'), allow_nan=False).encode


def canonical(value):
    """C1: RFC 8785 for values whose numbers are integers. Returns text."""
    text = _plain(value)
    if HIGH.search(text):           # code point order may differ from UTF-16 order
        text = _ordered(_sorted(value))
    return text


def name_of(canon_bytes):
    """Section 2, `id`: the first 130 bits of SHA-256, lower-case base32."""
    return base64.b32encode(hashlib.sha256(canon_bytes).digest()[:20])[:26].decode().lower()


# ---------------------------------------------------------------- JSON (strict grammar, faults noted)

class NoJSON(ValueError):
    """No JSON value; `pos` is where that was seen."""

    def __init__(self, message, text, pos):
        super().__init__(message)
        self.pos = pos


# The parser of the library counts line breaks up to each fault, which takes far too long in a text with many.
json.decoder.JSONDecodeError = NoJSON


class Scanner:
    """Parses JSON values and notes in `fault` what C1 forbids but the grammar of JSON allows."""

    def __init__(self):
        self.fault = None
        decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_int=self._int,
                                   parse_float=self._float, parse_constant=self._constant)
        self._scan = decoder.scan_once

    def _object(self, pairs):
        made = dict(pairs)
        if len(made) != len(pairs):
            self.fault = 'doubled key'
        return made

    def _int(self, text):
        if len(text) > 17 or text == '-0' or not -MAX_INT <= int(text) <= MAX_INT:
            self.fault = 'number out of range'
            return 0
        return int(text)

    def _float(self, text):
        self.fault = 'fraction or exponent'
        return 0.5

    def _constant(self, text):
        raise ValueError('no JSON value: ' + text)

    def value(self, text, start):
        """The value at `start`: (value, end, fault). ValueError if there is none."""
        self.fault = None
        try:
            value, end = self._scan(text, start)
        except StopIteration as error:
            raise NoJSON('no JSON value', '', error.value) from None
        except RecursionError:
            value, end = deep(text, start)
            self.fault = 'nesting'
        return value, end, self.fault


TOKEN = re.compile(r'[ \t\n\r]*+(?:([\[\]{},:])|("(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+")'
                   r'|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(true|false|null))')


class Broken(ValueError):
    """No JSON value; `open` holds the places of the brackets that were not closed."""

    def __init__(self, where):
        super().__init__('no JSON value')
        self.open = frozenset(where)


def deep(text, start):
    """Grammar check without recursion, for texts too deep for the quick parser (I3).

    Gives the shallow part only: an object shows its own keys, each with the value None."""
    stack, top, pos, key = [], {}, start, None
    state = 'value'                    # value, first (value or ]), key, keyfirst (key or }), colon, next
    while True:
        match = TOKEN.match(text, pos)
        if not match:
            raise Broken(where for where, _ in stack)
        mark, string, number, word = match.groups()
        begin = match.end() - len(match.group().lstrip(' \t\n\r'))
        pos = match.end()
        done = False
        if mark is None and state in ('value', 'first'):
            done = True
        elif string is not None and state in ('key', 'keyfirst'):
            if len(stack) == 1:
                top[json.loads(string)] = None
            state = 'colon'
        elif mark in ('{', '[') and mark and state in ('value', 'first'):
            stack.append((begin, mark))
            state = 'keyfirst' if mark == '{' else 'first'
        elif mark == ':' and state == 'colon':
            state = 'value'
        elif mark == ',' and state == 'next':
            state = 'key' if stack[-1][1] == '{' else 'value'
        elif mark == '}' and state in ('next', 'keyfirst') and stack[-1][1] == '{' \
                or mark == ']' and state in ('next', 'first') and stack[-1][1] == '[':
            stack.pop()
            done = True
        else:
            raise Broken(where for where, _ in stack)
        if done:
            if not stack:
                return (top if text[start] == '{' else []), pos
            state = 'next'


# ---------------------------------------------------------------- changes and stubs (section 2, C1-C4, M6)

class Change:
    """An accepted change, or a stub (`values` is None then)."""
    __slots__ = ('id', 'record', 'device', 'seq', 'over', 'values', 'seen', 'tick')


def real_time(text):
    """Section 2, `at`: RFC 3339 with offset (R3)."""
    match = AT(text)
    if not match:
        return False
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    if not 1 <= month <= 12 or hour > 23 or minute > 59 or second > 60:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if not 1 <= day <= days:
        return False
    return match.group(7) is None or int(match.group(7)) <= 23 and int(match.group(8)) <= 59


def ids_ok(ids, once):
    """A sorted list of ids; `once`: each once."""
    if not isinstance(ids, list):
        return False
    for value in ids:
        if not isinstance(value, str) or not ID(value):
            return False
    for a, b in zip(ids, ids[1:]):
        if a > b or once and a == b:
            return False
    return True


def over_ok(over, fields):
    """Section 2 `over` and C4 (R1); `fields` is None for a stub, whose `set` is not known."""
    if not isinstance(over, dict) or not over or len(over) > MAX_FIELDS:
        return False
    for field, ids in over.items():
        if fields is None:
            if not FIELD(field) or field == 'id':
                return False
        elif field not in fields:
            return False
        if not ids_ok(ids, True) or len(ids) > MAX_OVER:
            return False
    return True


def shape_fault(value):
    """C4 for nesting and strings, without recursion."""
    todo = [(value, 1)]
    while todo:
        item, level = todo.pop()
        if isinstance(item, str):
            if len(item.encode('utf-8', 'surrogatepass')) > MAX_STRING:
                return 'string too long'
        elif isinstance(item, dict):
            if level > MAX_DEPTH:
                return 'nesting'
            for key, inner in item.items():
                todo.append((key, level + 1))
                todo.append((inner, level + 1))
        elif isinstance(item, list):
            if level > MAX_DEPTH:
                return 'nesting'
            for inner in item:
                todo.append((inner, level + 1))
    return None


def whole(value):
    return type(value) is int


def check(value, fault, size):
    """A Change for a valid change or stub, else a str that says what is wrong (M2, C1-C4, M6).

    `size` is the length of the text it was read from."""
    if fault:
        return fault
    if not isinstance(value, dict):
        return 'no object'
    if size > 16:
        fault = shape_fault(value)
        if fault:
            return fault
    by, name, record = value.get('by'), value.get('id'), value.get('record')
    if not isinstance(name, str) or not ID(name):
        return 'id'
    if not isinstance(record, str) or not RECORD(record):
        return 'record'
    if not isinstance(by, dict) or not isinstance(by.get('device'), str) or not DEVICE(by['device']) \
            or not whole(by.get('seq')) or by['seq'] < 1:
        return 'by'
    made = Change()
    made.id, made.record, made.device, made.seq = name, record, by['device'], by['seq']
    made.over = value.get('over') or {}
    made.values = made.tick = made.seen = None
    fields = value.get('set')
    if 'set' not in value:                                              # a stub (M6)
        if value.get('erased') is not True or len(by) != 2 \
                or value.keys() - {'by', 'erased', 'id', 'over', 'record'}:
            return 'no set'
        if 'over' in value and not over_ok(value['over'], None):
            return 'over'
        if len(canonical(value)) > MAX_LINE:
            return 'line too long'
        return made
    if not isinstance(fields, dict) or not 1 <= len(fields) <= MAX_FIELDS:
        return 'set'
    for field in fields:
        if not FIELD(field) or field == 'id':
            return 'field name'
    if 'over' in value and not over_ok(value['over'], fields):
        return 'over'
    if 'seen' in value:
        if 'trashed' not in fields or not ids_ok(value['seen'], False):
            return 'seen'
        made.seen = value['seen']
    if not isinstance(value.get('at'), str) or not real_time(value['at']):
        return 'at'
    if not isinstance(value.get('tick'), str) or not TICK(value['tick']):
        return 'tick'
    if not whole(value.get('schema')) or value['schema'] < 1:
        return 'schema'
    if by['seq'] == 1:
        if 'prev' in value:
            return 'prev'
    elif not isinstance(value.get('prev'), str) or not ID(value['prev']):
        return 'prev'
    rest = dict(value)
    del rest['id']
    try:
        data = canonical(rest).encode('utf-8')
    except UnicodeEncodeError:
        return 'lone surrogate or foreign byte'
    if len(data) + len('"id":"",') + 26 > MAX_LINE:
        return 'line too long'
    if name_of(data) != name:
        return 'id does not match'
    made.values, made.tick = fields, value['tick']
    return made


def stub_text(change):
    """The stub of a change, canonical (M6)."""
    stub = {'by': {'device': change.device, 'seq': change.seq}, 'erased': True, 'id': change.id,
            'record': change.record}
    if change.over:
        stub['over'] = change.over
    return canonical(stub)


# ---------------------------------------------------------------- reading a file (see the steps above)

MAGIC = ((b'\xff\xd8\xff', 'a JPEG photo'), (b'\x89PNG', 'a PNG picture'), (b'GIF8', 'a GIF picture'),
         (b'PK\x03\x04', 'a ZIP file'), (b'PK\x05\x06', 'an empty ZIP file'), (b'\x1f\x8b', 'a GZIP file'),
         (b'%PDF', 'a PDF file'))


def to_text(data):
    """Steps 1 and 2."""
    if len(data) > MAX_FILE:
        raise Refused('over 512 MB')
    if not data.replace(b'\xef\xbb\xbf', b'').strip(b' \t\r\n\v\f\0'):
        raise Refused('empty')
    for start, what in MAGIC:
        if data.startswith(start):
            raise Refused('this is ' + what)
    if data[:4] == b'RIFF' and data[8:12] == b'WEBP':
        raise Refused('this is a WebP picture')
    if data[4:8] == b'ftyp':
        raise Refused('this is a HEIC photo or a film')
    if data.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        raise Refused('UTF-32, not UTF-8')
    if data.startswith((b'\xff\xfe', b'\xfe\xff')):
        raise Refused('UTF-16, not UTF-8')
    if b'\0' in data[:4]:
        raise Refused('UTF-16 or UTF-32 without a mark, not UTF-8')
    return data.decode('utf-8', 'surrogateescape')


SPACE = re.compile(r'[ \t\n\r]*+')
EXPORTISH = re.compile(r'\{[ \t\n\r]*"(?:format|about|attachments|changes|contains|end|have|made|missing|part|'
                       r'records|since|version)"')
SECTION = re.compile(r'[}\]][ \t\n\r]*,[ \t\n\r]*(?="changes"[ \t\n\r]*:[ \t\n\r]*\[[ \t\n\r]*[{\]]'
                     r'|"attachments"[ \t\n\r]*:[ \t\n\r]*\[|"end"[ \t\n\r]*:[ \t\n\r]*\{)')
CHANGES_MARK = re.compile(r'"changes"[ \t\n\r]*:[ \t\n\r]*\[(?=[ \t\n\r]*(?:[{\]]|\Z))')
FORMAT = re.compile(r'"format"[ \t\n\r]*:[ \t\n\r]*"ayni-export"')
HEADER_END = re.compile(r'"(?:records|changes|attachments)"[ \t\n\r]*:')
VERSION = re.compile(r'"version"[ \t\n\r]*:[ \t\n\r]*([^ \t\n\r,}\]]*)')
CONTAINS = re.compile(r'"contains"[ \t\n\r]*:[ \t\n\r]*"([^"\\]*)"')
BEGINS = re.compile(r'\{[ \t\n\r]*"(?:at|by)"')
MARK = re.compile(r'"(' + '|'.join(MARKS) + r')"[ \t\n\r]*:')
INTEGER = re.compile(r'-?(?:0|[1-9][0-9]*)').fullmatch


class Reader:
    """One file: `changes` (accepted), `damaged` (texts), `notes`."""

    def __init__(self, data):
        self.text = to_text(data)
        self.scanner = Scanner()
        self.changes, self.damaged, self.notes = [], [], []
        self.headers = []                    # (version as written or None, contains or None)
        self.sealed = False
        self.parsed = []                     # (start, end, splits) of every object that parsed
        self.count = 0
        self.search()
        self.finish()

    # -- objects

    def put(self, value, fault, start, end, always):
        """4c-4e for one value. `always`: an element of `changes`, damaged if not valid (5a).
        True if it counts as a change or as a damaged one."""
        made = check(value, fault, end - start)
        if not isinstance(made, str):
            self.changes.append(made)
        elif always or isinstance(value, dict) and sum(mark in value for mark in MARKS) >= 2:
            self.damaged.append(self.text[start:end])
            self.notes.append('damaged (%s)' % made)
        else:
            return False
        self.count += 1
        if self.count > MAX_CHANGES:
            raise Refused('over 1,000,000 changes')
        return True

    def members(self, start):
        """An object at `start`, member by member: ([(key, value, start, elements)], end)."""
        text, scan, space = self.text, self.scanner.value, SPACE.match
        found, pos = [], space(text, start + 1).end()
        if text[pos:pos + 1] == '}':
            return found, pos + 1
        while True:
            if text[pos:pos + 1] != '"':
                raise ValueError
            key, pos, _ = scan(text, pos)
            pos = space(text, pos).end()
            if text[pos:pos + 1] != ':':
                raise ValueError
            begin = pos = space(text, pos + 1).end()
            elements, value, fault = None, None, None
            if text[pos:pos + 1] == '[' and key != 'records':
                elements, pos = [], space(text, pos + 1).end()
                if text[pos:pos + 1] == ']':
                    pos += 1
                else:
                    while True:
                        inner, end, wrong = scan(text, pos)
                        elements.append((inner, wrong, pos, end))
                        if len(elements) > MAX_CHANGES and key == 'changes':
                            raise Refused('over 1,000,000 changes')
                        pos = space(text, end).end()
                        step = text[pos:pos + 1]
                        if step == ']':
                            pos += 1
                            break
                        if step != ',':
                            raise ValueError
                        pos = space(text, pos + 1).end()
            else:
                value, pos, fault = scan(text, pos)
            found.append((key, value, fault, begin, pos, elements))
            pos = space(text, pos).end()
            step = text[pos:pos + 1]
            if step == '}':
                return found, pos + 1
            if step != ',':
                raise ValueError
            pos = space(text, pos + 1).end()

    @staticmethod
    def is_export(keys, form):
        """4b."""
        return 'id' not in keys and 'set' not in keys and (form == 'ayni-export' or 'changes' in keys)

    def export(self, found):
        """Step 5."""
        form = version = contains = None
        seen = set()
        for key, value, fault, start, end, elements in found:
            if key == 'changes':
                if elements is None:
                    self.put(value, fault, start, end, True)
                else:
                    for inner, wrong, begin, stop in elements:
                        self.put(inner, wrong, begin, stop, True)
            elif elements is not None:
                for inner, wrong, begin, stop in elements:
                    self.put(inner, wrong, begin, stop, False)
            elif key == 'format' and key not in seen:
                form = value
            elif key == 'version':
                written = self.text[start:end]
                if version is None or INTEGER(written) and big(written):
                    version = written
            elif key == 'contains' and key not in seen:
                contains = value
            elif key != 'records' and self.is_full(value, fault, start, end):
                self.put(value, fault, start, end, False)
            seen.add(key)
        if form == 'ayni-export':
            self.headers.append((version, contains))
        elif form == 'ayni-sealed':
            self.sealed = True

    @staticmethod
    def is_full(value, fault, start, end):
        """A change that proves itself; no stub."""
        made = check(value, fault, end - start)
        return not isinstance(made, str) and made.values is not None

    def member_of(self, start):
        """4a: the name of the member whose value begins at `start`, '' where it is no member's value."""
        text, at = self.text, start - 1
        while at >= 0 and text[at] in ' \t\n\r':
            at -= 1
        if at < 1 or text[at] != ':':
            return ''
        at -= 1
        while at >= 0 and text[at] in ' \t\n\r':
            at -= 1
        if at < 0 or text[at] != '"':
            return ''
        for known in ('changes', 'records'):
            if text.endswith('"' + known + '"', 0, at + 1):
                return known
        return '?'

    def goes_on(self, end, marks=',}'):
        """4a, 6: behind a value stands what goes on with the JSON around it."""
        at = SPACE.match(self.text, end).end()
        return at < len(self.text) and self.text[at] in marks

    def first_of_line(self, start):
        line = self.text.rfind('\n', 0, start) + 1
        return not self.text[line:start].strip(' \t\r>,[')

    def in_records_array(self, start):
        """Step 6: directly after `"records":[`."""
        text, at = self.text, start - 1
        while at >= 0 and text[at] in ' \t\n\r':
            at -= 1
        return at >= 0 and text[at] == '[' and self.member_of(at) == 'records'

    def search(self):
        """Steps 3, 4 and 6."""
        text, scan = self.text, self.scanner.value
        pos, closed, effort, known_open, guard = 0, 0, 0, set(), 0
        while True:
            start = text.find('{', pos)
            if start < 0:
                break
            if start in known_open:
                pos = start + 1
                if start >= guard and self.member_of(start) == 'records':
                    guard = self.records_end(start)
                continue
            found = value = fault = None
            try:
                if EXPORTISH.match(text, start):
                    found, end = self.members(start)
                    value = {member[0]: member[1] for member in found}
                else:
                    value, end, fault = scan(text, start)
                    if isinstance(value, dict) and ('format' in value or 'changes' in value):
                        found, end = self.members(start)
                parsed = True
            except ValueError as error:
                parsed = False
                where = getattr(error, 'pos', start)
                effort += where - start
                if isinstance(error, Broken):
                    known_open |= error.open
                elif effort > 4 * len(text) + 100_000:
                    effort = 0
                    try:
                        deep(text, start)
                    except Broken as broken:
                        known_open |= broken.open
                    except ValueError:
                        pass
            member = self.member_of(start)
            proves_itself = parsed and member not in ('', 'changes') and found is None and self.is_full(value, fault, start, end)
            if parsed and member not in ('', 'changes') and not proves_itself and not self.goes_on(end):
                parsed = False
            if not parsed:
                if start >= guard and (member == 'records' or self.in_records_array(start)):
                    guard = self.records_end(start)
                pos = start + 1
                continue
            if start >= guard and self.in_records_array(start):
                guard = self.records_end(start)
            pos = end
            splits = False
            if member not in ('', 'changes'):
                if proves_itself:
                    splits = self.put(value, fault, start, end, False)
            elif start < guard and not self.first_of_line(start):
                if found is None and self.is_full(value, fault, start, end):
                    splits = self.put(value, fault, start, end, False)
                    guard = end
                elif not self.goes_on(end, ',]}'):
                    pos = start + 1
                    continue
            elif found is not None and self.is_export(value, next((m[1] for m in found if m[0] == 'format'), None)):
                self.export(found)
                splits = True
            else:
                if isinstance(value, dict) and value.get('format') == 'ayni-sealed':
                    self.sealed = True
                if found is not None:            # began like an export and is none
                    value, end, fault = scan(text, start)
                splits = self.put(value, fault, start, end, False)
                if start < guard and splits and self.changes and self.changes[-1].values is not None \
                        and self.changes[-1].id == value.get('id'):
                    guard = end
            self.parsed.append((start, end, splits))
        self.leftovers()

    def records_end(self, start):
        match = SECTION.search(self.text, start)
        return match.end() if match else len(self.text)

    # -- what did not parse

    def leftovers(self):
        """Step 7 and the damaged texts."""
        text, ground = self.text, []
        stretch, last = [], 0                 # pieces (raw, as read)
        for start, end, splits in self.parsed + [(len(text), len(text), True)]:
            if start > last:
                stretch.append((text[last:start], None))
            if splits:
                self.broken(stretch)
                ground.extend(raw if seen is None else seen for raw, seen in stretch)
                ground.append('{}')
                stretch = []
            else:
                stretch.append((text[start:end], '{}'))
            last = end
        ground = ''.join(ground)
        match = FORMAT.search(ground)
        if match:
            stop = HEADER_END.search(ground, match.end(), match.end() + 4096)
            head = ground[match.end():stop.start() if stop else match.end() + 4096]
            version, contains = VERSION.search(head), CONTAINS.search(head)
            self.headers.append((version and version.group(1), contains and contains.group(1)))

    def broken(self, stretch):
        """The damaged texts of one stretch between objects that count."""
        lines, raw, read = [], [], []

        def close():
            if raw:
                lines.append((''.join(raw), ''.join(read)))
                raw.clear()
                read.clear()

        for piece, seen in stretch:
            if seen is not None:
                raw.append(piece)
                read.append(seen)
                continue
            at = 0
            cuts = sorted([m.end() for m in re.finditer('\n', piece)] +
                          [m.end() for m in CHANGES_MARK.finditer(piece)])
            for cut in cuts:
                raw.append(piece[at:cut])
                read.append(piece[at:cut])
                at = cut
                close()
            raw.append(piece[at:])
            read.append(piece[at:])
        close()

        held_raw, held_read = [], []

        def flush():
            if held_raw and looks('\n'.join(held_read)):
                self.lost('\n'.join(held_raw))
            held_raw.clear()
            held_read.clear()

        for whole_line, seen in lines:
            whole_line, seen = trim(whole_line), trim(seen)
            if not seen:
                continue
            if looks(seen):
                flush()
                self.lost(whole_line)
                continue
            if seen.startswith('{'):
                flush()
            held_raw.append(whole_line)
            held_read.append(seen)
        flush()

    def lost(self, text):
        self.damaged.append(text)
        self.notes.append('damaged (no JSON)')
        self.count += 1

    # -- the whole file

    def finish(self):
        """Steps 8 to 11."""
        for version, _ in self.headers:
            if version is not None and INTEGER(version) and big(version):
                raise Refused('written by version %s, newer than 1' % version[:40])
            if version != '1':
                self.notes.append('version missing or odd, read as 1')
        if not self.headers:
            if not any(change.values is not None for change in self.changes):
                raise Refused('sealed with a passphrase' if self.sealed else 'not an Ayni export')
            self.notes.append('no readable header')
        elif all(contains == 'records' for _, contains in self.headers):
            raise Refused('a copy for reading; nothing is merged')
        if self.count > MAX_CHANGES:
            raise Refused('over 1,000,000 changes')


def big(written):
    """An integer literal greater than 1, of any length."""
    return written[0] != '-' and written not in ('0', '1')


def trim(text):
    """The trimmed line (see DAMAGED TEXTS)."""
    return text.lstrip(' \t\r\n>,[\ufeff').rstrip(' \t\r\n,')


def looks(text):
    """A text that looks like a change (see DAMAGED TEXTS)."""
    return bool(BEGINS.match(text)) or len(set(MARK.findall(text))) >= 2


# ---------------------------------------------------------------- merge and view (section 3, section 6)

class Log:
    """The union of what was read (M1)."""

    def __init__(self):
        self.full, self.stubs, self.damaged = {}, {}, set()

    def add(self, reader):
        for change in reader.changes:
            if change.values is not None:
                self.full[change.id] = change
            else:
                self.stubs.setdefault(change.id, {})[stub_text(change)] = change
        for text in reader.damaged:
            self.damaged.add(text.encode('utf-8', 'surrogateescape'))

    def add_file(self, data):
        reader = Reader(data)
        self.add(reader)
        return reader

    def accepted(self):
        """M6 (R6, R7): what counts, by id: full changes, or stubs."""
        named = set()
        for change in self.full.values():
            if change.record.startswith('erasure/'):
                ids = change.values.get('changes')
                if isinstance(ids, list):
                    named.update(i for i in ids if isinstance(i, str))
        result = dict(self.full)
        for name in self.full.keys() & named:
            change = self.full[name]
            if change.record.startswith('erasure/'):
                continue
            stub = Change()
            stub.id, stub.record, stub.device, stub.seq = name, change.record, change.device, change.seq
            stub.over, stub.values, stub.seen, stub.tick = change.over, None, None, None
            texts = dict(self.stubs.get(name, {}))
            texts[stub_text(stub)] = stub
            result[name] = texts[min(texts)]
        for name, texts in self.stubs.items():
            if name not in self.full:
                result[name] = texts[min(texts)]
        return result

    def view(self):
        """Section 6."""
        accepted = self.accepted()
        places, records = {}, {}
        for change in accepted.values():
            places.setdefault((change.device, change.seq), []).append(change.id)
            records.setdefault(change.record, []).append(change)
        devices = {}
        for device in {device for device, _ in places}:                 # F4
            seq = 0
            while len(places.get((device, seq + 1), ())) == 1:
                seq += 1
            if seq:
                devices[device] = {'seq': seq, 'tip': places[device, seq][0]}
        forks = sorted([device, seq] for (device, seq), ids in places.items() if len(ids) > 1)   # M8
        return {'devices': devices, 'forks': forks, 'quarantined': len(self.damaged),
                'records': {record: record_view(changes) for record, changes in records.items()}}


def heads_of(changes):
    """M3: field -> heads (stubs among them)."""
    fields, replaced = {}, {}
    for change in changes:
        for field in (change.over if change.values is None else change.values):
            fields.setdefault(field, []).append(change)
        for field, ids in change.over.items():
            replaced.setdefault(field, set()).update(ids)
    nothing = set()
    return {field: [c for c in having if c.id not in replaced.get(field, nothing)]
            for field, having in fields.items()}


def record_view(changes):
    """M4, M5 and section 6 for one record."""
    fields, conflicts, trashed = {}, {}, False
    heads = {}
    for field, all_heads in heads_of(changes).items():
        valued = [c for c in all_heads if c.values is not None]
        if not valued:
            continue
        valued.sort(key=lambda c: (c.tick, c.id), reverse=True)
        heads[field] = valued
        groups = {}
        for change in valued:                                           # greatest (tick, id) first
            groups.setdefault(canonical(change.values[field]), []).append(change)
        if len(groups) > 1:
            conflicts[field] = [{'ids': sorted(c.id for c in group), 'value': group[0].values[field]}
                                for group in groups.values()]
        shown = valued[0].values[field]
        if field == 'trashed':
            trashed = shown is True
        elif shown is not None:
            fields[field] = shown
    binned = False
    if trashed:                                                         # M5
        known = set()
        for change in heads['trashed']:
            if change.values['trashed'] is True:
                known.add(change.id)
                known.update(change.seen or ())
        binned = all(c.id in known for valued in heads.values() for c in valued)
    return {'binned': binned, 'conflicts': conflicts, 'edited_after_binning': trashed and not binned,
            'fields': fields}


def main(paths):
    if not paths:
        print('usage: view.py FILE...', file=sys.stderr)
        return 2
    log, status = Log(), 0
    for path in paths:
        try:
            with open(path, 'rb') as file:
                data = file.read(MAX_FILE + 1)
            reader = log.add_file(data)
            for note in sorted(set(reader.notes)):
                print('%s: %s (%d)' % (path, note, reader.notes.count(note)), file=sys.stderr)
        except (Refused, OSError) as error:
            print('%s: refused: %s' % (path, error), file=sys.stderr)
            status = 3
    sys.stdout.buffer.write(canonical(log.view()).encode('utf-8') + b'\n')
    return status


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
