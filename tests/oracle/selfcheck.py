#!/usr/bin/env python3
"""Checks view.py without another program: the test vector of section 2, that order and repetition do not
matter (M1), and that a harmed file in any layout gives every change that stands in it unharmed (I2).

    python3 selfcheck.py [SEEDS]        default 20; exit status 1 where something does not hold
"""

import json
import random
import sys

import generate
import view

VECTOR = ('{"at":"2026-11-24T08:11:22-05:00","by":{"device":"k3v9q2m7x1","seq":1},"record":"visit/a","schema":1,'
          '"set":{"title":"Visita \U0001f33d"},"tick":"000000000001-0000"}')


def layouts(lines, text):
    """(whole file, each change as it stands in it), written in three ways."""
    tree = json.loads(text)

    def pretty(value):
        return json.dumps(value, ensure_ascii=False, indent=1)

    def compact(value):
        return json.dumps(value, ensure_ascii=False, separators=(',', ':'))
    yield text, lines
    yield compact(tree), [compact(json.loads(line)) for line in lines]
    yield pretty(tree), ['\n'.join('  ' + part for part in pretty(json.loads(line)).split('\n')).strip() for line in lines]


def harm(rng, data):
    at = rng.randrange(len(data))
    return rng.choice((data[:at], data[at:], data[:at] + data[at + rng.randrange(1, 300):],
                       data[:at] + bytes([rng.choice(b'"{}[]:,\n\\ \x00\xff')]) + data[at + 1:]))


def main(argv):
    bad = tried = 0
    if view.name_of(VECTOR.encode()) != '53oeawinjqlua6fdzfucz3en4b' or view.canonical(json.loads(VECTOR)) != VECTOR:
        print('test vector: wrong')
        bad += 1
    for seed in range(int(argv[0]) if argv else 20):
        world = generate.World(seed, 3, 60)
        rng = random.Random(seed)
        files = []
        for device in world.devices[:3]:
            parts = world.export(device)
            text, lines = generate.file_text(*parts), parts[1]
            files.append(text.encode())
            names = [json.loads(line)['id'] for line in lines]
            for whole, changes in layouts(lines, text):
                places = [change.encode() for change in changes]
                for _ in range(8):
                    harmed = harm(rng, whole.encode())
                    want = {name for name, place in zip(names, places) if place in harmed}
                    if not view.CHANGES_MARK.search(harmed.decode('utf-8', 'replace')):      # step 6, what may be lost
                        want &= {name for name, place in zip(names, places) if b'"set"' in place}
                    proof = any(b'"set"' in place and place in harmed for place in places)
                    try:
                        got = {change.id for change in view.Reader(harmed).changes}
                    except view.Refused:
                        got = set() if proof else want
                    tried += 1
                    if want - got:
                        bad += 1
                        print('seed %d: %d of %d unharmed changes not found' % (seed, len(want - got), len(want)))
        seen = set()
        for _ in range(4):
            log = view.Log()
            for data in rng.sample(files, len(files)) + files[:1]:
                log.add_file(data)
            seen.add(view.canonical(log.view()))
        if len(seen) != 1:
            bad += 1
            print('seed %d: the order matters' % seed)
    print('%d harmed files, %d faults' % (tried, bad))
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
