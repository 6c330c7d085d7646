#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each drag of tests/board/drags.ini in the installed program: by the pointer, or with `keys` or `menus` by what stands
beside it there. Each is done, undone, and the last redone; what is left is read from the file after the program was
killed."""
import configparser
import os
import re
import subprocess
import sys
import tempfile

from drive import Program, prefix

WEEK = '2019-W20'
CLOCK = {
    'FAKETIME': '@2019-05-15 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_DONT_RESET': '1',
    'LD_PRELOAD': '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
}
WAY = sys.argv[1] if len(sys.argv) > 1 else 'drag'


def table():
    """A drag that has no key or no menu item fails here, whichever way is asked for."""
    drags = configparser.ConfigParser(interpolation=None)
    drags.optionxform = str
    with open(os.path.join(os.environ['FACT_SOURCE_DIR'], 'tests', 'board', 'drags.ini'), encoding='utf-8') as stream:
        drags.read_file(stream)
    for name in drags.sections():
        for field in ('drag', 'keys', 'menu', 'becomes'):
            assert drags[name].get(field), '%s has no %s' % (name, field)
    return [(name, drags[name]) for name in drags.sections()]


def go_to(board, pattern):
    """Shift+Tab, and the arrow within what is one stop for it."""
    way = []
    for _ in range(40):
        here = board.focused()
        if re.search(pattern, here):
            return
        way.append(here)
        board.key('Right' if ', personal' in here else 'shift+Tab')
        board.until(lambda: board.focused() != here, 'the focus after ' + here)
    raise AssertionError('the focus never comes to %s, but to %s' % (pattern, way))


def pick(board, pattern):
    board.see(pattern)
    for _ in range(40):
        if re.search(pattern, board.focused()):
            board.key('Return')
            return
        here = board.focused()
        board.key('Down')
        board.until(lambda: board.focused() != here, 'the focus after ' + here)
    raise AssertionError('the focus never comes to ' + pattern)


def by_drag(board, drag):
    what, onto, over, *held = drag['drag'].split(';')
    board.drag(what, onto, '^label Drar', over, keys=held)


def by_keys(board, drag):
    first, *steps = drag['keys'].split(';')
    if first.startswith('tab:'):
        go_to(board, first[len('tab:'):])
    else:
        board.click(first)
    for step in steps:
        if step.startswith('text:'):
            board.type(step[len('text:'):])
        elif step.startswith('pick:'):
            pick(board, step[len('pick:'):])
        else:
            board.key(step)


def by_menu(board, drag):
    on, *items = drag['menu'].split(';')
    board.menu_click(on)
    for item in items:
        board.click('^menu item %s$' % item)


def come(board, drag):
    for pattern in drag['becomes'].split(';'):
        if pattern.startswith('!'):
            board.gone(pattern[1:])
        else:
            board.see(pattern)
    if 'stays' in drag:
        board.see(drag['stays'])


def go(board, drag):
    for pattern in drag['becomes'].split(';'):
        if pattern.startswith('!'):
            board.see(pattern[1:])
        else:
            board.gone(pattern)


def row_of(board, code):
    rows = board.admin('--database', database, 'export', '--week', WEEK, '-').split('\n')
    return next(row for row in rows if '\t%s\t' % code in row).split('\t')


home = tempfile.TemporaryDirectory()
database = os.path.join(home.name, 'team.facttavlan')
subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', database, 'import', '--week', WEEK,
                os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')], check=True, env={**os.environ, **CLOCK})

cases = 0
with Program('--database', database, environment=CLOCK, home=home.name) as board:
    board.see('^table row NN-89')
    board.click('^push button Vem är du')
    board.click('^menu item CSA$')
    board.see('^push button CSA$|^push button Den som gör ändringar: CSA$')
    for name, drag in table():
        print('# ' + name, flush=True)
        {'drag': by_drag, 'keys': by_keys, 'menus': by_menu}[WAY](board, drag)
        if 'dialog' in drag:
            board.see(drag['dialog'])
            board.key('Return')
        come(board, drag)
        board.key('ctrl+z')
        go(board, drag)
        cases += 1
    board.key('ctrl+y')
    come(board, drag)
    board.kill()
    assert row_of(board, 'DD-75')[13] == 'DEN', row_of(board, 'DD-75')
    board.admin('--database', database, 'check')

print('%d cases' % cases)
