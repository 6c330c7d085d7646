#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start UNTIL-STILL BARE PREFIX: start to full first frame and memory then, against a bare libadwaita window.
Nine alternating pairs, warm cache; window 1400×900; the installed program on what `demo` makes."""
import os
import statistics
import subprocess
import sys
import tempfile

still, bare, prefix = sys.argv[1:4]
program, admin = (os.path.join(prefix, 'bin', name) for name in ('facttavlan', 'facttavlan-admin'))
PAIRS = int(os.environ.get('BENCH_PAIRS', '9'))
SETS = [
    # name, arguments of demo, time at most, memory at most
    ('240 patients on the board, one year', ['--patients', '1600', '--years', '1'], 1.5, 1.3),
    ('10,000 patients, 240 on the board, five years', ['--patients', '10000', '--years', '5'], 1.8, 1.3),
]


def measure(*command):
    out = subprocess.run([still, *command], stdout=subprocess.PIPE, check=True, text=True).stdout.split()
    return float(out[0]), int(out[1])


def rows(path):
    names = ('patient', 'stay', 'contact', 'change', 'edit')
    counts = subprocess.run(['sqlite3', path] + ['SELECT count(*) FROM "%s"' % n for n in names],
                            stdout=subprocess.PIPE, check=True, text=True).stdout.split()
    return ', '.join('%s %s' % pair for pair in zip(names, counts))


def print_ratio(what, ours, theirs, most, unit):
    ratios = [a / b for a, b in zip(ours, theirs)]
    print('%s: %.2f (worst %.2f, at most %.2f); %.0f ÷ %.0f %s' % (
        what, statistics.median(ratios), max(ratios), most, statistics.median(ours), statistics.median(theirs), unit))


with tempfile.TemporaryDirectory() as folder:
    for name, arguments, most_time, most_memory in SETS:
        path = os.path.join(folder, arguments[1] + '.facttavlan')
        subprocess.run([admin, '--database', path, 'demo', *arguments], check=True)
        on_board = subprocess.run([admin, '--database', path, 'board'], stdout=subprocess.PIPE, check=True).stdout
        print('# %s: %d rows on the board; %s; %.0f MB' % (name, on_board.count(b'\n') - 1, rows(path),
                                                           os.path.getsize(path) / 1e6))
        measure(bare)
        measure(program, '--database', path)
        pairs = [(measure(program, '--database', path), measure(bare)) for _ in range(PAIRS)]
        print_ratio('start to full first frame, ' + name, [o[0] for o, _ in pairs], [b[0] for _, b in pairs], most_time, 'ms')
        print_ratio('memory, ' + name, [o[1] for o, _ in pairs], [b[1] for _, b in pairs], most_memory, 'kB')
        sys.stdout.flush()
