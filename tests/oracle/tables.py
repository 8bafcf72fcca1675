#!/usr/bin/env python3
"""Reads the files for others with the programs that others use, and compares them with what `view` says.

    python3 tables.py AYNI_COMMAND --seeds A-B

Needs openpyxl, libhxl, jsonschema and python-docx; `cargo xtask test files` brings them. For the example and for each seed (devices of generate.py, trainings of
figures.py, and notes made up here) AYNI_COMMAND writes every form for the team and for the public, in both languages. Workbooks are
read by openpyxl, tables by Python's csv and by libhxl, maps are held against the grammar of RFC 7946. Each value is worked out a
second time from the output of `AYNI_COMMAND view`. The reports of the example as Word files are read by python-docx (word.py). Exit status 1 on any difference, or when something was not met at all.
"""

import argparse
import collections
import csv
import datetime
import glob
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

import hxl
import jsonschema
import openpyxl

import figures
import generate
import view
import word

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
WORDS = os.path.join(ROOT, 'data', 'vocabulary.jsonl')
NAMES = {('es', 'team'): 'equipo', ('es', 'public'): 'publico', ('en', 'team'): 'team', ('en', 'public'): 'public'}
TABLES = {'es': {'visit': 'visitas', 'session': 'capacitaciones', 'agreement': 'compromisos', 'course': 'cursos', 'place': 'lugares',
                 'figures': 'cifras', 'counts': 'conteos', 'quotes': 'citas', 'about': 'leer-primero'},
          'en': {'visit': 'visits', 'session': 'training-sessions', 'agreement': 'commitments', 'course': 'courses', 'place': 'places',
                 'figures': 'figures', 'counts': 'counts', 'quotes': 'quotes', 'about': 'read-first'}}
# Texts that stand in a table as they were written, by the hashtag of their column.
WRITTEN = {'visit': {'#description+purpose': 'purpose', '#description+observed': 'observations', '#meta+remarks': 'remarks',
                     '#date+start': 'starts_on', '#loc+community+name': 'community'},
           'agreement': {'#description+commitment': 'what', '#date+due': 'due_on'},
           'course': {'#activity+course+name': 'name', '#meta+remarks': 'remarks', '#population+enrolled': 'enrolled'},
           'session': {'#meta+remarks': 'remarks', '#date+occurred': 'held_on', '#meta+duration_minutes': 'minutes'},
           'place': {'#meta+remarks': 'remarks', '#loc+name': 'name'}}
TEAM_ONLY = ('#meta+remarks', '#meta+recorded_by', '#contact+role+list', '#contact+responsible', '#contact+facilitator',
             '#description+evidence', '#meta+in_conflict', '#geo+accuracy_m', '#loc+venue', '#population+completed')
POINT = {'type': 'object', 'required': ['type', 'coordinates'], 'additionalProperties': False, 'properties': {
    'type': {'const': 'Point'}, 'coordinates': {'type': 'array', 'minItems': 2, 'maxItems': 3, 'prefixItems': [
        {'type': 'number', 'minimum': -180, 'maximum': 180}, {'type': 'number', 'minimum': -90, 'maximum': 90}]}}}
# RFC 7946, as far as points go: section 3.2, 3.3, and section 4 (no other reference system), 7.1 (no members of a geometry).
MAP = {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object', 'required': ['type', 'features'],
       'not': {'anyOf': [{'required': [name]} for name in ('crs', 'geometry', 'properties', 'coordinates', 'geometries')]},
       'properties': {'type': {'const': 'FeatureCollection'}, 'features': {'type': 'array', 'items': {
           'type': 'object', 'required': ['type', 'geometry', 'properties'],
           'not': {'anyOf': [{'required': [name]} for name in ('crs', 'features', 'coordinates', 'geometries')]},
           'properties': {'type': {'const': 'Feature'}, 'id': {'type': ['string', 'number']}, 'properties': {'type': ['object', 'null']},
                          'geometry': POINT}}}}}
MET = dict.fromkeys(('word', 'formula', 'control', 'few', 'many', 'date', 'own_point', 'municipality_point', 'kept_back', 'blotted',
                     'quote_kept', 'apart', 'binned', 'json', 'line_break'), 0)
CHECKS = 0


class Wrong(Exception):
    pass


def same(what, theirs, ours):
    global CHECKS
    CHECKS += 1
    if theirs != ours:
        raise Wrong('%s:\n  program %r\n  oracle  %r' % (what, theirs, ours))


def run(words):
    """What a command prints. Status 3 says that a file was refused: some of generate.py are for reading only."""
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        raise Wrong('%s: status %d, %s' % (' '.join(words[:3]), done.returncode, done.stderr.decode('utf-8', 'replace')[-300:]))
    return done.stdout


# -- reading

def lossy(text):
    """What XML can hold of a text: other control characters are told by U+FFFD, a line end is one character."""
    return re.sub('[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '\ufffd', text.replace('\r\n', '\n').replace('\r', '\n'))


def plain(value, language):
    """A cell of a workbook as a table says it."""
    if value is None:
        return ''
    if isinstance(value, datetime.datetime):
        MET['date'] += 1
        return value.date().isoformat()
    if isinstance(value, bool):
        return {'es': ('No', 'Sí'), 'en': ('No', 'Yes')}[language][value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return ('%.6f' % value).rstrip('0').rstrip('.')
    return re.sub('_x005F_(?=x[0-9A-Fa-f]{4}_)', '_', value)


def read_csv(path, sign, mark):
    with open(path, encoding='utf-8', newline='') as file:
        text = file.read()
    same('%s begins with the mark' % path, text.startswith('\ufeff'), mark)
    same('%s has the line ends of RFC 4180' % path, text.endswith('\r\n'), True)
    return list(csv.reader(text.lstrip('\ufeff').splitlines(keepends=True) if '\0' in text else open_again(path), delimiter=sign, strict=True))


def open_again(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        yield from file


def unmarked(text):
    """Without the apostrophe that keeps a spreadsheet from running it."""
    if text.startswith("'") and text[1:2] in ('=', '+', '-', '@', '\t', '\r'):
        MET['formula'] += 1
        return text[1:]
    return text


def safe(rows, language):
    """No cell of a table begins a formula; numbers are what a number is."""
    for row in rows[1:]:
        for cell in row:
            if cell[:1] in ('=', '+', '-', '@', '\t', '\r') and not re.fullmatch(r'-\d+([.,]\d+)?', cell):
                raise Wrong('a cell could be run: %r' % cell)


class Files:
    """All that the program writes of a workspace for one reader, as rows of text."""

    def __init__(self, command, paths, folder, language, audience):
        self.language, self.audience = language, audience
        for form, more in (('xlsx', []), ('csv', []), ('csv', ['--separator', 'comma' if language == 'es' else 'semicolon']),
                           ('hxl', []), ('geojson', [])):
            out = os.path.join(folder, form + ''.join(more))
            run(command + ['tables'] + paths + ['--format', form, '--for', audience, '--language', language, '-o', out] + more)
        name = NAMES[language, audience]
        own, other = (';', ',') if language == 'es' else (',', ';')
        book = openpyxl.load_workbook(os.path.join(folder, 'xlsx', 'ayni-%s.xlsx' % name))
        tables = sorted(glob.glob(os.path.join(folder, 'csv', '*.csv')))
        same('a sheet for each table', len(book.sheetnames), len(tables))
        self.rows, self.by_tag = {}, {}
        sheets = {re.sub(' ', '-', self.fold(title)): book[title] for title in book.sheetnames}
        for path in tables:
            table = os.path.basename(path)[:-len('-%s.csv' % name)]
            rows = read_csv(path, own, True)
            safe(rows, language)
            same('%s with the other sign' % table, [[c.replace(',', '.') if re.fullmatch(r'-?\d+[.,]\d+', c) else c for c in row] for row in rows],
                 [[c.replace(',', '.') if re.fullmatch(r'-?\d+[.,]\d+', c) else c for c in row]
                  for row in read_csv(os.path.join(folder, 'csv--separator' + ('comma' if language == 'es' else 'semicolon'), os.path.basename(path)), other, True)])
            tagged = read_csv(os.path.join(folder, 'hxl', table + '-%s.hxl.csv' % name), ',', False)
            same('%s: headings' % table, tagged[0], rows[0])
            same('%s: all rows with hashtags' % table, len(tagged) - 1, len(rows))
            self.hxl(os.path.join(folder, 'hxl', table + '-%s.hxl.csv' % name), tagged)
            self.sheet(table, sheets[table], rows)
            self.rows[table] = rows
            self.by_tag[table] = [dict(zip(tagged[1], map(unmarked, row))) for row in tagged[2:]]
        with open(os.path.join(folder, 'geojson', 'ayni-%s.geojson' % name), encoding='utf-8') as file:
            self.map = json.load(file)
        for form in ('xlsx', 'csv', 'hxl', 'geojson'):
            for path in glob.glob(os.path.join(folder, form, '*')):
                same('%s says whom it is for' % path, '-%s.' % name in path, True)

    @staticmethod
    def fold(title):
        return ''.join({'á': 'a', 'é': 'e', 'í': 'i', 'ó': 'o', 'ú': 'u'}.get(c, c) for c in title.lower())

    def hxl(self, path, tagged):
        with hxl.data(path, hxl.InputOptions(allow_local=True)) as source:
            columns = [column.display_tag for column in source.columns]
            same('%s: hashtags as libhxl reads them' % path, [sorted(tag.split('+')) for tag in columns], [sorted(tag.split('+')) for tag in tagged[1]])
            same('%s: headings as libhxl reads them' % path, [column.header for column in source.columns], tagged[0])
            # It reads any line end as one.
            line = lambda row: [cell.replace('\r\n', '\n').replace('\r', '\n') for cell in row]
            same('%s: rows as libhxl reads them' % path, [line(row.values) for row in source], [line(row) for row in tagged[2:]])

    def sheet(self, table, sheet, rows):
        """A sheet says what the table says; its head stays and filters."""
        same('%s stays in sight' % table, sheet.freeze_panes, 'A2')
        same('%s filters' % table, bool(sheet.auto_filter.ref), table != TABLES[self.language]['about'])
        found = [[plain(cell, self.language) for cell in row] for row in sheet.iter_rows(values_only=True)]
        ours = []
        for row in rows:
            cells = []
            for cell in row:
                cell = unmarked(cell)
                if lossy(cell) != cell:
                    MET['control'] += '\ufffd' in lossy(cell)
                if re.fullmatch(r'-?\d+,\d+', cell):
                    cell = cell.replace(',', '.')
                MET['line_break'] += '\n' in cell
                cells.append(lossy(cell))
            ours.append(cells)
        for at, (theirs, expected) in enumerate(zip(found, ours)):
            for column, (one, other) in enumerate(zip(theirs, expected)):
                same('%s, row %d, column %d of the workbook' % (table, at + 1, column + 1), one, other)
        same('%s: rows' % table, len(found), len(ours))
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == 'f':
                    raise Wrong('a formula in %s: %r' % (table, cell.value))

    def table(self, kind):
        return self.by_tag.get(TABLES[self.language][kind], [])


# -- counting and comparing

def written(value):
    """As a cell has it."""
    if value is None or value == [] or value == {} or (isinstance(value, str) and not value.strip()):
        return ''
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    MET['json'] += 1
    return view.canonical(value)


def standing(seen, kind):
    records = seen['records']
    for name, state in records.items():
        if name.startswith(kind + '/'):
            MET['binned'] += state['binned']
            joined = state['fields'].get('joined_into')
            if not state['binned'] and not (joined and figures.resolve(records, name) != name):
                yield name.split('/')[1], state['fields']


def team(seen, files):
    for kind, tags in WRITTEN.items():
        held = dict(standing(seen, kind))
        rows = {row['#%s+id' % ('loc' if kind == 'place' else 'activity+' + {'agreement': 'commitment'}.get(kind, kind))]: row for row in files.table(kind)}
        same('%s: records' % kind, sorted(rows), sorted(held))
        for rid, fields in held.items():
            for tag, field in tags.items():
                same('%s/%s, %s' % (kind, rid, field), rows[rid].get(tag, ''), written(fields.get(field)))
    for rid, fields in standing(seen, 'session'):
        row = next(row for row in files.table('session') if row['#activity+session+id'] == rid)
        total, sex, age = counted(fields)
        same('session/%s: total' % rid, row['#reached+total'], total)
        same('session/%s: by sex' % rid, [row['#reached+' + tag] for tag in ('f', 'm', 'sex_unknown')], sex)
        same('session/%s: by age' % rid, [row['#reached+age_' + tag] for tag in ('under_18', '18_29', '30_59', '60_plus', 'unknown')], age)
        MET['apart'] += row['#meta+in_no_sum'] in ('Sí', 'Yes')


def counted(fields):
    """Total, by sex, by age: as texts; what was not counted is not recorded (rule 4)."""
    cells = [cell for cell in fields.get('cells') or [] if figures.people_count(cell['count']) is not None] if isinstance(fields.get('cells'), list) else []
    total = figures.people_count(fields.get('total'))
    sum_of = sum(cell['count'] for cell in cells)
    if total is None and cells:
        total = sum_of
    rest = max(0, (total or 0) - sum_of)
    def by(member, values):
        out = []
        for value in values:
            found = [cell['count'] for cell in cells if cell[member] == value]
            number = sum(found) if found else None
            if value == values[-1] and rest:
                number = (number or 0) + rest
            out.append('' if number is None else str(number))
        return out
    return ('' if total is None else str(total), by('sex', ['female', 'male', 'other_or_not_stated']), by('age', list(figures.AGES)))


def hidden(what, shown, true):
    """A small group is never told, and nothing is hidden that is not small or needed to hide one."""
    same('%s: cells' % what, len(shown), len(true))
    small = [number for number in true if number and 0 < int(number) < 5]
    big = sorted(int(number) for number in true if number and int(number) >= 5)
    for one, number in zip(shown, true):
        if one == '<5':
            MET['few'] += 1
            same(what, 0 < int(number) < 5, True)
        elif one == '≥5':
            MET['many'] += 1
            same(what, int(number), big[0])
        else:
            same(what, one, number)
            same('%s is not small' % what, bool(number) and 0 < int(number) < 5, False)
    same('%s: one more is hidden where one could be worked out' % what, shown.count('≥5'), int(len(small) == 1 and bool(big)))


def public(seen, files, secrets):
    may = {rid for rid, fields in standing(seen, 'visit') if fields.get('confidentiality') in ('shareable', 'public')
           and all(one['value'] != 'internal' for one in seen['records']['visit/' + rid]['conflicts'].get('confidentiality', []))}
    MET['kept_back'] += sum(1 for rid, _ in standing(seen, 'visit') if rid not in may)
    same('the visits that may be shared', {row['#activity+visit+id'] for row in files.table('visit')}, may)
    for name, rows in files.by_tag.items():
        for row in rows:
            same('%s has nothing for the team alone' % name, [tag for tag in TEAM_ONLY if tag in row], [])
            for tag in ('#geo+lat', '#geo+lon'):
                same('%s: %s is coarse' % (name, tag), bool(re.fullmatch(r'(-?\d+(\.\d{1,2})?)?', row.get(tag, ''))), True)
            for secret in secrets:
                same('%s tells nothing personal' % name, any(secret in cell for cell in row.values()), False)
    for rid, fields in standing(seen, 'session'):
        row = next((row for row in files.table('session') if row['#activity+session+id'] == rid), None)
        if row is None:
            same('session/%s was joined' % rid, bool(fields.get('joined_into')), True)
            continue
        _, sex, age = counted(fields)
        hidden('session/%s by sex' % rid, [row['#reached+' + tag] for tag in ('f', 'm', 'sex_unknown')], sex)
        hidden('session/%s by age' % rid, [row['#reached+age_' + tag] for tag in ('under_18', '18_29', '30_59', '60_plus', 'unknown')], age)
    for row in files.table('quotes'):
        same('a quote has consent', row['#meta+consent'], {'es': 'Con permiso', 'en': 'With consent'}[files.language])
    same('no counts by sex, age and role together', files.table('counts'), [])


def sums(seen, files):
    """The first line of the figures. Of sessions without a course, as devices of generate.py make them, nothing was counted."""
    if any(not fields.get('course') for _, fields in standing(seen, 'session')):
        same('nothing is counted', files.table('figures')[0]['#reached+attendances'], '0')
        return
    row = files.table('figures')[0]
    ours, _ = figures.count(seen, {})
    tags = ('#indicator+sessions+num', '#reached+attendances', '#reached+people+min', '#reached+people+max')
    same('all trainings', [row[tag] for tag in tags],
         [str(number) for number in (ours['sessions'], ours['attendances'], ours['people']['lower'], ours['people']['upper'])])
    months = collections.Counter()
    for row in files.table('figures'):
        if row['#meta+breakdown'] in ('Mes', 'Month'):
            months['all'] += int(row['#reached+attendances'] or 0)
    same('months add up to all attendances', months['all'], ours['attendances'])
    apart = [row for row in files.table('figures') if row['#reached+reported_by_others']]
    same('what others reported stands apart', len(apart), sum(1 for name in ours['reported_by_others'] if counted(seen['records'][name]['fields'])[0]))


def maps(seen, files, towns):
    jsonschema.validate(files.map, MAP)
    told = files.map['ayni']
    same('the map says what it is', [told['for'], told['language']], [files.audience, files.language])
    rows = {'visit/' + row['#activity+visit+id']: row for row in files.table('visit')}
    rows.update({'session/' + row['#activity+session+id']: row for row in files.table('session')})
    with_point = {name for name, row in rows.items() if row['#geo+lat']}
    same('all that has a point', {feature['id'] for feature in files.map['features']}, with_point)
    same('and the rest', told['without_point'], len(rows) - len(with_point))
    places = 2 if files.audience == 'public' else 6
    for feature in files.map['features']:
        fields = seen['records'][feature['id']]['fields']
        location = fields.get('location') if feature['id'].startswith('visit/') else None
        if location:
            MET['own_point'] += 1
            point = (location['longitude'] / 1e6, location['latitude'] / 1e6)
        else:
            MET['municipality_point'] += 1
            of = fields if feature['id'].startswith('visit/') else seen['records'][fields['course']]['fields']
            point = towns[of['municipality']]
        off = [abs(one - other) for one, other in zip(feature['geometry']['coordinates'], point)]
        same('%s: longitude, then latitude' % feature['id'], max(off) <= 0.5000001 * 10 ** -places, True)


# -- workspaces

PERSONAL = ('0991234567', 'rosa@example.org')


def notes(rng):
    """Visits with all that a note can hold, and what is for the team alone in some of them."""
    phone = figures.Phone('phone00003')
    phone.save('organisation/o', {'name': 'Asociación Río Íntag', 'remarks': 'secreto del equipo'})
    for at in range(rng.randrange(1, 8)):
        fields = {'purpose': rng.choice(('=1+1', '+593', '@SUM(A1)', '-2', '\ttab', '\rcr', 'Ver "todo"; y más,\nlínea', 'Llamar al 0991234567',
                                         'a\x0bb', '_x0041_', 'rosa@example.org')),
                  'starts_on': rng.choice(('2026-11-20', '2015-10-26', 'pronto', '1899-01-01')), 'remarks': 'secreto del equipo',
                  'host_organisation': 'organisation/o', 'people_met': [{'role': 'secreto del equipo'}],
                  'quotes': [{'text': 'digan', 'consent': 'given'}, {'text': 'secreto del equipo', 'consent': rng.choice(('refused', 'unknown'))}]}
        MET['quote_kept'] += 1
        MET['blotted'] += any(one in fields['purpose'] for one in PERSONAL)
        if rng.random() < 0.7:
            fields['confidentiality'] = rng.choice(('internal', 'shareable', 'public'))
        if rng.random() < 0.5:
            fields['location'] = {'latitude': rng.randrange(-90_000_000, 90_000_000), 'longitude': rng.randrange(-180_000_000, 180_000_000)}
        if rng.random() < 0.5:
            fields['municipality'] = rng.choice(('EC1003', 'BO030903', 'lejos'))
        phone.save('visit/v%d' % at, fields)
    head = '{\n"format":"ayni-export","version":1,\n"made":{"at":"2026-11-24T18:05:12-05:00","by":"x","device":"phone00003","app":"0"},\n'
    return head + '"contains":"everything",\n"changes":[\n' + ',\n'.join(phone.lines) + '\n]\n}\n'


def reports(command, paths):
    """Reports as Word files, of the exchange and of the first visit that was reviewed."""
    global CHECKS
    records = json.loads(run(command + ['view'] + paths + [WORDS]))['records']
    reviewed = sorted(name for name, record in records.items()
                      if name.startswith('visit/') and record['fields'].get('status') == 'reviewed')
    compared = word.check(command, paths, reviewed[0])
    CHECKS += compared
    MET['word'] += compared


def check(command, paths, towns, secrets):
    seen = json.loads(run(command + ['view'] + paths + [WORDS]))
    for language, audience in (('es', 'team'), ('en', 'team'), ('es', 'public'), ('en', 'public')):
        with tempfile.TemporaryDirectory() as folder:
            files = Files(command, paths, folder, language, audience)
        if audience == 'team':
            team(seen, files)
            sums(seen, files)
        else:
            public(seen, files, secrets)
        maps(seen, files, towns)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('command')
    parser.add_argument('--seeds', required=True, help='A-B')
    options = parser.parse_args()
    command = shlex.split(options.command)
    first, last = map(int, options.seeds.split('-'))
    with open(os.path.join(ROOT, 'data', 'gazetteer.csv'), encoding='utf-8') as file:
        towns = {row['country'] + row['code']: (float(row['lon']), float(row['lat'])) for row in csv.DictReader(file)
                 if row['level'] == 'municipality' and row['lon']}
    runs = [('the example', lambda folder: [os.path.join(ROOT, 'data', 'example.jsonl')])]
    def made(seed):
        def make(folder):
            whole = os.path.join(folder, 'whole')
            subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'generate.py'), str(seed), whole],
                           stdout=subprocess.DEVNULL, check=True)
            return sorted(os.path.join(whole, name) for name in os.listdir(whole))
        return make
    def played(seed):
        def make(folder):
            rng = random.Random(seed)
            paths = []
            for name, text in (('trainings.json', figures.workspace(rng)[0]), ('notes.json', notes(rng))):
                paths.append(os.path.join(folder, name))
                with open(paths[-1], 'w', encoding='utf-8') as file:
                    file.write(text)
            return paths
        return make
    runs += [('seed %d, %s' % (seed, what), make(seed)) for seed in range(first, last + 1)
             for what, make in (('devices', made), ('trainings and notes', played))]
    for name, make in runs:
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(command, make(folder), towns, PERSONAL + ('secreto del equipo',))
                if name == 'the example':
                    reports(command, make(folder))
            except (Wrong, word.Different, subprocess.CalledProcessError, jsonschema.ValidationError) as wrong:
                print('%s, %s' % (name, wrong))
                sys.exit(1)
    absent = [what for what, times in MET.items() if not times]
    if absent:
        print('not met at all: ' + ', '.join(absent))
        sys.exit(1)
    print('%d seeds and the example, %d comparisons, no difference; met: %s' % (last - first + 1, CHECKS, json.dumps(MET, sort_keys=True)))


if __name__ == '__main__':
    main()
