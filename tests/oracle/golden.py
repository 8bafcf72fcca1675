#!/usr/bin/env python3
"""Made the golden files of version 1, once.

    python3 golden.py DIR       writes all but sealed.json into DIR, each with its view

They stand in tests/fixtures/exports/v1 and are never written again: what people sent to each other stays readable,
whatever becomes of this script. It stays as the account of how they were made; for a new version of the format
it is copied and the copy changed.
"""

import hashlib
import json
import os
import random
import sys

import generate
import hostile
import view

PHONE, DESK, OTHER = 'k3v9q2m7x1', 'p0aab3c4d5', 'm4t7w2e9a0'
VISIT, SESSION = 'visit/7h2k9q', 'session/4c8m1z'


class Book:
    """Devices that write into one set; each sees what it is told that it saw."""

    def __init__(self):
        self.lines, self.last, self.time = {}, {}, 0x019ab3f0c000

    def save(self, device, record, fields, over=None, seen=None, after=None, **more):
        """One Save. `after`: (seq, prev) to go on from there, as a cloned phone does."""
        seq, prev = after or self.last.get(device, (0, None))
        self.time += 60_000
        minute = (self.time - 0x019ab3f0c000) // 60_000
        made = {'at': '2026-11-%02dT%02d:%02d:22-05:00' % (2 + minute // 600 % 28, 7 + minute // 60 % 10, minute % 60),
                'by': {'device': device, 'seq': seq + 1}, 'record': record, 'schema': 1, 'set': fields,
                'tick': '%012x-0000' % self.time}
        if prev:
            made['prev'] = prev
        if over:
            made['over'] = {field: sorted(ids) for field, ids in over.items()}
        if seen is not None:
            made['seen'] = sorted(seen)
        made.update(more)
        name, line = generate.line_of(made)
        self.lines[name] = line
        if not after:
            self.last[device] = (seq + 1, name)
        return name

    def log(self):
        log = view.Log()
        for name, line in self.lines.items():
            log.full[name] = generate.read_line(line)
        return log

    def export(self, device=PHONE, by='Equipo Intag', photos=(), contains='everything'):
        """A file of section 4."""
        log, canonical = self.log(), view.canonical
        seen, plain, lines = log.view(), {}, []
        for record, state in sorted(seen['records'].items()):
            if not state['binned']:
                kind, rid = record.split('/')
                plain.setdefault(kind, []).append(dict(state['fields'], id=rid))
        for name, change in log.accepted().items():
            lines.append((change.tick or '', name, self.lines[name] if change.values is not None else view.stub_text(change)))
        lines = [] if contains == 'records' else [line for _, _, line in sorted(lines)]
        held = sorted((hashlib.sha256(data).hexdigest(), data) for data in photos)
        named = {c.values['attachment'] for c in log.accepted().values() if c.values and 'attachment' in c.values}
        attachments = ['{"sha256":"%s","type":"%s","bytes":%d,"data":"%s"}' % (
            name, 'image/jpeg' if data[:2] == b'\xff\xd8' else 'image/png', len(data), hostile.base64.b64encode(data).decode())
            for name, data in held]
        ids = ''.join(json.loads(line)['id'] + '\n' for line in sorted(lines, key=lambda line: json.loads(line)['id']))
        part = hashlib.sha256(ids.encode()).hexdigest()[:6]
        sha = hashlib.sha256((ids + ''.join(name + '\n' for name, _ in held)).encode()).hexdigest()
        head = ['"format":"ayni-export","version":1,',
                '"about":"Field-visit records. \'records\' is for people and spreadsheets; \'changes\' is what programs merge.",',
                '"made":%s,' % canonical({'app': '0.1.0', 'at': '2026-11-24T18:05:12-05:00', 'by': by, 'device': device}),
                '"contains":"%s",' % contains, '"have":%s,' % canonical(seen['devices']),
                '"missing":%s,' % canonical(sorted(named - {name for name, _ in held})),
                '"part":{"number":1,"of":1,"set":"%s"},' % part, '"records":%s,' % canonical(plain)]
        end = '"end":' + canonical({'attachments': len(held), 'changes': len(lines), 'sha256': sha,
                                    'records': hashlib.sha256(canonical(plain).encode()).hexdigest()})
        return generate.file_text(head, lines, attachments, end)


def small():
    book = Book()
    book.save(PHONE, 'device/' + PHONE, {'name': 'Equipo Intag'})
    title = book.save(PHONE, VISIT, {
        'title': 'Caf\u00e9 de altura', 'municipality': 'EC1003', 'starts_on': '2026-11-24', 'visit_type': 'site_visit',
        'production_areas': ['term/coffee'], 'observations': 'Planta de caf\u00e9 bajo sombra \U0001f33d\nSecado en camas: \u00ab12 %\u00bb'})
    book.save(PHONE, SESSION, {
        'title': 'Abonos', 'held_on': '2026-11-25', 'minutes': 90, 'count_basis': 'head_count', 'total': 32,
        'cells': [{'sex': 'female', 'count': 18}, {'sex': 'male', 'count': 14}]})
    book.save(PHONE, 'agreement/2x9d', {'visit': VISIT, 'what': 'Enviar semilla', 'due_on': '2027-01-15'})
    book.save(PHONE, VISIT, {'title': 'Caf\u00e9 de altura, Intag', 'community': None}, {'title': [title]})
    return book


def conflicts():
    book = small()
    first = book.last[PHONE][1]
    title = first
    book.save(DESK, 'device/' + DESK, {'name': 'Escritorio'})
    # Two titles and two counts, unseen; a third device writes one of the titles too.
    book.save(DESK, VISIT, {'title': 'Visita a la finca'}, {'title': [title]})
    book.save(PHONE, VISIT, {'title': 'Visita al beneficio'}, {'title': [title]})
    book.save(OTHER, VISIT, {'title': 'Visita a la finca', 'remarks': 'Con lluvia'}, {'title': [title]})
    book.save(DESK, SESSION, {'total': 30})
    # A conflict that was settled.
    one = book.save(PHONE, 'visit/settled', {'remarks': 'uno'})
    two = book.save(DESK, 'visit/settled', {'remarks': 'dos'})
    book.save(OTHER, 'visit/settled', {'remarks': 'uno y dos'}, {'remarks': [one, two]})
    # In the bin; edited by who did not know; taken back.
    heads = [book.save(PHONE, 'visit/binned', {'title': 'Repetida'})]
    book.save(DESK, 'visit/binned', {'trashed': True}, seen=heads)
    heads = [book.save(PHONE, 'visit/edited', {'title': 'Feria'})]
    book.save(DESK, 'visit/edited', {'trashed': True}, seen=heads)
    book.save(PHONE, 'visit/edited', {'title': 'Feria de semillas'}, {'title': heads})
    heads = [book.save(PHONE, 'visit/restored', {'title': 'Taller'})]
    binned = book.save(DESK, 'visit/restored', {'trashed': True}, seen=heads)
    book.save(PHONE, 'visit/restored', {'trashed': False}, {'trashed': [binned]}, seen=heads + [binned])
    # Erased: the first words of a text, and all of another record.
    words = book.save(PHONE, 'visit/erased', {'quotes': 'algo que se pidi\u00f3 borrar', 'title': 'Reuni\u00f3n'})
    later = book.save(PHONE, 'visit/erased', {'quotes': 'otra cosa'}, {'quotes': [words]})
    gone = book.save(OTHER, 'visit/gone', {'title': 'todo'})
    book.save(DESK, 'erasure/q8r2', {'changes': sorted([words, gone]), 'reason': 'Lo pidi\u00f3 quien lo dijo'})
    book.save(DESK, 'visit/erased', {'remarks': 'despu\u00e9s'}, seen=None)
    assert later in book.lines
    # A cloned phone.
    seq, prev = book.last[OTHER]
    book.save(OTHER, 'visit/clone', {'title': 'aqu\u00ed'}, after=(seq, prev))
    book.save(OTHER, 'visit/clone', {'title': 'all\u00e1'}, after=(seq, prev))
    # What this version does not know, and a clock far ahead.
    book.save(DESK, 'harvest_day/2026-11-24', {'kilos': 1250, 'quality': {'a': [1, None, True], 'z': '\u2028'}}, mood=['bien', {'x': 1}])
    book.save(PHONE, 'visit/far', {'title': 'Reloj adelantado'}, tick='0fffffffffff-00ff')
    return book


WHERE = ('la finca', 'el beneficio', 'la huerta', 'el vivero', 'la quesera', 'el centro de acopio', 'la parcela alta', 'el taller de tejido',
         'la escuela', 'la feria')
WHAT = ('se vio', 'se prob\u00f3', 'explicaron', 'mostraron', 'se midi\u00f3', 'qued\u00f3 pendiente', 'pidieron ver', 'compararon')
HOW = ('el secado en camas', 'el abono de lombriz', 'la poda de formaci\u00f3n', 'el riego por goteo', 'el registro de ventas', 'la cerca viva',
       'el control de la broca', 'la mezcla de pastos', 'el te\u00f1ido con plantas', 'el fondo rotatorio', 'la rotaci\u00f3n de \u00f1ame y ma\u00edz')
WHY = ('porque faltaba sombra', 'para bajar costos', 'aunque llovi\u00f3 dos d\u00edas', 'con el grupo de la tarde', 'seg\u00fan el t\u00e9cnico del municipio',
       'y sali\u00f3 mejor que el a\u00f1o pasado', 'pero el precio no alcanza', 'y lo van a repetir', 'con 12 % de humedad')


def large():
    """About 1,500 changes, as a season of a few phones leaves them."""
    book, rng = Book(), random.Random('ayni v1 large')
    phones = ['phone0000%d' % number for number in range(1, 6)]
    for number, phone in enumerate(phones):
        book.save(phone, 'device/' + phone, {'name': 'Equipo %d' % (number + 1)})
    heads = {}

    def note():
        text = '%s en %s: %s %s.' % (rng.choice(WHAT), rng.choice(WHERE), rng.choice(HOW), rng.choice(WHY))
        return text[0].upper() + text[1:]

    def put(phone, record, fields, **more):
        over = {field: heads[record, field] for field in fields if (record, field) in heads and rng.random() < 0.97}
        name = book.save(phone, record, fields, over, **more)
        for field in fields:
            heads[record, field] = [name] if field in over else heads.get((record, field), []) + [name]

    for number in range(420):
        phone, record = rng.choice(phones), 'visit/%06x' % rng.randrange(1 << 24)
        put(phone, record, {'title': 'Visita a ' + rng.choice(WHERE), 'starts_on': '2026-%02d-%02d' % (rng.randrange(1, 12), rng.randrange(1, 29)),
                            'municipality': rng.choice(('EC1003', 'EC1001', 'BO030801', 'BO031001')), 'visit_type': 'site_visit',
                            'observations': ' '.join(note() for _ in range(rng.randrange(1, 4)))})
        for _ in range(rng.randrange(4)):
            field = rng.choice(('observations', 'lessons', 'difficulties', 'what_worked', 'remarks'))
            put(rng.choice(phones), record, {field: note()})
        if rng.random() < 0.6:
            put(phone, 'agreement/%06x' % rng.randrange(1 << 24), {'visit': record, 'what': note(), 'due_on': '2027-%02d-01' % rng.randrange(1, 13)})
        if rng.random() < 0.4:
            women, men = rng.randrange(30), rng.randrange(30)
            put(phone, 'session/%06x' % rng.randrange(1 << 24), {
                'title': rng.choice(HOW), 'held_on': '2026-%02d-%02d' % (rng.randrange(1, 12), rng.randrange(1, 29)), 'minutes': 30 * rng.randrange(1, 9),
                'total': women + men, 'cells': [{'sex': 'female', 'count': women}, {'sex': 'male', 'count': men}]})
        if rng.random() < 0.03:
            seen = {name for (of, _), names in heads.items() if of == record for name in names}
            put(phone, record, {'trashed': True}, seen=seen)
    return book


def photos():
    book = small()
    data = [generate.jpeg(1), generate.png(2)]
    for number, photo in enumerate(data):
        book.save(PHONE, 'photo/0%d' % number, {'attachment': hashlib.sha256(photo).hexdigest(), 'of': VISIT, 'caption': 'Foto %d' % number})
    book.save(PHONE, 'photo/02', {'attachment': hashlib.sha256(b'not here').hexdigest(), 'of': VISIT})
    return book, data


def damaged():
    text = conflicts().export(DESK, 'Escritorio')
    lines = text.split('\n')
    at = next(number for number, line in enumerate(lines) if line == '"changes":[') + 1
    full = [number for number, line in enumerate(lines) if number >= at and '"set"' in line]
    lines[full[1]] = lines[full[1]].replace('altura', 'bajura', 1)                     # no longer what its id says
    lines[full[3]] = lines[full[3]][:120]                                             # the rest of the line is lost
    lines[full[5]] = lines[full[5]].replace('"record":', '"record":"visit/zz","record":', 1)
    lines[full[7]] = lines[full[7]].replace('"seq":', '"seq":0.5,"sequ":', 1)
    lines[full[9]] = lines[full[9]].replace('","', '"\ufffd,"', 1)
    return '\n'.join(lines).encode()


def newer_schema():
    book = small()
    book.save(DESK, VISIT, {'title': 'De una versi\u00f3n nueva', 'altitude': 1830, 'weather': {'rain': True, 'mm': 12}}, schema=2)
    book.save(DESK, 'harvest_day/h1', {'kilos': 1250, 'of': VISIT}, schema=3, location={'lat': 345600, 'lon': -78123456}, why='\u2028')
    book.save(DESK, SESSION, {'total': 31}, schema=2)
    return book


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with_photos, data = photos()
    both = conflicts().export(DESK, 'Escritorio').encode()
    files = {
        'small': small().export().encode(), 'conflicts': both, 'large': large().export('phone00001', 'Equipo 1').encode(),
        'photos': with_photos.export(photos=data).encode(), 'cut': both[:len(both) * 3 // 4], 'damaged': damaged(),
        'newer-schema': newer_schema().export(DESK, 'Escritorio').encode(),
        'newer-version': small().export().replace('"version":1,', '"version":2,', 1).encode(),
        'reading-copy': small().export(contains='records').encode()}
    for name, written in files.items():
        log, said = view.Log(), 'read'
        try:
            log.add_file(written)
        except view.Refused as error:
            said = 'refused: %s' % error
        seen = log.view()
        with open(os.path.join(folder, name + '.json'), 'wb') as file:
            file.write(written)
        with open(os.path.join(folder, name + '.view.json'), 'wb') as file:
            file.write(view.canonical(seen).encode() + b'\n')
        print('%-14s %8d bytes, %4d changes, %3d records, %2d in conflict, %d damaged, %s' % (
            name, len(written), len(log.accepted()), len(seen['records']),
            sum(len(state['conflicts']) for state in seen['records'].values()), seen['quarantined'], said))


if __name__ == '__main__':
    main(sys.argv[1])
