#!/usr/bin/env python3
"""Counts trainings a second time, from the rules of "Counting honestly" alone, and compares.

    python3 figures.py AYNI_COMMAND --seeds A-B

For each seed a workspace is made up (two phones, courses, sessions, odd numbers, reports of others, joined sessions, a bin),
written as an export, and asked in several ways. AYNI_COMMAND is run as `AYNI_COMMAND view FILE` and `AYNI_COMMAND figures
FILE ...`; what the second prints is compared with what is counted here from the first. Exit status 1 on any difference, or when
something was not met in all the seeds together.
"""

import argparse
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile

import generate
import view

SEXES = ('female', 'male', 'other_or_not_stated')
AGES = {'under_18': (0, 17), '18_29': (18, 29), '30_59': (30, 59), '60_plus': (60, 999), 'not_recorded': None}
ROLES = ('producer', 'official', 'student')
SEASON = ('2026-05-01', '2026-10-31')
MET = dict.fromkeys(('exact', 'bounds', 'enrolled', 'first_time', 'third_party', 'joined', 'binned', 'no_breakdown', 'other_unit',
                     'conflict', 'same_session', 'blank_total'), 0)


class Phone:
    """Writes one change after the other."""

    def __init__(self, device):
        self.device, self.seq, self.prev, self.lines = device, 0, None, []

    def save(self, record, fields, over=None, **more):
        self.seq += 1
        change = {'at': '2026-11-24T08:11:22-05:00', 'by': {'device': self.device, 'seq': self.seq}, 'record': record,
                  'schema': 1, 'set': fields, 'tick': '%012x-0000' % (1000 + self.seq)}
        if self.prev:
            change['prev'] = self.prev
        if over:
            change['over'] = over
        change.update(more)
        name, line = generate.line_of(change)
        self.prev = name
        self.lines.append(line)
        return name


def number(rng):
    return rng.choice((0, 1, 5, 10, 20, 28, 35, 36, 9999, rng.randrange(40), rng.randrange(40), rng.randrange(40)))


def tidy_session(rng, course):
    """One of a season in which everyone was asked whether it is the first time."""
    total = rng.randrange(1, 30)
    return {'course': course, 'counting_unit': 'people', 'held_on': '2026-%02d-03' % rng.randrange(5, 11), 'total': total,
            'first_time': rng.randrange(total // 2, total + 1), 'first_time_period': dict(zip(('from', 'to'), SEASON))}


def session(rng, course):
    fields = {'course': course, 'counting_unit': rng.choice(('people',) * 6 + ('attendances', 'households', 'organisations', 'not_stated'))}
    if rng.random() < 0.9:
        fields['held_on'] = '2026-%02d-%02d' % (rng.randrange(4, 13), rng.choice((3, 3, 4, 17)))
    if rng.random() < 0.8:
        fields['minutes'] = rng.choice((0, 60, 90))
    if rng.random() < 0.8:
        fields['count_basis'] = rng.choice(('signed_list', 'head_count', 'head_count', 'estimate', 'third_party'))
    cells = []
    if rng.random() < 0.6:
        keys = [(s, a, r) for s in SEXES for a in AGES for r in ROLES]
        for sex, age, role in rng.sample(keys, rng.randrange(1, 8)):
            cells.append({'sex': sex, 'age': age, 'role': role, 'count': rng.choice((0, 1, 2, 3, 5, 10, 20))})
        fields['cells'] = cells
    total = sum(cell['count'] for cell in cells)
    if rng.random() < 0.85:
        fields['total'] = rng.choice((total, total, total + 2, number(rng), -1, 10000)) if cells else number(rng)
    if rng.random() < 0.5:
        fields['first_time'] = rng.randrange(12)
        fields['first_time_period'] = dict(zip(('from', 'to'), rng.choice((SEASON, SEASON, ('2026-01-01', '2026-12-31')))))
    if rng.random() < 0.3:
        fields['remarks'] = 'algunas se fueron'
    if rng.random() < 0.1:
        fields['summed_anyway'] = True
    return fields


def workspace(rng):
    """The text of an export, and by whom each record was recorded first."""
    phones = [Phone('phone00001'), Phone('phone00002')]
    saved = {}
    make = tidy_session if rng.random() < 0.25 else session
    for at in range(rng.randrange(1, 5)):
        fields = {'method': rng.choice(('field_school', 'workshop')), 'municipality': rng.choice(('EC1003', 'EC1001', 'BO030903')),
                  'topics': rng.sample(('term/topic-pgs', 'term/topic-dairy', 'term/topic-coffee'), rng.randrange(3))}
        if rng.random() < 0.3:
            fields['community'] = rng.choice(('Junín', 'JUNIN', 'Apuela'))
        if rng.random() < 0.5:
            fields['enrolled'] = number(rng)
        if rng.random() < 0.4:
            fields['starts_on'], fields['ends_on'] = '2026-05-10', '2026-11-10'
        phones[at % 2].save('course/c%d' % at, fields)
        for number_of in range(rng.randrange(6)):
            record = 'session/s%d-%d' % (at, number_of)
            saved[record] = (phones[rng.randrange(2)].save(record, make(rng, 'course/c%d' % at)))
    names = sorted(saved)
    for record in names:
        chance = rng.random()
        phone = rng.choice(phones)
        if chance < 0.06:
            phone.save(record, {'trashed': True}, seen=[saved[record]])
        elif chance < 0.12 and len(names) > 1:
            phone.save(record, {'joined_into': rng.choice([name for name in names if name != record])})
        elif chance < 0.18 and len(names) > 1:
            phone.save(record, {'kept_apart': [rng.choice([name for name in names if name != record])]})
        elif chance < 0.24:
            phone.save(record, {'total': rng.randrange(40)})
    lines = [line for phone in phones for line in phone.lines]
    head = '{\n"format":"ayni-export","version":1,\n"made":{"at":"2026-11-24T18:05:12-05:00","by":"x","device":"phone00001","app":"0"},\n'
    changes = sorted(map(json.loads, lines), key=lambda change: (change['tick'], change['id']), reverse=True)
    by = {change['record']: change['by']['device'] for change in changes}
    return head + '"contains":"everything",\n"changes":[\n' + ',\n'.join(lines) + '\n]\n}\n', by


def ask(rng):
    """Arguments of the command, and the same as a question."""
    args, asked = [], {}
    if rng.random() < 0.6:
        asked['days'] = rng.choice((SEASON, SEASON, ('2026-06-01', '2026-08-31')))
        args += ['--from', asked['days'][0], '--to', asked['days'][1]]
    for name, values in (('topic', ('term/topic-pgs', 'term/topic-dairy')), ('method', ('field_school', 'workshop')),
                         ('place', ('EC', 'EC10', 'EC1003', 'BO03')), ('sex', SEXES), ('role', ROLES),
                         ('age', ('18_29', '30+', '15-29', 'not_recorded'))):
        if rng.random() < (0.2 if asked.get('days') != SEASON else 0.1):
            asked[name] = rng.choice(values)
            args += ['--' + name, asked[name]]
    return args, asked


def people_count(value):
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9999 else None


def fits(asked, cell):
    """2 surely, 1 perhaps, 0 not."""
    fit = 2
    if 'sex' in asked and cell['sex'] != asked['sex']:
        fit = min(fit, 1 if cell['sex'] == 'other_or_not_stated' else 0)
    if 'role' in asked and cell['role'] != asked['role']:
        fit = 0
    if 'age' in asked:
        has = AGES[cell['age']]
        if asked['age'] == 'not_recorded':
            fit = min(fit, 2 if has is None else 0)
        elif has is None:
            fit = min(fit, 1)
        else:
            low, high = {'18_29': (18, 29), '30+': (30, 999), '15-29': (15, 29)}[asked['age']]
            inside = low <= has[0] and has[1] <= high
            apart = has[1] < low or high < has[0]
            fit = min(fit, 2 if inside else 0 if apart else 1)
    return fit


def resolve(records, record):
    """The last of a chain of joins that is not in the bin; of a ring the least that is not."""
    here = lambda names: [name for name in names if not records[name]['binned']]
    passed, ring = [record], []
    while not ring:
        into = records[passed[-1]]['fields'].get('joined_into')
        if not isinstance(into, str) or into not in records:
            break
        if into in passed:
            at = passed.index(into)
            passed, ring = passed[:at], passed[at:]
        else:
            passed.append(into)
    return min(here(ring)) if here(ring) else (here(passed) or [record])[-1]


def count(seen, asked):
    records = seen['records']
    sessions, sizes = [], {}
    for name, state in sorted(records.items()):
        if not name.startswith('session/') or state['binned']:
            continue
        fields = state['fields']
        if fields.get('joined_into'):
            end = resolve(records, name)
            if end != name:
                MET['joined'] += 1
                continue
        cells = [cell for cell in fields.get('cells', []) if people_count(cell['count']) is not None]
        counted = sum(cell['count'] for cell in cells) if cells else None
        total = people_count(fields.get('total'))
        if total is None:
            total = counted
        own = fields.get('counting_unit') in ('people', 'attendances')
        course = fields.get('course')
        size = max(total or 0, counted or 0) if own else 0
        sizes[course] = max(size, sizes.get(course, 0))
        sessions.append(dict(name=name, fields=fields, cells=cells, counted=counted, total=total, own=own, course=course,
                             first=people_count(fields.get('first_time')), conflicts=state['conflicts']))
    def taken(one):
        course = records[one['course']]['fields']
        day = one['fields'].get('held_on')
        return (('days' not in asked or (day and asked['days'][0] <= day <= asked['days'][1]))
                and ('topic' not in asked or asked['topic'] in course.get('topics', []))
                and ('method' not in asked or asked['method'] == course.get('method'))
                and ('place' not in asked or course.get('municipality', '').startswith(asked['place'])))
    chosen = [one for one in sessions if taken(one)]
    apart = [one for one in chosen if one['fields'].get('count_basis') == 'third_party' and not one['fields'].get('summed_anyway')]
    mine = [one for one in chosen if one not in apart]
    some = any(part in asked for part in ('sex', 'role', 'age'))
    attendances, lower, sums = 0, 0, {}
    for one in mine:
        if not one['own'] or one['total'] is None:
            continue
        if some:
            sure = sum(cell['count'] for cell in one['cells'] if fits(asked, cell) == 2)
            perhaps = sum(cell['count'] for cell in one['cells'] if fits(asked, cell) == 1) + max(0, one['total'] - (one['counted'] or 0))
        else:
            sure, perhaps = one['total'], 0
        attendances += sure
        lower = max(lower, sure)
        sums[one['course']] = sums.get(one['course'], 0) + sure + perhaps
        MET['no_breakdown'] += some and not one['cells']
    upper = 0
    for course, total in sums.items():
        enrolled = records[course]['fields'].get('enrolled')
        if enrolled is not None and enrolled < total and sizes[course] <= enrolled:
            total = enrolled
            MET['enrolled'] += 1
        upper += total
    if 'days' in asked and not some:
        period = dict(zip(('from', 'to'), asked['days']))
        has = [one for one in mine if one['own'] and one['total'] is not None and one['first'] is not None
               and one['fields'].get('first_time_period') == period]
        first = sum(one['first'] for one in has)
        if first <= upper:
            if len(asked) == 1 and mine and len(has) == len(mine) and first >= lower:
                lower = upper = first
                MET['first_time'] += 1
            else:
                lower = max(lower, first)
    MET['exact'] += lower == upper and len(mine) > 1
    MET['bounds'] += lower != upper
    MET['third_party'] += len(apart)
    MET['other_unit'] += sum(not one['own'] for one in mine)
    MET['blank_total'] += sum(one['total'] is None for one in mine)
    return {'sessions': len(mine), 'attendances': attendances, 'people': {'exact': lower == upper, 'lower': lower, 'upper': upper},
            'reported_by_others': [one['name'] for one in apart]}, mine


def doubts(seen, mine, by):
    """The errors and warnings of rules 1 and 7 that hang on a session alone, and the pairs of rule 8."""
    found = {}
    def say(what, one, is_so):
        if is_so:
            found.setdefault(what, []).append(one['name'])
    for one in mine:
        fields, total, cells = one['fields'], one['total'], one['cells']
        course = seen['records'][one['course']]['fields']
        say('sum_differs', one, cells and total is not None and total != one['counted'] and not fields.get('remarks'))
        say('first_time_above_total', one, one['first'] is not None and total is not None and one['first'] > total)
        say('many_in_field_school', one, one['own'] and total is not None and total > 35 and course.get('method') == 'field_school')
        sexes = {cell['sex'] for cell in cells if cell['count']}
        say('one_sex_only', one, len(sexes) == 1 and sexes != {'other_or_not_stated'} and one['counted'] > 1)
        say('round_tens', one, fields.get('count_basis') == 'head_count' and total and not total % 10 and not any(cell['count'] % 10 for cell in cells))
        unknown = sum(cell['count'] for cell in cells if cell['age'] == 'not_recorded') + max(0, (total or 0) - (one['counted'] or 0))
        say('age_not_recorded', one, cells and unknown * 5 > max(total or 0, one['counted']))
        day = fields.get('held_on')
        say('outside_dates', one, day and (course.get('starts_on', day) > day or course.get('ends_on', day) < day))
        say('duration_missing', one, not fields.get('minutes'))
        say('total_zero', one, total == 0)
        conflict = any(field in one['conflicts'] for field in ('total', 'cells', 'first_time'))
        say('conflict', one, conflict)
        MET['conflict'] += conflict
    pairs = set()
    plain = lambda course: course.get('community', '').lower().replace('í', 'i')
    for at, one in enumerate(mine):
        for other in mine[at + 1:]:
            a, b = (seen['records'][side['course']]['fields'] for side in (one, other))
            same_place = a['municipality'] == b['municipality'] and (not plain(a) or not plain(b) or plain(a) == plain(b))
            same_topic = one['course'] == other['course'] or set(a['topics']) & set(b['topics'])
            kept = other['name'] in one['fields'].get('kept_apart', []) or one['name'] in other['fields'].get('kept_apart', [])
            day = one['fields'].get('held_on')
            third = [side['fields'].get('count_basis') == 'third_party' and not side['fields'].get('summed_anyway') for side in (one, other)]
            if day and day == other['fields'].get('held_on') and same_place and same_topic and not kept and by[one['name']] != by[other['name']] and not any(third):
                pairs.add((one['name'], other['name']))
    MET['same_session'] += len(pairs)
    return found, pairs


def compare(command, seed, folder):
    """How many questions were asked; stops at the first difference."""
    rng = random.Random(seed)
    text, by = workspace(rng)
    path = os.path.join(folder, 'a.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    run = lambda words: json.loads(subprocess.run(command + words, stdout=subprocess.PIPE, check=True).stdout)
    seen = run(['view', path])
    MET['binned'] += sum(state['binned'] for state in seen['records'].values())
    for question in range(6):
        args, asked = ask(rng) if question else ([], {})
        theirs = run(['figures', path] + args)
        ours, mine = count(seen, asked)
        theirs_too = dict(ours, **{key: theirs[key] for key in ('sessions', 'attendances', 'people')},
                          reported_by_others=[one['session'] for one in theirs['reported_by_others']])
        found, pairs = doubts(seen, mine, by)
        said = {one['warning']: one['sessions'] for one in theirs['warnings'] if one['warning'] != 'same_session'}
        said_pairs = {tuple(one['sessions']) for one in theirs['warnings'] if one['warning'] == 'same_session'}
        known = {name: said.get(name, []) for name in set(said) & set(found) | set(found)}
        extra = [name for name in said if name not in found and name in ('sum_differs', 'first_time_above_total', 'one_sex_only',
                 'many_in_field_school', 'round_tens', 'age_not_recorded', 'outside_dates', 'duration_missing', 'total_zero', 'conflict')]
        if theirs_too != ours or known != found or extra or said_pairs != pairs:
            print('seed %d, asked %s' % (seed, args))
            print('program', json.dumps([theirs_too, known, extra, sorted(said_pairs)], sort_keys=True))
            print('oracle ', json.dumps([ours, found, [], sorted(pairs)], sort_keys=True))
            sys.exit(1)
    return 6


def main(compare, met):
    parser = argparse.ArgumentParser()
    parser.add_argument('command')
    parser.add_argument('--seeds', required=True, help='A-B')
    options = parser.parse_args()
    first, last = map(int, options.seeds.split('-'))
    with tempfile.TemporaryDirectory() as folder:
        runs = sum(compare(shlex.split(options.command), seed, folder) for seed in range(first, last + 1))
    absent = [what for what, times in met.items() if not times]
    if absent:
        print('not met at all: ' + ', '.join(absent))
        sys.exit(1)
    print('%d seeds, %d comparisons, no difference; met: %s' % (last - first + 1, runs, json.dumps(met, sort_keys=True)))


if __name__ == '__main__':
    main(compare, MET)
