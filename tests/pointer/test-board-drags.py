#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A patient is moved between states in the installed program by pointer, by key and by menu: each is done, undone and
redone. What is left is read from the file after the program was killed."""
import os
import subprocess
import tempfile

from drive import Program, prefix

WEEK = '2019-W20'
CLOCK = {
    'FAKETIME': '@2019-05-15 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_DONT_RESET': '1',
    'LD_PRELOAD': '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
}
PATIENT = '^table cell NN-89, Patient'

# drag: what, onto what, what it says over the target, keys held. key: what is clicked first, then keys and texts.
# menu: on what, then its items. becomes: what is seen afterwards and not before.
DRAGS = [
    {'name': 'a row onto another section',
     'drag': (PATIENT, '^row header Stabil', 'Drar NN-89 till Stabil', ()),
     'key': (PATIENT, '5'), 'menu': (PATIENT, 'Flytta till Stabil'), 'becomes': '^table row NN-89, Stabil'},
]


def by_drag(board, drag):
    what, onto, over, keys = drag['drag']
    board.drag(what, onto, '^label Drar', over, keys=keys)


def by_key(board, drag):
    board.click(drag['key'][0])
    for key in drag['key'][1:]:
        if key.startswith('text:'):
            board.type(key[len('text:'):])
        else:
            board.key(key)


def by_menu(board, drag):
    board.menu_click(drag['menu'][0])
    for item in drag['menu'][1:]:
        board.click('^menu item %s$' % item)


def triage_of(board):
    """Of NN-89, as the table says."""
    table = board.admin('--database', database, 'export', '--week', WEEK, '-')
    row = next(line for line in table.split('\n') if '\tNN-89\t' in line)
    return next(word for word in row.split('\t') if word in ('Kris', 'Ny', 'Inlagd', 'Obs', 'obs', 'Stabil'))


home = tempfile.TemporaryDirectory()
database = os.path.join(home.name, 'team.facttavlan')
subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', database, 'import', '--week', WEEK,
                os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')], check=True, env={**os.environ, **CLOCK})

cases = 0
with Program('--database', database, environment=CLOCK, home=home.name) as board:
    board.see('^table row NN-89')
    board.click('^push button Vem är du')
    board.click('^menu item CSA$')
    board.see('^push button CSA$')
    for drag in DRAGS:
        for way in (by_drag, by_key, by_menu):
            way(board, drag)
            board.see(drag['becomes'])
            board.key('ctrl+z')
            board.gone(drag['becomes'])
            cases += 1
        board.key('ctrl+y')
        board.see(drag['becomes'])
        board.key('ctrl+z')
        board.gone(drag['becomes'])
    board.key('ctrl+y')
    board.see(DRAGS[-1]['becomes'])
    board.kill()
    assert triage_of(board) == 'Stabil'
    board.admin('--database', database, 'check')

print('%d cases' % cases)
