#!/usr/bin/env python3
"""Makes exports of simulated devices, to compare two programs by what they read out of them.

    python3 generate.py SEED OUTDIR [--devices N] [--steps N]

Devices save, clash, write equal values apart, bin, edit what another has binned, restore, erase, are cloned
(M8), write unknown kinds and members (C2), newer schemas (M7), odd text (C1) and far clocks (C5), and hand
each other parts of what they hold (M1). Then export files of section 4 are written, whole ones and some
mutilated in the ways of I2. The same seed gives the same bytes. One line of JSON on standard output counts
what was made.
"""

import argparse
import base64
import hashlib
import json
import os
import random
import struct
import sys
import zlib

import view

KINDS = ('visit', 'session', 'place', 'agreement', 'course')
TEXT_FIELDS = ('title', 'observations', 'remarks', 'municipality', 'what')
ODD = (
    'Visita \U0001f33d\U0001f468\u200d\U0001f33e', 'line\u2028para\u2029end', 'cafe\u0301 frente a caf\u00e9', '\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0627\u0644',
    'tab\t lf\n cr\r bs\b ff\f nul\0 esc\x1b del\x7f', 'back\\slash "quote" /solidus/', '\ufeffmark \ufffd \uffff',
    '<script>alert(1)</script> & </textarea>', '=1+2|cmd', '{"at":"2026-01-01T00:00:00Z","by":{', '{', '}],"changes":[',
    '"records":{', '\U0010ffff\ue000\uffff', '', ' ', '\n', '[{"format":"ayni-export","version":2}]')
ODD_KEYS = ('\U0001f33d', '\uffe5', '\ue000', 'z', 'Z', '\u00e9', 'e\u0301', '', 'a b', '\U00010000', '\x7f', '\t')
COUNTED = ('changes', 'conflicts', 'equal_values', 'binned', 'edited_after_binning', 'restored', 'erasures', 'stubs',
           'forks', 'unknown_kinds', 'unknown_members', 'newer_schemas', 'far_clocks', 'odd_texts',
           'gaps', 'damaged_lines', 'attachments', 'files', 'mutilated')


def jpeg(number):
    """A 1 x 1 grey JPEG, made unlike others by a comment."""
    def segment(mark, body):
        return b'\xff' + bytes([mark]) + struct.pack('>H', len(body) + 2) + body
    dc = bytes([0, 1] + [0] * 14) + b'\0'
    ac = bytes([0, 1] + [0] * 14) + b'\0'
    return (b'\xff\xd8' + segment(0xe0, b'JFIF\0\1\1\0\0\1\0\1\0\0') + segment(0xfe, b'photo %d' % number) +
            segment(0xdb, b'\0' + b'\x10' * 64) + segment(0xc0, b'\x08\0\1\0\1\1\1\x11\0') +
            segment(0xc4, b'\0' + dc) + segment(0xc4, b'\x10' + ac) +
            segment(0xda, b'\1\1\0\0\x3f\0') + b'\x3f' + b'\xff\xd9')


def png(number):
    """A 1 x 1 PNG, made unlike others by its grey."""
    def chunk(name, body):
        return struct.pack('>I', len(body)) + name + body + struct.pack('>I', zlib.crc32(name + body))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b'tEXt', b'Comment\0%d' % number) +
            chunk(b'IDAT', zlib.compress(bytes([0, number % 256]))) + chunk(b'IEND', b''))


def token(rng, length, letters='abcdefghijklmnopqrstuvwxyz0123456789'):
    return ''.join(rng.choice(letters) for _ in range(length))


def line_of(change):
    """C3: a change with its id, canonical."""
    name = view.name_of(view.canonical(change).encode('utf-8'))
    return name, view.canonical(dict(change, id=name))


def read_line(line):
    value, end, fault = view.Scanner().value(line, 0)
    made = view.check(value, fault, len(line))
    if isinstance(made, str):
        raise AssertionError('made a line that is not valid (%s): %s' % (made, line[:300]))
    return made


class Device:
    """One copy of the app: the lines it holds."""

    def __init__(self, rng, world):
        self.rng, self.world = rng, world
        self.id = token(rng, 10)
        self.seq, self.prev = 0, None
        self.lines, self.log = {}, view.Log()
        self.photos = {}
        self.clock = rng.randrange(-3600_000, 3600_000)
        self.last_tick = (0, 0)

    def take(self, name, line):
        """Merge one line (M1)."""
        if line in self.lines.setdefault(name, {}):
            return
        self.lines[name][line] = True
        made = read_line(line)
        if made.values is None:
            self.log.stubs.setdefault(name, {})[line] = made
        else:
            self.log.full[name] = made

    def held(self):
        """The lines as stored and exported: stubs where erased (M6)."""
        result = []
        for name, change in self.log.accepted().items():
            if change.values is None:
                result.append((name, view.stub_text(change)))
            else:
                result.extend((name, line) for line in self.lines[name] if '"set":' in line)
        return sorted(set(result))

    def records(self):
        found = {}
        for change in self.log.accepted().values():
            found.setdefault(change.record, []).append(change)
        return found

    def tick(self):
        """C5, roughly: strictly increasing."""
        now = self.world.now + self.clock
        if self.world.far and self.rng.random() < 0.1:
            now += self.rng.choice((-10 ** 11, 10 ** 11, 4 * 10 ** 12))
            self.world.count['far_clocks'] += 1
        now = max(0, now)
        last, counter = self.last_tick
        self.last_tick = (now, 0) if now > last else (last, counter + 1) if counter < 0xffff else (last + 1, 0)
        return '%012x-%04x' % self.last_tick

    def save(self, record, fields, over=None, seen=None, **more):
        self.seq += 1
        rng, count = self.rng, self.world.count
        change = {'at': '2026-%02d-%02dT%02d:%02d:%02d%s' % (
            rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(24), rng.randrange(60), rng.randrange(60),
            rng.choice(('-05:00', '-04:00', 'Z', '.123+05:45', '-00:00'))),
            'by': {'device': self.id, 'seq': self.seq}, 'record': record, 'schema': 1, 'set': fields, 'tick': self.tick()}
        if self.prev:
            change['prev'] = self.prev
        if over:
            change['over'] = over
        if seen is not None:
            change['seen'] = seen
        if rng.random() < 0.06:
            change['schema'] = rng.choice((2, 7, 2 ** 53 - 1))
            count['newer_schemas'] += 1
        if rng.random() < 0.08:
            change[rng.choice(ODD_KEYS + ('why', 'location', 'erased'))] = odd_value(rng, 2)
            if rng.random() < 0.5:
                change['by'][rng.choice(ODD_KEYS)] = odd_value(rng, 1)
            count['unknown_members'] += 1
        change.update(more)
        name, line = line_of(change)
        self.prev = name
        self.take(name, line)
        count['changes'] += 1
        return name


def odd_value(rng, depth):
    """Any value C1 allows."""
    pick = rng.randrange(8 if depth else 6)
    if pick == 0:
        return rng.choice(ODD)
    if pick == 1:
        return rng.choice((0, -1, 2 ** 53 - 1, 1 - 2 ** 53, -78123456, 30, 32))
    if pick == 2:
        return rng.choice((True, False, None))
    if pick < 6:
        return rng.choice(('a', 'b', 'Planta de caf\u00e9\u2026')) + rng.choice(('', ' 1', '\n2'))
    if pick == 6:
        return [odd_value(rng, depth - 1) for _ in range(rng.randrange(4))]
    return {rng.choice(ODD_KEYS): odd_value(rng, depth - 1) for _ in range(rng.randrange(5))}


class World:
    def __init__(self, seed, devices, steps):
        self.rng = rng = random.Random(seed)
        self.now = 1_795_000_000_000
        self.far = rng.random() < 0.6
        self.count = dict.fromkeys(COUNTED, 0)
        self.rids = ['%s/%s' % (rng.choice(KINDS), token(rng, rng.choice((1, 6, 40)), 'abcdef0123456789-'))
                     for _ in range(rng.randrange(2, 6))]
        self.devices = [Device(rng, self) for _ in range(devices)]
        self.photo = 0
        for _ in range(steps):
            self.now += rng.randrange(1, 100_000)
            self.step(rng.choice(self.devices))

    def step(self, device):
        rng, count = self.rng, self.count
        records = device.records()
        action = rng.random()
        if action < 0.42:
            self.edit(device, records)
        elif action < 0.52:
            self.bin(device, records)
        elif action < 0.57:
            self.erase(device, records)
        elif action < 0.60 and len(self.devices) < 8:
            self.clone(device)
        elif action < 0.64:
            kind = rng.choice(('future_kind', 'x', 'agenda_', 'a' * 32))
            device.save('%s/%s' % (kind, rng.choice('abc')), {'z9_': odd_value(rng, 3), 'changes': [device.prev]})
            count['unknown_kinds'] += 1
        elif action < 0.68:
            self.photograph(device)
        elif action < 0.70 and device.lines:
            self.spoof(device)
        else:
            self.exchange(device)

    def edit(self, device, records):
        rng = self.rng
        record = rng.choice(self.rids)
        heads = view.heads_of(records.get(record, []))
        fields, over = {}, {}
        for field in rng.sample(TEXT_FIELDS, rng.randrange(1, 4)):
            if rng.random() < 0.2:
                value = odd_value(rng, 3)
                self.count['odd_texts'] += 1
            elif rng.random() < 0.1:
                value = None
            else:
                value = rng.choice(('uno', 'dos', 30, 32, ['a', {'count': 1, 'age': 'b'}], {'count': 2, 'age': 'c'}, True, 1))
            fields[field] = value
            ids = sorted(c.id for c in heads.get(field, ()))
            if ids and rng.random() < 0.85:
                over[field] = ids[:rng.choice((64, 64, 1))]
            elif rng.random() < 0.03:
                over[field] = [token(rng, 26, 'abcdefghijklmnopqrstuvwxyz234567')]
        if heads.get('trashed') and rng.random() < 0.15:
            fields['trashed'] = False
            over['trashed'] = sorted(c.id for c in heads['trashed'])
            self.count['restored'] += 1
        device.save(record, fields, over)

    def bin(self, device, records):
        rng = self.rng
        if not records:
            return
        record = rng.choice(sorted(records))
        heads = view.heads_of(records[record])
        seen = sorted({c.id for having in heads.values() for c in having})
        over = {'trashed': sorted(c.id for c in heads['trashed'])} if heads.get('trashed') else None
        if rng.random() < 0.15:
            seen = None if rng.random() < 0.5 else seen[:1]
        device.save(record, {'trashed': rng.choice((True, True, True, True, True, 'true', 1))}, over, seen)

    def erase(self, device, records):
        rng = self.rng
        if not records:
            return
        record = rng.choice(sorted(records))
        ids = [c.id for c in records[record]]
        ids = sorted(rng.sample(ids, rng.randrange(1, min(4, len(ids)) + 1)))
        if rng.random() < 0.2:
            ids += [7, 'no id', {'a': 1}, token(rng, 26, 'abcdefghijklmnopqrstuvwxyz234567')]
        device.save('erasure/' + token(rng, 8), {'changes': ids, 'reason': rng.choice(('asked', '\u2028'))})
        self.count['erasures'] += 1

    def clone(self, device):
        """M8: a copied phone goes on with the same id."""
        twin = Device(self.rng, self)
        twin.id, twin.seq, twin.prev, twin.last_tick = device.id, device.seq, device.prev, device.last_tick
        for name, lines in device.lines.items():
            for line in lines:
                twin.take(name, line)
        twin.photos = dict(device.photos)
        self.devices.append(twin)

    def photograph(self, device):
        self.photo += 1
        data = (jpeg if self.photo % 2 else png)(self.photo)
        name = hashlib.sha256(data).hexdigest()
        device.photos[name] = data
        device.save('photo/' + token(self.rng, 8), {'attachment': name, 'of': self.rids[0], 'consent': 'given'})

    def spoof(self, device):
        """M6: a stub that no erasure names, or one that differs from the true one."""
        rng = self.rng
        name = rng.choice(sorted(device.lines))
        made = read_line(sorted(device.lines[name])[0])
        stub = {'by': {'device': made.device, 'seq': made.seq}, 'erased': True, 'id': name, 'record': made.record}
        if made.over and rng.random() < 0.5:
            stub['over'] = made.over
        if rng.random() < 0.3:
            stub['by']['seq'] += 100
        if rng.random() < 0.3:
            stub['over'] = {'title': [name], 'observations': []}
        other = rng.choice(self.devices)
        other.take(name, view.canonical(stub))

    def exchange(self, device):
        rng = self.rng
        other = rng.choice(self.devices)
        lines = device.held()
        if rng.random() < 0.5:
            lines = [line for line in lines if rng.random() < 0.6]
        for name, line in lines:
            other.take(name, line)
        for name, data in device.photos.items():
            if rng.random() < 0.7:
                other.photos[name] = data

    # -- files

    def export(self, device, lines=None, contains='everything'):
        """The lines of a file of section 4: (head, change lines, attachment lines, tail)."""
        rng, canonical = self.rng, view.canonical
        seen = device.log.view()
        lines = device.held() if lines is None else lines
        plain = {}
        for record, state in seen['records'].items():
            if not state['binned']:
                kind, rid = record.split('/')
                plain.setdefault(kind, []).append(dict(state['fields'], id=rid))
        named = sorted({c.values['attachment'] for c in device.log.accepted().values()
                        if c.values and isinstance(c.values.get('attachment'), str)})
        missing = [name for name in named if name not in device.photos]
        attachments = []
        for name in named:
            if name in device.photos:
                data = device.photos[name]
                attachments.append(canonical({
                    'bytes': len(data), 'data': base64.b64encode(data).decode(), 'sha256': name,
                    'type': 'image/jpeg' if data[:2] == b'\xff\xd8' else 'image/png'}))
        self.count['attachments'] += len(attachments)
        head = ['"format":"ayni-export","version":1,',
                '"about":"Field-visit records. \'records\' is for people and spreadsheets; \'changes\' is what programs merge.",',
                '"made":' + canonical({'at': '2026-11-24T18:05:12-05:00', 'by': rng.choice(('Equipo Intag', 'Equipo "la" \u00f1')),
                                       'device': device.id, 'app': '0.1.0'}) + ',',
                '"contains":"%s",' % contains]
        if contains == 'new':
            head.append('"since":%s,' % canonical({}))
        head += ['"have":%s,' % canonical(seen['devices']), '"missing":%s,' % canonical(missing),
                 '"part":{"set":"%s","number":1,"of":1},' % token(rng, 6), '"records":%s,' % canonical(plain)]
        ids = ''.join(name + '\n' for name in sorted(name for name, _ in lines))
        hashes = ''.join(json.loads(a)['sha256'] + '\n' for a in attachments)
        end = '"end":' + canonical({'changes': len(lines), 'attachments': len(attachments),
                                    'sha256': hashlib.sha256((ids + hashes).encode()).hexdigest(),
                                    'records': hashlib.sha256(canonical(plain).encode()).hexdigest()})
        return head, [line for _, line in lines], attachments, end


def section(name, lines):
    return '"%s":[' % name + ('\n' + ',\n'.join(lines) + '\n' if lines else '') + ']'


def file_text(head, lines, attachments, end):
    return '{\n' + '\n'.join(head) + '\n' + section('changes', lines) + ',\n' + section('attachments', attachments) + \
        ',\n' + end + '\n}\n'


def mutilate(world, parts):
    """One file, harmed in one of the ways of I2: (name, bytes)."""
    rng, count = world.rng, world.count
    head, lines, attachments, end = parts
    text = file_text(*parts)
    data = text.encode('utf-8')
    way = rng.randrange(20)
    count['mutilated'] += 1

    def harm(index, new):
        changed = list(lines)
        changed[index] = new
        count['damaged_lines'] += 1
        return file_text(head, changed, attachments, end).encode('utf-8')

    if way == 0:
        count['damaged_lines'] += 1
        return 'cut', data[:rng.randrange(len(data))]
    if way == 1:
        return 'bom', b'\xef\xbb\xbf' + data
    if way == 2:
        return 'crlf', data.replace(b'\n', b'\r\n')
    if way == 3:
        return 'indented', json.dumps(json.loads(text), ensure_ascii=False, indent=rng.choice((1, 2, '\t'))).encode()
    if way == 4:
        return 'mail', ('From: a@example.org\r\nSubject: {Ayni} "datos" [1\r\n\r\nHola: aqu\u00ed van {los} "datos\r\n\r\n' + text +
                        '\r\n-- \r\nList "footer" {unsubscribe}: https://example.org/?a={b}\r\n').encode()
    if way == 5:
        half = len(lines) // 2
        return 'twice', ('{\n' + section('attachments', attachments) + ',\n' + section('changes', lines[half:]) + ',\n' + end +
                         ',\n' + '\n'.join(head) + '\n' + section('changes', lines) + '\n}\n').encode()
    if way in (6, 7, 8) and lines:
        index = rng.randrange(len(lines))
        raw = bytearray(lines[index].encode('utf-8'))
        at = rng.randrange(len(raw))
        raw[at] = rng.choice((raw[at] ^ 1, raw[at] ^ 0x80, 0x22, 0x7b, 0x7d, 0x0a, 0x00, 0x20, 0x5c, 0xff))
        count['damaged_lines'] += 1
        joined = b',\n'.join([line.encode() for line in lines[:index]] + [bytes(raw)] +
                             [line.encode() for line in lines[index + 1:]])
        return 'byte', ('{\n' + '\n'.join(head) + '\n"changes":[\n').encode() + joined + \
            ('\n],\n' + section('attachments', attachments) + ',\n' + end + '\n}\n').encode()
    if way == 9 and lines:
        index = rng.randrange(len(lines))
        return 'doubled-key', harm(index, lines[index].replace('"record":', '"record":"visit/zz","record":', 1))
    if way == 10 and lines:
        index = rng.randrange(len(lines))
        return 'fraction', harm(index, lines[index].replace('"seq":', '"seq":0.5,"sequ":', 1))
    if way == 11:
        return 'no-trailer', text[:text.index(',\n"end":')].encode() + rng.choice((b'\n}\n', b'', b'\n'))
    if way == 12:
        return 'compact', json.dumps(json.loads(text), ensure_ascii=rng.random() < 0.5, separators=(',', ':')).encode()
    if way == 13:
        whole = json.dumps(json.loads(text), ensure_ascii=False, separators=(',', ':')).encode()
        count['damaged_lines'] += 1
        return 'compact-cut', whole[:rng.randrange(len(whole))]
    if way == 14:
        count['damaged_lines'] += 1
        pretty = json.dumps(json.loads(text), ensure_ascii=False, indent=1).encode()
        at = rng.randrange(len(pretty))
        return 'indented-byte', pretty[:at] + rng.choice((b'', b'"', b'{', b']', b'\n', b'\xc3')) + pretty[at + 1:]
    if way == 15:
        return 'quoted', ''.join('> ' + line + '\n' for line in text.split('\n')).encode()
    if way == 16:
        return 'lines-only', ('\n'.join(lines) + '\n').encode()
    if way == 17:
        return 'front-lost', data[rng.randrange(len(data)):]
    if way == 18:
        at = rng.randrange(len(data))
        return 'middle-lost', data[:at] + data[at + rng.randrange(1, 400):]
    if way == 19:
        return 'concatenated', data + data[:rng.randrange(len(data))]
    return 'whole', data


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument('seed', type=int)
    parser.add_argument('outdir')
    parser.add_argument('--devices', type=int, default=4)
    parser.add_argument('--steps', type=int, default=90)
    options = parser.parse_args(argv)
    world = World(options.seed, options.devices, options.steps)
    rng, count = world.rng, world.count
    os.makedirs(options.outdir, exist_ok=True)
    union = view.Log()
    written = []
    for number, device in enumerate(world.devices):
        written.append(('device', file_text(*world.export(device)).encode()))
        for change in device.log.full.values():
            union.full[change.id] = change
        for name, stubs in device.log.stubs.items():
            union.stubs.setdefault(name, {}).update(stubs)
    for _ in range(5):
        device = rng.choice(world.devices)
        lines = device.held()
        if rng.random() < 0.5:
            lines = [line for line in lines if rng.random() < 0.7]
            rng.shuffle(lines)
        written.append(mutilate(world, world.export(device, lines, rng.choice(('everything', 'new')))))
    if rng.random() < 0.2:
        head, _, _, end = world.export(world.devices[0], [], 'records')
        written.append(('records', file_text(head, [], [], end).encode()))
    for number, (name, data) in enumerate(written):
        with open(os.path.join(options.outdir, '%02d-%s.json' % (number, name)), 'wb') as file:
            file.write(data)
    seen = union.view()
    for state in seen['records'].values():
        count['conflicts'] += len(state['conflicts'])
        count['binned'] += state['binned']
        count['edited_after_binning'] += state['edited_after_binning']
        count['equal_values'] += sum(len(side['ids']) > 1 for sides in state['conflicts'].values() for side in sides)
    accepted = union.accepted()
    grouped = {}
    for change in accepted.values():
        grouped.setdefault(change.record, []).append(change)
    for changes in grouped.values():
        for field, heads in view.heads_of(changes).items():
            valued = [c for c in heads if c.values is not None]
            count['equal_values'] += len(valued) > 1 and len({view.canonical(c.values[field]) for c in valued}) == 1
    count['stubs'] = sum(c.values is None for c in accepted.values())
    count['forks'] = len(seen['forks'])
    greatest = {}
    for c in accepted.values():
        greatest[c.device] = max(c.seq, greatest.get(c.device, 0))
    count['gaps'] = sum(seen['devices'].get(d, {'seq': 0})['seq'] < s for d, s in greatest.items())
    count['files'] = len(written)
    print(json.dumps(count, sort_keys=True))
    return 0


if __name__ == '__main__':
    sys.exit(main())
