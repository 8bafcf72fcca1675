#!/usr/bin/env python3
"""Compares a program with view.py, byte by byte.

    python3 compare.py AYNI_COMMAND --seeds A-B          generated exports (generate.py), in several orders
    python3 compare.py AYNI_COMMAND --hostile DIR        each file of a corpus made by hostile.py

AYNI_COMMAND (may hold arguments) is run as `AYNI_COMMAND view FILE...`. Both options may be given. The first
difference is printed with its seed or file. Exit status 1 on any difference, or when a kind of event
was not met in all the seeds together.
"""

import argparse
import difflib
import json
import os
import random
import shlex
import subprocess
import sys
import tempfile

import generate

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, files):
    """(exit status, standard output, standard error)."""
    try:
        done = subprocess.run(command + files, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    except subprocess.TimeoutExpired:
        return 'over 120 s', b'', b''
    return done.returncode, done.stdout, done.stderr


def oracle(files):
    return run([sys.executable, os.path.join(HERE, 'view.py')], files)


def difference(theirs, ours):
    """A small account of how two results differ, '' where they do not."""
    if theirs[:2] == ours[:2]:
        return ''
    out = ['exit status: program %s, oracle %s' % (theirs[0], ours[0])]
    try:
        left, right = (json.dumps(json.loads(side[1]), indent=1, sort_keys=True, ensure_ascii=False).split('\n') for side in (theirs, ours))
        lines = list(difflib.unified_diff(left, right, 'program', 'oracle', lineterm='', n=4))
        if not lines and theirs[1] != ours[1]:
            lines = ['the same JSON, written differently (C1)', repr(theirs[1][:300]), repr(ours[1][:300])]
        out += lines[:60]
    except ValueError:
        out.append('no JSON: program %r, oracle %r' % (theirs[1][:300], ours[1][:300]))
    out.append('program said: ' + theirs[2].decode('utf-8', 'replace')[-600:])
    out.append('oracle said: ' + ours[2].decode('utf-8', 'replace')[-1200:])
    return '\n'.join(out)


def seeds(command, first, last, options):
    """True where all agree and each kind of event was met."""
    met, runs = dict.fromkeys(generate.COUNTED, 0), 0
    for seed in range(first, last + 1):
        with tempfile.TemporaryDirectory() as folder:
            made = subprocess.run([sys.executable, os.path.join(HERE, 'generate.py'), str(seed), folder, '--devices',
                                   str(options.devices), '--steps', str(options.steps)], stdout=subprocess.PIPE, check=True)
            for kind, number in json.loads(made.stdout).items():
                met[kind] += number
            files = sorted(os.path.join(folder, name) for name in os.listdir(folder))
            rng = random.Random(seed)
            shuffled = rng.sample(files, len(files))
            orders = [[name] for name in files] + [files, files[::-1], shuffled + shuffled[:2]]
            whole = None
            for order in orders:
                runs += 1
                ours = oracle(order)
                text = difference(run(command, order), ours)
                if len(order) >= len(files) and len(files) > 1:
                    whole = whole or ours[:2]
                    if ours[:2] != whole:
                        text = text or 'the oracle itself depends on the order of the files'
                if text:
                    print('seed %d, files %s' % (seed, ' '.join(os.path.basename(name) for name in order)))
                    print(text)
                    return False
    print('%d seeds, %d comparisons, no difference; met: %s' % (last - first + 1, runs, json.dumps(met, sort_keys=True)))
    absent = [kind for kind, number in met.items() if not number]
    if absent:
        print('not met at all: ' + ', '.join(absent))
    return not absent


def hostile(command, folder):
    with open(os.path.join(folder, 'expected.json'), encoding='utf-8') as file:
        expected = json.load(file)
    wrong = 0
    for name, entry in sorted(expected.items()):
        path = os.path.join(folder, name)
        ours = oracle([path])
        view = json.loads(ours[1])
        if ours[0] != entry['exit'] or view['quarantined'] != entry['quarantined'] or entry['view'] not in (None, view):
            print('%s: the oracle does not give what expected.json says; run hostile.py again' % name)
            wrong += 1
        text = difference(run(command, [path]), ours)
        if text:
            wrong += 1
            if wrong <= 3:
                print('%s (%s)\n%s' % (name, entry['why'], text))
            else:
                print('%s (%s) differs too' % (name, entry['why']))
    print('%d hostile files, %d differ' % (len(expected), wrong))
    return not wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('command')
    parser.add_argument('--seeds', help='A-B')
    parser.add_argument('--hostile', action='append', default=[])
    parser.add_argument('--devices', type=int, default=4)
    parser.add_argument('--steps', type=int, default=90)
    options = parser.parse_args()
    if not options.seeds and not options.hostile:
        parser.error('give --seeds or --hostile')
    command = shlex.split(options.command) + ['view']
    good = all([hostile(command, folder) for folder in options.hostile])
    if options.seeds:
        first, _, last = options.seeds.partition('-')
        good = seeds(command, int(first), int(last or first), options) and good
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
