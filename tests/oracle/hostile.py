#!/usr/bin/env python3
"""Makes a corpus of hostile files, the same bytes each time.

    python3 hostile.py [DIR]            the small ones (up to 64 KB) and expected.json, default: tests/fixtures/hostile
    python3 hostile.py --large DIR      the large ones into DIR, with an expected.json of their own

expected.json: file -> {"exit", "quarantined", "view" (null where the file is refused), "why" (the rule)}.
What this script expects is written beside each case by hand: `e` exit status, `q` damaged texts, `r` the
records that must be there; making the corpus fails where view.py says otherwise.
"""

import base64
import hashlib
import json
import os
import sys

import generate
import view

DEV = 'k3v9q2m7x1'
CASES = []           # (name, data, exit, quarantined, records, why)


def change(record='visit/a', seq=1, device=DEV, fields=None, **more):
    """(id, line) of a valid change (or of one that is wrong only where `more` makes it so)."""
    made = {'at': '2026-11-24T08:11:22-05:00', 'by': {'device': device, 'seq': seq}, 'record': record, 'schema': 1,
            'set': {'title': record + ' %d' % seq} if fields is None else fields, 'tick': '%012x-0000' % seq}
    if seq > 1:
        made['prev'] = 'a' * 26
    made.update(more)
    for key in [key for key in made if made[key] is None and key != 'x']:
        del made[key]
    return generate.line_of(made)


def raw(line):
    """The right id for a change written by hand (canonical but for what is wrong in it); ID stands for the id."""
    without = line.replace('"id":"ID",', '')
    return line.replace('"ID"', '"%s"' % view.name_of(without.encode('utf-8', 'surrogatepass')))


def export(lines, head='"format":"ayni-export","version":1,\n', attachments=(), contains='everything', records='{}', end=None):
    ids = sorted(json.loads(line)['id'] for line in lines if line.startswith('{"at"') and '"id":' in line and ok(line))
    sha = hashlib.sha256(''.join(i + '\n' for i in ids).encode()).hexdigest()
    if end is None:
        end = '{"changes":%d,"attachments":%d,"sha256":"%s","records":"%s"}' % (
            len(ids), len(attachments), sha, hashlib.sha256(records.encode()).hexdigest())
    return ('{\n' + head + '"about":"x",\n"made":{"at":"2026-11-24T18:05:12-05:00","by":"Equipo","device":"%s","app":"0.1.0"},\n'
            '"contains":"%s",\n"have":{},\n"missing":[],\n"part":{"set":"9f3k2m","number":1,"of":1},\n"records":%s,\n' % (
                DEV, contains, records) +
            generate.section('changes', list(lines)) + ',\n' + generate.section('attachments', list(attachments)) +
            ',\n"end":' + end + '\n}\n')


def ok(line):
    try:
        json.loads(line)
        return True
    except (ValueError, RecursionError):
        return False


def case(name, data, e, q, r, why):
    if isinstance(data, str):
        data = data.encode('utf-8', 'surrogatepass')
    CASES.append((name, data, e, q, sorted(r), why))


def cases():
    id_a, a = change('visit/a')
    id_b, b = change('visit/b', 2, fields={'title': 'Caf\u00e9 \U0001f33d', 'observations': 'x'})
    id_c, c = change('visit/c', 3)
    good = export([a, b, c])
    abc = ['visit/a', 'visit/b', 'visit/c']
    data = good.encode()
    case('good', good, 0, 0, abc, 'F1')

    # cut off (I2)
    at_b = data.index(b.encode())
    at_c = data.index(c.encode())
    case('cut-in-format', data[:15], 3, 0, [], 'I2 no readable header, no change proves itself')
    case('cut-in-header', data[:120], 0, 0, [], 'I2 readable header, no change')
    case('cut-in-records', data[:data.index(b'"records"') + 11], 0, 0, [], 'I2')
    case('cut-in-second-change', data[:at_b + 90], 0, 1, ['visit/a'], 'I2 the rest is one damaged text')
    case('cut-inside-a-character', data[:data.index('\u00e9'.encode()) + 1], 0, 1, ['visit/a'], 'I2')
    case('cut-after-second-change', data[:at_c - 2], 0, 0, ['visit/a', 'visit/b'], 'I2')
    case('cut-in-third-after-at', data[:at_c + 6], 0, 1, ['visit/a', 'visit/b'], 'I2')
    case('cut-in-trailer', data[:-20], 0, 0, abc, 'I2 F5')
    case('cut-front-in-first-change', data[data.index(a.encode()) + 60:], 0, 1, ['visit/b', 'visit/c'], 'I2 no header, a change proves itself')
    case('cut-front-in-records', data[data.index(b'"records"') + 4:], 0, 0, abc, 'I2')
    case('cut-middle', data[:at_b + 90] + data[at_c + 110:], 0, 1, ['visit/a'], 'I2 what is left of two lines is one text')
    case('zero-filled-tail', data[:at_c + 30] + b'\0' * 500, 0, 1, ['visit/a', 'visit/b'], 'I2')

    # layout (I2)
    case('bom', b'\xef\xbb\xbf' + data, 0, 0, abc, 'I2 byte-order mark')
    case('two-boms', b'\xef\xbb\xbf\xef\xbb\xbf' + data, 0, 0, abc, 'I2 byte-order marks')
    case('crlf', data.replace(b'\n', b'\r\n'), 0, 0, abc, 'I2 CRLF')
    case('cr-only', data.replace(b'\n', b'\r'), 0, 0, abc, 'I2')
    case('indented', json.dumps(json.loads(good), indent=4), 0, 0, abc, 'I2 re-indented, R4 escapes')
    case('compact', json.dumps(json.loads(good), separators=(',', ':')), 0, 0, abc, 'I2')
    case('sorted-keys', json.dumps(json.loads(good), sort_keys=True), 0, 0, abc, 'I2 any order')
    case('indented-cut', json.dumps(json.loads(good), indent=2)[:-450], 0, 1, ['visit/a', 'visit/b'], 'I2')
    case('compact-lost-quote', json.dumps(json.loads(good), separators=(',', ':'), ensure_ascii=False).replace('"Caf', 'Caf'),
         0, 1, ['visit/a', 'visit/c'], 'I2 the change behind the lost quote is read')
    case('compact-lost-section', json.dumps(json.loads(good), separators=(',', ':')).replace('},"changes":[', '"chan', 1), 0, 0, abc,
         'I2 every undamaged change, though the section name is lost')
    case('section-name-damaged', good.replace('"changes":[', '"chznges":[', 1), 0, 0, abc, 'I2 every undamaged change')
    _, looks_like_a_file = change('visit/x', 1, 'zzzzzzzzzz', {'changes': [id_a], 'z': json.loads(b)})
    case('line-end-for-a-bracket', export([a, b.replace('"seq":2}', '"seq":2\n', 1), c]), 0, 1, ['visit/a', 'visit/c'],
         'I2 the two lines are one damaged text, because an object spans them')
    case('looks-like-a-file-in-damaged-records', json.dumps(json.loads(export([a], records='{"visit":[{"changes":["%s"],"id":"a"},{"id":"b","x":"!"}]}' % id_a)),
         indent=1).replace('"!"', '{0'), 0, 0, ['visit/a'], 'F2 4b it has an id')
    case('file-as-a-value-of-what-broke', export([a, looks_like_a_file.replace('"by"', '""y"', 1), c]), 0, 1, ['visit/a', 'visit/c'],
         '4a what is a value of something broken is never searched')
    case('maker-without-its-end', good.replace('"app":"0.1.0"}', '"app":"0.1.0"', 1), 0, 0, abc, 'I2 4a it may have swallowed what does not belong to it')
    case('records-without-their-end', export([a, b, c], records='{"visit":[{"id":"a","title":"x"}]', end='{}'), 0, 0, abc, 'I2 4a 6')
    case('half-a-character-in-a-name', good.replace('"version"', '"versio\\udf3dn"', 1), 0, 0, abc, 'I2 harms no change')
    case('attachments-are-no-list', good.replace('"attachments":[]', '"attachments":{}', 1), 0, 0, abc, 'I2')
    one_line = json.dumps(json.loads(good), separators=(',', ':'), ensure_ascii=False)
    about = one_line.index('"about":"') + 20
    case('text-without-its-end', one_line[:about] + one_line[one_line.index('"changes":[') + 9:], 0, 0, abc,
         'I2 a text that lost its end takes no change along')
    case('change-behind-another-name', json.dumps({'about': json.loads(a), 'format': 'ayni-export', 'version': 1, 'more': json.loads(b)}), 0, 0, ['visit/a', 'visit/b'],
         'I2 4a 5b a change proves itself')
    case('change-behind-another-name-broken', '{"about":' + a + ',\n"made":' + b + ',\n"x":' + c + '],"format":"ayni-export"}', 0, 0, abc, 'I2 4a')
    case('copy-takes-in-the-file', '"records":{' + good, 0, 0, abc, 'I2 6 what is not followed by a comma or bracket has taken in what is not its own')
    case('copy-takes-in-the-changes', export([a, b, c], records='{"visit":[{"id":"a","title":"x').replace('x,\n"changes":[', 'xes":['), 0, 0, abc, 'I2 6')
    case('section-name-of-another', good.replace('"missing":[],\n', '').replace('"changes":[', '"missing":[', 1), 0, 0, abc, 'I2 5b whatever list it stands in')
    case('section-name-splits-the-file', json.dumps(json.loads(good), indent=2, sort_keys=True).replace('"changes": [', '"ch:"0 0{"a:0nges": [', 1), 0, 0, abc,
         'I2 4b the inner object says by its format that it is a file')
    case('mail-around', 'From: x@example.org\r\nSubject: {Datos} [1\r\n\r\nHola "equipo {\r\n\r\n' + good + '\r\n--\r\nfooter } ] "\r\n', 0, 0, abc, 'I2 mail gateway')
    case('mail-quoted', ''.join('> ' + line + '\n' for line in good.split('\n')), 0, 0, abc, 'I2')
    case('lines-only', '\n'.join((a, b, c)) + '\n', 0, 0, abc, 'I2 changes prove themselves')
    case('one-line-only', a, 0, 0, ['visit/a'], 'I2')
    case('array-of-changes', '[' + ','.join((a, b, c)) + ']', 0, 0, abc, 'I2')
    case('two-exports-joined', export([a]) + export([b, c]), 0, 0, abc, 'I2 all sections found')
    case('changes-twice', good.replace('"attachments":[]', generate.section('changes', [a, c]) + ',\n"attachments":[]'), 0, 0, abc, 'I2 also twice')
    case('changes-first', '{' + generate.section('changes', [c, b]) + ',"format":"ayni-export","version":1,"end":{},' + generate.section('changes', [a]) + '}',
         0, 0, abc, 'I2 any order')
    case('changes-is-object', good.replace('"changes":[', '"changes":{"a":[').replace('],\n"attachments"', ']},\n"attachments"'), 0, 1, [],
         '5a a value that is not an array is one damaged text')
    case('changes-is-one-change', '{"format":"ayni-export","version":1,"changes":' + a + '}', 0, 0, ['visit/a'], '5a')
    case('changes-has-other-things', export([a, 'null', '1', '"' + 'x' * 9 + '"', '[]', '{}']), 0, 5, ['visit/a'], 'M2 I2 each is damaged')
    case('same-damage-twice', export([a, a.replace('visit/a 1', 'visit/a 2'), a.replace('visit/a 1', 'visit/a 2')]), 0, 1, ['visit/a'], 'section 6 distinct texts')
    case('changes-missing', '{"format":"ayni-export","version":1}', 0, 0, [], 'I2')
    case('trailer-missing', good[:good.index(',\n"end"')] + '\n}\n', 0, 0, abc, 'F5')
    case('trailer-wrong', export([a, b, c], end='{"changes":9,"attachments":4,"sha256":"00","records":7}'), 0, 0, abc, 'F5 warns, never rejects')

    # what is no export (I7), encodings (I2)
    case('empty', b'', 3, 0, [], 'I7 empty')
    case('white-space', b' \r\n\t\n', 3, 0, [], 'I7 empty')
    case('bom-only', b'\xef\xbb\xbf', 3, 0, [], 'I7 empty')
    case('nul-bytes', b'\0' * 64, 3, 0, [], 'I7')
    case('html', '<!DOCTYPE html><html><body>{"error":404}</body></html>', 3, 0, [], 'I7')
    case('plain-json', '{"type":"FeatureCollection","features":[{"id":1,"by":{},"set":{}}]}', 3, 0, [], 'I7')
    case('json-holds-a-change', '{"type":"x","data":{"inner":[' + a + ']}}', 3, 0, [], 'I7 an undamaged foreign object is not searched')
    case('json-null', 'null', 3, 0, [], 'I7')
    case('changelog', '{"changes":[{"version":"1.2"}]}', 3, 0, [], 'I7')
    case('jpeg', generate.jpeg(1), 3, 0, [], 'I7')
    case('jpeg-and-export', generate.jpeg(1) + data, 3, 0, [], 'I7 known by its content')
    case('png', generate.png(1), 3, 0, [], 'I7')
    case('webp', b'RIFF\x24\0\0\0WEBPVP8 ' + b'\0' * 24, 3, 0, [], 'I7')
    case('heic', b'\0\0\0\x18ftypheic\0\0\0\0mif1heic', 3, 0, [], 'I7')
    case('zip', b'PK\x03\x04\x14\0\0\0' + data, 3, 0, [], 'I7')
    case('pdf', b'%PDF-1.7\n' + data, 3, 0, [], 'I7')
    case('utf16-le-bom', b'\xff\xfe' + good.encode('utf-16-le'), 3, 0, [], 'I2 only UTF-8')
    case('utf16-be-bom', b'\xfe\xff' + good.encode('utf-16-be'), 3, 0, [], 'I2 only UTF-8')
    case('utf16-le', good.encode('utf-16-le'), 3, 0, [], 'I2 only UTF-8')
    case('utf16-be', good.encode('utf-16-be'), 3, 0, [], 'I2 only UTF-8')
    case('utf32', good.encode('utf-32'), 3, 0, [], 'I2 only UTF-8')
    case('latin1', good.replace('\U0001f33d', '').encode('latin-1'), 0, 1, ['visit/a', 'visit/c'], 'I2 a line that is not UTF-8 is damaged, the others are not')
    case('invalid-utf8-in-change', data.replace('\u00e9'.encode(), b'\xc3('), 0, 1, ['visit/a', 'visit/c'], 'I2 C1')
    case('utf8-surrogate-bytes', data.replace('\u00e9'.encode(), b'\xed\xa0\x80'), 0, 1, ['visit/a', 'visit/c'], 'I2 C1')
    case('overlong-utf8', data.replace(b'"visit/c 3"', b'"visit/c \xc0\xb3"'), 0, 1, ['visit/a', 'visit/b'], 'I2 C1')
    case('invalid-utf8-in-header', data.replace(b'Equipo', b'Equ\xff'), 0, 0, abc, 'I2 harms no change')

    # header (I2, I4, F3)
    for name, version, e in (('newer', '2', 3), ('far', '9' * 40, 3), ('text', '"1"', 0), ('text-two', '"2"', 0), ('zero', '0', 0),
                             ('negative', '-3', 0), ('fraction', '2.5', 0), ('null', 'null', 0), ('array', '[2]', 0), ('exponent', '1e400', 0)):
        case('version-' + name, export([a], '"format":"ayni-export","version":%s,\n' % version), e, 0, [] if e else ['visit/a'],
             'I4 newer' if e else 'I2 odd, read as 1')
    case('version-missing', export([a], '"format":"ayni-export",\n'), 0, 0, ['visit/a'], 'I2 missing, read as 1')
    case('version-newer-cut', export([a, b], '"format":"ayni-export","version":2,\n')[:-300], 3, 0, [], 'I4 also where damaged')
    case('version-in-a-damaged-change', good.replace('{"title":"visit/c 3"', '{"format":"x","version":2,"title":"visit/c 3', 1), 0, 1,
         ['visit/a', 'visit/b'], 'I4 is about the header only')
    case('format-missing', export([a], '"version":1,\n'), 0, 0, ['visit/a'], 'I2 a change proves itself')
    case('format-other', export([a.replace('visit/a 1', 'x')], '"format":"other","version":1,\n'), 3, 0, [], 'I7')
    case('stub-alone', '{"by":{"device":"%s","seq":1},"erased":true,"id":"%s","record":"visit/a"}' % (DEV, id_a), 3, 0, [], 'I2 a stub proves nothing')
    case('public-copy-with-changes', export([a, b], contains='records'), 3, 0, [], 'F3 merges nothing')
    case('records-edited', export([a], records='{"visit":[{"id":"a","title":"edited by hand"}]}', end='{"changes":1,"attachments":0,"sha256":"","records":"00"}'),
         0, 0, ['visit/a'], 'F2 ignored')
    stub_like = '{"by":{"device":"%s","seq":9},"erased":true,"id":"%s","record":"visit/z"}' % (DEV, 'b' * 26)
    case('records-hold-changes', export([a], records='{"visit":[%s,%s]}' % (b, stub_like)), 0, 0, ['visit/a'], 'F2 never read from records')
    case('records-hold-a-stub-and-cut', export([a], records='{"visit":[%s,%s]}' % (stub_like, stub_like))[:-150], 0, 0, ['visit/a'], 'F2 also in a cut file')
    case('records-damaged-hold-a-stub', export([a], records='{"visit":[{"id":"x","title":"y},%s]}' % stub_like), 0, 0, ['visit/a'], 'F2 step 6')
    case('deep-array-in-header', export([a], '"format":"ayni-export","version":1,"x":' + '[' * 3000 + ']' * 3000 + ',\n'), 0, 0, ['visit/a'], 'I3 harms no change')
    case('deep-object-in-header', export([a], '"format":"ayni-export","version":1,"x":' + '{"a":' * 3000 + '1' + '}' * 3000 + ',\n'), 0, 0, ['visit/a'], 'I3')
    case('header-doubled-keys', export([a], '"format":"ayni-export","format":"other","version":1,"version":1,\n'), 0, 0, ['visit/a'], 'I2')

    # a single wrong change between two right ones
    def wrong(name, line, why, q=1, more=()):
        case(name, export([a, line, c]), 0, q, ['visit/a', 'visit/c'] + list(more), why)

    def right(name, line, why, record='visit/x'):
        case(name, export([a, line, c]), 0, 0, ['visit/a', 'visit/c', record], why)

    def by_hand(fields='"title":"x"', before='', seq='1', schema='1', at='2026-11-24T08:11:22-05:00', record='visit/x',
                tick='000000000001-0000', device='zzzzzzzzzz'):
        return raw('{"at":"%s","by":{"device":"%s","seq":%s},"id":"ID",%s"record":"%s","schema":%s,"set":{%s},"tick":"%s"}' % (
            at, device, seq, before, record, schema, fields, tick))

    ids = ['%s' % view.name_of(b'%d' % n) for n in range(70)]
    right('by-hand', by_hand(), 'section 2')
    wrong('doubled-key-in-set', by_hand('"title":"x","title":"x"'), 'I3 C1')
    wrong('doubled-key-by-escape', by_hand('"title":"x","\\u0074itle":"y"'), 'I3 C1')
    wrong('doubled-key-in-value', by_hand('"title":{"a":1,"a":1}'), 'I3 C1')
    wrong('doubled-id', by_hand().replace('"id":', '"id":"%s","id":' % ids[0]), 'I3 C1')
    wrong('wrong-id', by_hand().replace('"title":"x"', '"title":"y"'), 'M2')
    wrong('id-of-another', by_hand().replace(json.loads(by_hand())['id'], id_a), 'M2')
    wrong('id-upper-case', by_hand().replace(json.loads(by_hand())['id'], json.loads(by_hand())['id'].upper()), 'section 2 id')
    wrong('id-missing', by_hand().replace('"id":"%s",' % json.loads(by_hand())['id'], ''), 'section 2 id')
    for name, number in (('fraction', '1.5'), ('whole-fraction', '1.0'), ('exponent', '1e2'), ('1e400', '1e400'), ('minus-zero', '-0'),
                         ('too-great', '9007199254740992'), ('too-small', '-9007199254740992'), ('huge', '1' * 5000)):
        wrong('number-' + name, by_hand('"title":' + number), 'C1')
    for name, number in (('leading-zero', '01'), ('plus', '+1'), ('nan', 'NaN'), ('infinity', '-Infinity'), ('hex', '0x10')):
        wrong('number-' + name, by_hand('"title":' + number), 'C1 no JSON')
    right('number-greatest', by_hand('"title":9007199254740991,"what":-9007199254740991,"zero":0'), 'C1')
    wrong('fraction-in-unknown-member', by_hand(before='"other":[0.5],'), 'C1 anywhere in a change')
    wrong('lone-surrogate', by_hand('"title":"\\ud800"'), 'C1 RFC 8785')
    wrong('lone-surrogate-low-first', by_hand('"title":"\\udc00\\ud800"'), 'C1 RFC 8785')
    wrong('lone-surrogate-in-key', by_hand('"title":{"\\udfff":1}'), 'C1 RFC 8785')
    right('escaped-pair', change('visit/x', 1, 'zzzzzzzzzz', {'title': '\U0001f33d\u00e9'})[1].replace('\U0001f33d', '\\uD83C\\udf3d').replace('\u00e9', '\\u00E9'),
          'C1 R4 the canonical form counts')
    right('keys-in-utf16-order', change('visit/x', 1, 'zzzzzzzzzz', {'title': {'\U00010000': 1, '\uffff': 2, '\ue000': 3}})[1], 'C1')
    wrong('raw-control-character', by_hand('"title":"a\tb"'), 'C1 no JSON')
    wrong('bad-escape', by_hand('"title":"a\\x41"'), 'C1 no JSON')
    wrong('comment', by_hand().replace('"record"', '/* x */"record"'), 'C1 no JSON')
    wrong('trailing-comma', by_hand().replace('"title":"x"', '"title":"x",'), 'C1 no JSON')
    wrong('single-quotes', by_hand().replace('"title":"x"', "'title':'x'"), 'C1 no JSON')
    wrong('lost-quote', by_hand('"title":"x","what":"y"').replace('"what":"y"', '"what":y"'), 'I2')
    wrong('lost-brace', by_hand().replace('"title":"x"}', '"title":"x"'), 'I2')
    wrong('over-empty', by_hand(before='"over":{},'), 'section 2 left out when empty (R1)')
    right('over-empty-list', by_hand(before='"over":{"title":[]},'), 'R1')
    wrong('over-other-field', by_hand(before='"over":{"what":["%s"]},' % ids[0]), 'section 2 over')
    wrong('over-unsorted', by_hand(before='"over":{"title":["%s","%s"]},' % tuple(sorted(ids[:2])[::-1])), 'section 2 over')
    wrong('over-doubled', by_hand(before='"over":{"title":["%s","%s"]},' % (ids[0], ids[0])), 'section 2 over')
    wrong('over-no-id', by_hand(before='"over":{"title":["x"]},'), 'section 2 over')
    wrong('over-no-list', by_hand(before='"over":{"title":"%s"},' % ids[0]), 'section 2 over')
    wrong('over-65', by_hand(before='"over":{"title":%s},' % json.dumps(sorted(ids)[:65]).replace(' ', '')), 'C4')
    right('over-64', by_hand(before='"over":{"title":%s},' % json.dumps(sorted(ids)[:64]).replace(' ', '')), 'C4')
    right('over-of-another-record', by_hand(before='"over":{"title":["%s"]},' % id_a), 'M3 no effect')
    wrong('seen-without-trashed', by_hand(before='').replace('"set"', '"seen":[],"set"'), 'section 2 seen')
    wrong('seen-unsorted', change('visit/x', 1, 'zzzzzzzzzz', {'trashed': True}, seen=sorted(ids[:3])[::-1])[1], 'section 2 seen')
    right('seen-empty', change('visit/x', 1, 'zzzzzzzzzz', {'trashed': True}, seen=[])[1], 'R2')
    wrong('fields-none', by_hand(''), 'section 2 set')
    right('fields-200', change('visit/x', 1, 'zzzzzzzzzz', {'f%d' % n: n for n in range(200)})[1], 'C4')
    wrong('fields-201', change('visit/x', 1, 'zzzzzzzzzz', {'f%d' % n: n for n in range(201)})[1], 'C4')
    wrong('field-id', by_hand('"id":"x"'), 'section 2 set never id')
    for name, field in (('upper', 'Title'), ('digit', '1a'), ('empty', ''), ('long', 'a' * 65), ('newline', 'a\\n'), ('proto', '__proto__')):
        wrong('field-' + name, by_hand('"%s":1' % field), 'section 2 set')
    right('field-long-enough', by_hand('"%s":1' % ('a' * 64)), 'section 2 set')
    right('free-keys', by_hand('"constructor":{"":2,"__proto__":1}'), 'C2')
    for name, record in (('no-slash', 'visit'), ('upper', 'Visit/x'), ('dots', 'visit/../x'), ('long-rid', 'visit/' + 'a' * 41),
                         ('long-kind', 'a' * 33 + '/x'), ('two-slashes', 'visit/x/y'), ('newline', 'visit/x\\n'), ('digit-kind', 'v1/x'), ('empty-rid', 'visit/')):
        wrong('record-' + name, by_hand(record=record), 'section 2 record')
    for name, at in (('no-offset', '2026-11-24T08:11:22'), ('feb-30', '2026-02-30T08:11:22Z'), ('hour-24', '2026-11-24T24:00:00Z'),
                     ('offset-24', '2026-11-24T08:11:22+24:00'), ('space', '2026-11-24 08:11:22Z'), ('date', '2026-11-24'), ('not-leap', '2100-02-29T00:00:00Z'),
                     ('offset-short', '2026-11-24T08:11:22+05'), ('dot', '2026-11-24T08:11:22.Z'), ('second-61', '2026-11-24T08:11:61Z')):
        wrong('at-' + name, by_hand(at=at), 'section 2 at')
    for name, at in (('leap-day', '2000-02-29T23:59:60Z'), ('small-letters', '2026-11-24t08:11:22z'), ('nanos', '2026-11-24T08:11:22.123456789012-00:00'),
                     ('year-0', '0000-02-29T00:00:00+23:59')):
        right('at-' + name, by_hand(at=at), 'section 2 at (R3)')
    for name, tick in (('upper', '00000000000A-0000'), ('short', '1-0'), ('number', '0000000000001-000')):
        wrong('tick-' + name, by_hand(tick=tick), 'section 2 tick')
    right('tick-far', by_hand(tick='ffffffffffff-ffff'), 'C5 nothing is rejected for its clock')
    for name, seq in (('zero', '0'), ('negative', '-1'), ('true', 'true'), ('text', '"1"'), ('null', 'null')):
        wrong('seq-' + name, by_hand(seq=seq), 'section 2 by')
    for name, schema in (('zero', '0'), ('text', '"1"'), ('true', 'true')):
        wrong('schema-' + name, by_hand(schema=schema), 'section 2 schema')
    right('schema-newer', by_hand(schema='4711'), 'M7')
    wrong('device-short', by_hand(device='zzz'), 'section 2 by')
    wrong('prev-with-seq-1', by_hand(before='"prev":"%s",' % ids[0]), 'section 2 prev')
    wrong('prev-missing', by_hand(seq='2'), 'section 2 prev')
    wrong('prev-no-id', by_hand(seq='2', before='"prev":"x",'), 'section 2 prev')
    right('seq-gap', by_hand(seq='9007199254740991', before='"prev":"%s",' % ids[0]), 'section 2')
    right('unknown-members', change('visit/x', 1, 'zzzzzzzzzz', location={'a': [None]}, erased=True, zz='\u2028')[1], 'C2')
    right('depth-16', by_hand('"title":' + '[' * 14 + ']' * 14), 'C4')
    wrong('depth-17', by_hand('"title":' + '[' * 15 + ']' * 15), 'C4')
    wrong('depth-17-unknown-member', change('visit/x', 1, 'zzzzzzzzzz', zz=json.loads('[' * 16 + ']' * 16))[1], 'C4')
    wrong('depth-2000', by_hand('"title":' + '{"a":' * 2000 + '1' + '}' * 2000), 'C4 I3 harms no other change')
    wrong('depth-2000-open', by_hand('"title":' + '{"a":' * 2000), 'C4 I3 I2')
    wrong('nested-change-in-damaged', by_hand('"title":[%s]' % b).replace('"schema":1,"set":{"title":[', '"schema":2,"set":{"title":['), 'M2 a parsed object is quarantined whole')
    right('change-as-value', change('visit/x', 1, 'zzzzzzzzzz', {'title': json.loads(b), 'changes': [json.loads(b)]})[1], 'C2 4 not searched inside')
    right('change-in-a-string', change('visit/x', 1, 'zzzzzzzzzz', {'observations': '\n' + b + ',\n' + export([b])})[1], '3 not searched inside')
    case('change-in-a-string-cut', export([a, change('visit/x', 1, 'zzzzzzzzzz', {'observations': '\n' + b + ',\n' + 'x' * 400})[1]])[:-600], 0, 1, ['visit/a'],
         '3 not even where the file is cut')
    case('stub-in-a-string-damaged', export([a, by_hand('"observations":"%s"' % stub_like.replace('"', '\\"')).replace('"schema":1', '"schema":')]), 0, 1,
         ['visit/a'], '3')

    # stubs, erasures, bin, forks (M5, M6, M8)
    def stub(name, record, seq, over=None, device=DEV):
        made = {'by': {'device': device, 'seq': seq}, 'erased': True, 'id': name, 'record': record}
        if over is not None:
            made['over'] = over
        return view.canonical(made)
    right('stub-without-erasure', stub(ids[0], 'visit/x', 1, device='zzzzzzzzzz'), 'M6 valid by its members')
    case('stub-gives-way', export([a, stub(id_a, 'visit/zz', 7)]), 0, 0, ['visit/a'], 'M6 the full change counts')
    case('stubs-differ', export([a, stub(ids[0], 'visit/x', 1, {'title': [ids[1]]}), stub(ids[0], 'visit/x', 1)]), 0, 0, ['visit/a', 'visit/x'], 'M6 least canonical form')
    for name, line in (('more-members', stub(ids[0], 'visit/x', 1)[:-1] + ',"why":1}'), ('erased-text', stub(ids[0], 'visit/x', 1).replace('true', '"true"')),
                       ('over-empty', stub(ids[0], 'visit/x', 1, {})), ('over-bad', stub(ids[0], 'visit/x', 1, {'title': ['x']})),
                       ('by-more', stub(ids[0], 'visit/x', 1).replace('"seq":1', '"seq":1,"x":2')), ('bad-id', stub('x', 'visit/x', 1)),
                       ('doubled', stub(ids[0], 'visit/x', 1).replace('"erased":true', '"erased":true,"erased":true')), ('seq-0', stub(ids[0], 'visit/x', 0))):
        wrong('stub-' + name, line, 'M6 nothing else')
    e1, erasure = change('erasure/e', 2, fields={'changes': [id_a, 'no id', 5, {}], 'reason': 'asked'})
    e2, erasure2 = change('erasure/f', 3, fields={'changes': [e1], 'reason': 'no'})
    case('erased', export([a, erasure]), 0, 0, ['erasure/e', 'visit/a'], 'M6')
    case('erasure-of-an-erasure', export([a, erasure, erasure2]), 0, 0, ['erasure/e', 'erasure/f', 'visit/a'], 'M6 an erasure can not be erased')
    case('erasure-stub-and-full', export([a, erasure, erasure2, stub(e1, 'erasure/e', 2)]), 0, 0, ['erasure/e', 'erasure/f', 'visit/a'], 'M6')
    _, over_e = change('erasure/e', 3, fields={'changes': [], 'trashed': True}, over={'changes': [e1]}, seen=[e1])
    case('erasure-replaced', export([a, erasure, over_e]), 0, 0, ['erasure/e', 'visit/a'], 'M6 whatever later becomes of its record')
    case('erasure-not-a-list', export([a, change('erasure/e', 2, fields={'changes': id_a})[1]]), 0, 0, ['erasure/e', 'visit/a'], 'M6 no effect')
    case('erasure-kind-only', export([a, change('erasures/e', 2, fields={'changes': [id_a]})[1]]), 0, 0, ['erasures/e', 'visit/a'], 'M6 only the kind erasure')
    case('erasure-names-itself', export([a, erasure.replace('"no id"', '"%s"' % e1)]), 0, 1, ['visit/a'], 'M2')
    case('erased-least-stub', export([a, erasure, stub(id_a, 'visit/b', 1), stub(id_a, 'visit/a', 1, {'title': [ids[3]]})]), 0, 0,
         ['erasure/e', 'visit/a'], 'M6 R7')
    _, twin = change('visit/b', 1, fields={'title': 'twin'})
    case('fork-at-1', export([a, twin, c]), 0, 0, abc, 'M8 F4')
    case('fork-at-2', export([a, b, change('visit/a', 2)[1], c]), 0, 0, abc, 'M8 F4')
    case('without-seq-1', export([b, c]), 0, 0, ['visit/b', 'visit/c'], 'F4 left out')
    t1, bin1 = change('visit/a', 2, fields={'trashed': True}, seen=[id_a])
    _, after = change('visit/a', 1, 'p0aab3c4d5', {'title': 'later'}, over={'title': [id_a]})
    case('binned', export([a, bin1]), 0, 0, ['visit/a'], 'M5')
    case('edited-after-binning', export([a, bin1, after]), 0, 0, ['visit/a'], 'M5')
    case('trashed-as-text', export([a, change('visit/a', 2, fields={'trashed': 'true'}, seen=[id_a])[1]]), 0, 0, ['visit/a'], 'M5 only true')
    case('true-and-1', export([change('visit/a', 1, fields={'title': 1})[1], change('visit/a', 1, 'p0aab3c4d5', {'title': True})[1]]), 0, 0, ['visit/a'], 'M4 not equal')
    case('null-and-value', export([a, change('visit/a', 1, 'p0aab3c4d5', {'title': None})[1]]), 0, 0, ['visit/a'], 'M4 R9')

    # attachments (I6): never a matter for the view
    photo = generate.png(3)
    sha = hashlib.sha256(photo).hexdigest()
    text = base64.b64encode(photo).decode()

    def attached(name, **more):
        made = {'sha256': sha, 'type': 'image/png', 'bytes': len(photo), 'data': text}
        made.update(more)
        case('attachment-' + name, export([a, change('photo/p', 2, fields={'attachment': sha})[1]], attachments=[json.dumps(made)]), 0, 0,
             ['photo/p', 'visit/a'], 'I6')
    attached('good')
    attached('bad-base64', data=text[:-3] + '*==')
    attached('loose-base64', data=text[:20] + '\n' + text[20:])
    attached('wrong-hash', sha256='0' * 64)
    attached('wrong-bytes', bytes=1)
    attached('huge-bytes', bytes=10 ** 12)
    attached('lying-type', type='image/jpeg')
    attached('html-type', type='text/html', data=base64.b64encode(b'<script>').decode())
    attached('looks-like-a-path', sha256='../../etc/passwd')
    case('attachments-hold-a-change', export([a], attachments=[b]), 0, 0, ['visit/a', 'visit/b'], 'I2 every undamaged change')
    case('attachments-cut', export([a], attachments=[json.dumps({'bytes': 9, 'data': text})])[:-200], 0, 0, ['visit/a'], 'I2')

    # sealed (section 7): the view has no passphrase
    for name, rounds in (('plain', 600000), ('few-iterations', 1), ('many-iterations', 10 ** 12), ('text-iterations', '600000')):
        case('sealed-' + name, view.canonical({'cipher': {'name': 'AES-256-GCM', 'nonce': 'AAAAAAAAAAAAAAAA'}, 'data': 'AAAA' * 20, 'format': 'ayni-sealed',
             'kdf': {'iterations': rounds, 'name': 'PBKDF2-HMAC-SHA-256', 'salt': 'AAAAAAAAAAAAAAAAAAAAAA=='}, 'version': 1}), 3, 0, [], 'S1 S3')

        if name == 'plain':
            case('sealed-beside-an-export', CASES[-1][1].decode() + '\n' + good, 0, 0, abc, 'I2 all that can be read is read')

    # large ones
    case('large-string-64k', export([a, change('visit/x', 1, 'zzzzzzzzzz', {'title': '\u00e9' * 32768})[1]]), 0, 0, ['visit/a', 'visit/x'], 'C4')
    case('large-string-64k-and-1', export([a, change('visit/x', 1, 'zzzzzzzzzz', {'title': '\u00e9' * 32768 + 'a'})[1]]), 0, 1, ['visit/a'], 'C4')
    case('large-key', export([a, change('visit/x', 1, 'zzzzzzzzzz', {'title': {'k' * 65537: 1}})[1]]), 0, 1, ['visit/a'], 'C4 R5')
    size = len(change('visit/x', 1, 'zzzzzzzzzz', {'f%d' % n: 'a' * 60000 for n in range(4)} | {'g': ''})[1])
    for extra, q in ((0, 0), (1, 1)):
        case('large-line-256k%s' % ('-and-1' if extra else ''), export([a, change('visit/x', 1, 'zzzzzzzzzz', {'f%d' % n: 'a' * 60000 for n in range(4)} |
             {'g': 'b' * (262144 - size + extra)})[1]]), 0, q, ['visit/a'] + ['visit/x'] * (1 - q), 'C4 a line of %d bytes' % (262144 + extra))
    case('large-line-by-white-space', export([a, b.replace(',"record"', ',' + ' ' * 300000 + '"record"')]), 0, 0, ['visit/a', 'visit/b'], 'C4 R4')
    case('large-depth-100000', export([a, by_hand('"title":' + '[' * 100000 + ']' * 100000), c]), 0, 1, ['visit/a', 'visit/c'], 'I3')
    case('large-depth-100000-objects', export([a, by_hand('"title":' + '{"a":' * 100000 + '1' + '}' * 100000), c]), 0, 1, ['visit/a', 'visit/c'], 'I3')
    case('large-depth-100000-open', export([a, by_hand('"title":' + '{"a":' * 100000), c]), 0, 1, ['visit/a', 'visit/c'], 'I3 I2')
    case('large-brackets-only', '[' * 1000000, 3, 0, [], 'I7')
    case('large-braces-only', '{' * 1000000, 3, 0, [], 'I7')
    case('large-header-depth', export([a], '"format":"ayni-export","version":1,"x":' + '[' * 100000 + ']' * 100000 + ',\n'), 0, 0, ['visit/a'], 'I3')
    case('large-open-strings', export([a]) + '{"a":"' * 200000, 0, 0, ['visit/a'], 'I2')
    case('large-mail-text', 'Hola {"a": [\n' * 50000 + good, 0, 0, abc, 'I2')
    case('large-white-space', ' \n' * 200000 + good, 0, 0, abc, 'I2')


def write(folder, large):
    os.makedirs(folder, exist_ok=True)
    expected, names, wrong = {}, set(), 0
    for name, data, status, damaged, records, why in CASES:
        if name in names:
            raise AssertionError('twice: ' + name)
        names.add(name)
        if (len(data) > 65536) != large:
            continue
        log, seen, got, reason = view.Log(), None, 0, ''
        try:
            log.add_file(data)
            seen = log.view()
        except view.Refused as error:
            got, reason = 3, str(error)
        found = (got, len(log.damaged), sorted(seen['records']) if seen else [])
        if found != (status, damaged, records):
            wrong += 1
            print('%s: expected %s, view.py says %s %s' % (name, (status, damaged, records), found, reason), file=sys.stderr)
        with open(os.path.join(folder, name + '.json'), 'wb') as file:
            file.write(data)
        expected[name + '.json'] = {'exit': got, 'quarantined': len(log.damaged), 'view': seen, 'why': why}
    with open(os.path.join(folder, 'expected.json'), 'w', encoding='utf-8') as file:
        file.write('{\n' + ',\n'.join('%s:%s' % (json.dumps(name), json.dumps(entry, sort_keys=True)) for name, entry in sorted(expected.items())) + '\n}\n')
    print('%d files' % len(expected))
    return 1 if wrong else 0


def main(argv):
    cases()
    if argv[:1] == ['--large']:
        return write(argv[1], True)
    here = os.path.dirname(os.path.abspath(__file__))
    return write(argv[0] if argv else os.path.join(here, os.pardir, 'fixtures', 'hostile'), False)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
