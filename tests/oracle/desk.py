#!/usr/bin/env python3
"""Counts visits, commitments and indicators a second time, from the rules of "Counting honestly" alone, and compares.

    python3 desk.py AYNI_COMMAND --seeds A-B

For each seed a workspace is made up (as in figures.py, with visits, commitments and indicators), written as an export, and asked in
several ways. Exit status 1 on any difference, or when something was not met in all the seeds together.
"""

import json
import os
import random
import subprocess
import sys

import figures

AREAS = ('term/area-dairy', 'term/area-coffee', 'term/area-old')
PLACES = ('EC1003', 'EC1001', 'BO030903', '')
TOPICS = ('term/topic-pgs', 'term/topic-dairy', 'term/topic-coffee')
TRAININGS = ('sessions', 'attendances', 'people')
MET = dict.fromkeys(('percent', 'no_percent', 'down', 'unknown', 'bounds', 'left_out', 'by_others', 'overdue', 'late', 'joined', 'binned',
                     'several_areas', 'visits', 'agreements'), 0)


def day(rng):
    return '2026-%02d-%02d' % (rng.randrange(4, 13), rng.choice((1, 3, 4, 17, 28)))


def maybe(rng, chance, fields, name, make):
    if rng.random() < chance:
        fields[name] = make()


def counts(rng):
    asked = {'measure': rng.choice(TRAININGS + ('people', 'visits', 'agreements_made', 'agreements_done'))}
    if rng.random() < 0.06:
        return rng.choice((None, {}, {'measure': 'cows'}, dict(asked, weather=['rain']), dict(asked, area='term/area-dairy')))
    of_trainings = asked['measure'] in TRAININGS
    maybe(rng, 0.3, asked, 'place', lambda: [rng.choice(('EC', 'EC10', 'EC1003', 'BO03'))])
    if of_trainings:
        maybe(rng, 0.3, asked, 'topic', lambda: rng.sample(TOPICS, rng.randrange(1, 3)))
        maybe(rng, 0.3, asked, 'method', lambda: [rng.choice(('field_school', 'workshop'))])
    else:
        maybe(rng, 0.3, asked, 'area', lambda: rng.sample(AREAS, rng.randrange(3)))
        maybe(rng, 0.2, asked, 'theme', lambda: ['term/theme-water'])
    # Of sessions nobody can be asked for: then it is not known what counts.
    if asked['measure'] in ('attendances', 'people') or rng.random() < 0.05:
        maybe(rng, 0.3, asked, 'sex', lambda: rng.choice((['female'], ['female'], ['male'], ['female', 'male'])))
        maybe(rng, 0.2, asked, 'role', lambda: ['producer'])
        maybe(rng, 0.2, asked, 'age', lambda: [rng.choice(('18_29', 'not_recorded'))])
    return asked


def indicator(rng):
    fields = {'code': rng.choice(('1.1', '1.2', '2.1')), 'counts': counts(rng)}
    fields['direction'] = rng.choice(('up', 'up', 'up', 'down'))
    maybe(rng, 0.8, fields, 'baseline', lambda: rng.choice((0, 1, 5, 10, 40, -3)))
    targets = []
    for _ in range(rng.randrange(4)):
        target = dict(zip(('from', 'to'), rng.choice((figures.SEASON, ('2026-01-01', '2026-12-31'), ('2026-06-01', '2026-08-31')))))
        maybe(rng, 0.85, target, 'value', lambda: rng.choice((0, 2, 8, 30, 100, 500, -1)))
        targets.append(target)
    if rng.random() < 0.1:
        targets.append({'value': 7})
    fields['targets'] = targets
    return fields


def workspace(rng):
    text, _ = figures.workspace(rng)
    phone = figures.Phone('desk000001')
    phone.save('term/area-old', {'joined_into': 'term/area-dairy', 'label_es': 'Leche'})
    phone.save('term/area-dairy', {'label_es': 'Lácteos'})
    saved = {}
    for at in range(rng.randrange(2, 9)):
        fields = {}
        maybe(rng, 0.9, fields, 'starts_on', lambda: day(rng))
        maybe(rng, 0.8, fields, 'municipality', lambda: rng.choice(PLACES))
        maybe(rng, 0.7, fields, 'production_areas', lambda: rng.sample(AREAS, rng.randrange(3)))
        maybe(rng, 0.3, fields, 'themes', lambda: ['term/theme-water', 'term/theme-soil'])
        maybe(rng, 0.7, fields, 'visit_type', lambda: rng.choice(('meeting', 'site_visit')))
        saved['visit/v%d' % at] = phone.save('visit/v%d' % at, fields or {'purpose': 'ver'})
    visits = sorted(saved)
    for at in range(rng.randrange(10)):
        fields = {'what': 'x'}
        maybe(rng, 0.9, fields, 'visit', lambda: rng.choice(visits))
        maybe(rng, 0.8, fields, 'due_on', lambda: day(rng))
        maybe(rng, 0.8, fields, 'status', lambda: rng.choice(('open', 'done', 'done', 'dropped')))
        if fields.get('status') in ('done', 'dropped'):
            maybe(rng, 0.85, fields, 'closed_on', lambda: day(rng))
        saved['agreement/a%d' % at] = phone.save('agreement/a%d' % at, fields)
    for at in range(rng.randrange(1, 6)):
        saved['indicator/i%d' % at] = phone.save('indicator/i%d' % at, indicator(rng))
    for name in sorted(saved):
        chance = rng.random()
        if chance < 0.08:
            phone.save(name, {'trashed': True}, seen=[saved[name]])
        elif chance < 0.16 and name.startswith('visit/'):
            phone.save(name, {'joined_into': rng.choice([other for other in visits if other != name] or [name])})
    return text[:text.rindex('\n]')] + ',\n' + ',\n'.join(phone.lines) + text[text.rindex('\n]'):]


def stands_for(records, name):
    """What a word is read as: the end of its joins, in the bin or not."""
    passed = [name]
    while True:
        into = records.get(passed[-1], {}).get('fields', {}).get('joined_into')
        if into not in records or into in passed:
            return passed[-1]
        passed.append(into)


def once(items):
    return list(dict.fromkeys(items))


def here(records, kind):
    for name, state in sorted(records.items()):
        if not name.startswith(kind + '/') or state['binned']:
            MET['binned'] += name.startswith(kind + '/')
            continue
        if state['fields'].get('joined_into') and figures.resolve(records, name) != name:
            MET['joined'] += 1
            continue
        yield name, state['fields']


def fits(records, fields, asked):
    areas = [stands_for(records, area) for area in fields.get('production_areas', [])]
    wanted = [stands_for(records, area) for area in asked.get('area', [])]
    date = fields.get('starts_on', '')
    return ((not wanted or set(wanted) & set(areas)) and ('days' not in asked or asked['days'][0] <= date <= asked['days'][1])
            and (not asked.get('theme') or set(asked['theme']) & set(fields.get('themes', [])))
            and (not asked.get('place') or any(fields.get('municipality', '').startswith(code) for code in asked['place'])))


def count_visits(records, asked):
    visits = {name: fields for name, fields in here(records, 'visit') if fits(records, fields, asked)}
    by = {}
    keys = {
        'area': lambda fields: once(stands_for(records, area) for area in fields.get('production_areas', [])),
        'theme': lambda fields: once(fields.get('themes', [])),
        'municipality': lambda fields: [fields.get('municipality', '')],
        'region': lambda fields: [fields.get('municipality', '')[:4]],
        'type': lambda fields: [fields.get('visit_type', '')],
        'month': lambda fields: [fields.get('starts_on', '')[:7]],
    }
    for what, of in keys.items():
        rows = {}
        for name, fields in visits.items():
            MET['several_areas'] += what == 'area' and len(of(fields)) > 1
            for key in of(fields) or ['']:
                rows.setdefault(key, []).append(name)
        by[what] = rows
    MET['visits'] += len(visits)
    return visits, by


def promises(records, asked):
    visits, _ = count_visits(records, asked)
    for name, fields in here(records, 'agreement'):
        visit = fields.get('visit')
        visit = figures.resolve(records, visit) if visit in records else visit
        if not asked or visit in visits:
            state = fields.get('status') if fields.get('status') in ('done', 'dropped') else 'open'
            yield name, state, fields, visits.get(visit, {}).get('starts_on', '')


def count_agreements(records, asked, on):
    told = {'open': [], 'overdue': [], 'done': [], 'done_late': [], 'dropped': [], 'on': on}
    for name, state, fields, _ in promises(records, asked):
        told[state].append(name)
        due, closed = fields.get('due_on', ''), fields.get('closed_on', '')
        if state == 'open' and due and due < on:
            told['overdue'].append(name)
        if state == 'done' and due and due < closed:
            told['done_late'].append(name)
    MET['overdue'] += len(told['overdue'])
    MET['late'] += len(told['done_late'])
    MET['agreements'] += sum(map(len, (told['open'], told['done'], told['dropped'])))
    return told


def allowed(measure):
    if measure not in TRAININGS:
        return {'measure', 'area', 'theme', 'place'}
    people = set() if measure == 'sessions' else {'sex', 'age', 'role'}
    return {'measure', 'topic', 'method', 'area', 'place', 'organiser', 'funder'} | people


def understood(asked):
    if not isinstance(asked, dict) or asked.get('measure') not in TRAININGS + ('visits', 'agreements_made', 'agreements_done'):
        return False
    asked = {name: value for name, value in asked.items() if value not in (None, [], {}, '')}
    one = all(len(asked.get(name, ['x'])) == 1 for name in ('sex', 'age', 'role'))
    lists = all(isinstance(value, list) for name, value in asked.items() if name != 'measure')
    return set(asked) <= allowed(asked['measure']) and lists and one


def reached(seen, asked, days):
    """Bounds, records, what others reported; nothing where it is not known what counts."""
    records = seen['records']
    if not understood(asked):
        MET['unknown'] += 1
        return None
    measure = asked['measure']
    if measure in TRAININGS:
        question = {name: asked[name][0] for name in ('sex', 'age', 'role', 'method', 'place') if asked.get(name)}
        if days:
            question['days'] = days
        # figures.py asks for one topic; here any of several fits.
        topics = set(asked.get('topic', []))
        narrowed = seen
        if topics:
            kept = {name: state for name, state in records.items() if not name.startswith('session/')
                    or topics & set(records[state['fields']['course']]['fields'].get('topics', []))}
            # A joined session that is left away would free the one joined into it: its end is looked up before.
            kept.update((name, dict(state, binned=True)) for name, state in records.items() if name not in kept)
            ends = {name: figures.resolve(records, name) for name in records if name.startswith('session/')}
            kept = {name: dict(state, binned=True) if name.startswith('session/') and ends[name] != name else state for name, state in kept.items()}
            kept = {name: dict(state, fields={k: v for k, v in state['fields'].items() if k != 'joined_into'}) if name.startswith('session/') else state for name, state in kept.items()}
            narrowed = {'records': kept}
        # An answer to a part of the trainings is never the one of a whole period.
        if topics and days:
            question['topic_asked'] = True
        figure, mine = figures.count(narrowed, question)
        some = any(name in question for name in ('sex', 'age', 'role'))
        def behind(one):
            if measure == 'sessions':
                return True
            if not one['own'] or one['total'] is None:
                return False
            if not some:
                return True
            sure = sum(cell['count'] for cell in one['cells'] if figures.fits(question, cell) == 2)
            perhaps = sum(cell['count'] for cell in one['cells'] if figures.fits(question, cell) == 1) + max(0, one['total'] - (one['counted'] or 0))
            return sure + (perhaps if measure == 'people' else 0) > 0
        number = {'sessions': [figure['sessions']] * 2, 'attendances': [figure['attendances']] * 2,
                  'people': [figure['people']['lower'], figure['people']['upper']]}[measure]
        MET['bounds'] += number[0] != number[1]
        MET['by_others'] += len(figure['reported_by_others'])
        return {'lower': number[0], 'upper': number[1], 'records': [one['name'] for one in mine if behind(one)],
                'reported_by_others': figure['reported_by_others']}
    filters = {name: value for name, value in asked.items() if name != 'measure' and value}
    if measure == 'visits':
        dated = [(name, fields.get('starts_on', '')) for name, fields in count_visits(records, filters)[0].items()]
    else:
        dated = [(name, fields.get('closed_on', '') if measure == 'agreements_done' else made)
                 for name, state, fields, made in promises(records, filters) if measure != 'agreements_done' or state == 'done']
    inside = [name for name, date in dated if not days or (date and days[0] <= date <= days[1])]
    left_out = [name for name, date in dated if days and not date]
    MET['left_out'] += len(left_out)
    return {'lower': len(inside), 'upper': len(inside), 'records': inside, 'reported_by_others': [], 'left_out': left_out}


def percent(fields, target, number):
    """Rule 6: never where the start or the target is missing or 0."""
    start = fields.get('baseline')
    start = start if isinstance(start, int) and start > 0 else None
    if not start or not target or target < 0:
        MET['no_percent'] += 1
        return None
    down = fields.get('direction') == 'down'
    whole, part = (start - target, start - number) if down else (target - start, number - start)
    if whole <= 0:
        return None
    MET['percent'] += 1
    MET['down'] += down
    return part * 100 // whole


def count_indicators(seen):
    told = []
    for name, state in sorted(seen['records'].items(), key=lambda item: (item[1]['fields'].get('code', ''), item[0])):
        if not name.startswith('indicator/') or state['binned']:
            continue
        fields = state['fields']
        targets = []
        periods = [target for target in fields.get('targets', []) if 'from' in target]
        for target in sorted(periods, key=lambda target: (target['from'], target['to'])):
            value = target.get('value') if target.get('value', -1) >= 0 else None
            number = reached(seen, fields.get('counts'), (target['from'], target['to']))
            progress = number and [percent(fields, value, number['lower']), percent(fields, value, number['upper'])]
            targets.append({'from': target['from'], 'to': target['to'], 'value': value, 'actual': number, 'progress': progress})
        told.append({'indicator': name, 'actual': reached(seen, fields.get('counts'), None), 'targets': targets})
    return told


def plain(theirs, ours):
    """What the program says, as far as it is counted here."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {name: plain(theirs.get(name), value) for name, value in ours.items()}
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [plain(*pair) for pair in zip(theirs, ours)]
    return theirs


def ask(rng):
    args, asked = [], {}
    if rng.random() < 0.6:
        asked['days'] = rng.choice((figures.SEASON, ('2026-06-01', '2026-08-31')))
        args += ['--from', asked['days'][0], '--to', asked['days'][1]]
    for name, values in (('place', ('EC', 'EC10', 'EC1003', 'BO03')), ('area', AREAS)):
        if rng.random() < 0.3:
            asked[name] = [rng.choice(values)]
            args += ['--' + name, asked[name][0]]
    return args, asked


def compare(command, seed, folder):
    rng = random.Random(seed)
    path = os.path.join(folder, 'a.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(workspace(rng))
    run = lambda words: json.loads(subprocess.run(command + words, stdout=subprocess.PIPE, check=True).stdout)
    seen = run(['view', path])
    for question in range(4):
        args, asked = ask(rng) if question else ([], {})
        on = day(rng)
        theirs = run(['figures', path, '--visits', '--agreements', '--on', on, '--indicators'] + args)
        visits, by = count_visits(seen['records'], asked)
        ours = {'visits': len(visits), 'by': by, 'agreements': count_agreements(seen['records'], asked, on), 'indicators': count_indicators(seen)}
        said = {'visits': theirs['visits']['visits'], 'agreements': theirs['agreements'],
                'by': {what: {row['key']: row['records'] for row in rows} for what, rows in theirs['visits']['by'].items()},
                'indicators': plain(theirs['indicators'], ours['indicators'])}
        if said != ours:
            print('seed %d, asked %s' % (seed, args))
            for part in ours:
                if said[part] != ours[part]:
                    print('program', part, json.dumps(said[part], sort_keys=True))
                    print('oracle ', part, json.dumps(ours[part], sort_keys=True))
            sys.exit(1)
    return 4


if __name__ == '__main__':
    figures.main(compare, MET)
