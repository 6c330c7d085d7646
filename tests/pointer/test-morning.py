#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A reception's morning, in Swedish, with a real pointer: the spreadsheet is imported; the day after NN-89 goes from
Kris to Stabil, CSA onto Friday and `ring syster 13` into a cell; all three are undone and done again; yesterday's board
is looked at; the program is closed and opened again, and killed; and what is in the file then. test-morning.py keys: the same with the keyboard alone."""
import os
import re
import subprocess
import sys
import tempfile

from drive import Program, prefix

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
FAKETIME = '/usr/lib/%s/faketime/libfaketime.so.1'
KEYS = sys.argv[1:] == ['keys']
# The first of the menu, or by keys the one below.
WHO = 'KRO' if KEYS else 'CSA'
cases = 0


def library():
    triplet = subprocess.run(['gcc', '-print-multiarch'], stdout=subprocess.PIPE, check=True, text=True).stdout.strip()
    path = FAKETIME % triplet
    assert os.path.exists(path), path
    return path


def at(moment):
    return {'LD_PRELOAD': library(), 'FAKETIME': '@' + moment, 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}


def admin(home, moment, *arguments):
    environment = {**os.environ, **at(moment), 'XDG_DATA_HOME': os.path.join(home, 'data'), 'LC_ALL': 'C.UTF-8'}
    run = subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), *arguments], env=environment, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.returncode == 0, run.stderr
    return run.stdout


def done(what):
    global cases
    cases += 1
    print('# ' + what, flush=True)


def say_who(board):
    if KEYS:
        # The first change asks; the menu that opens is answered by keys.
        return
    board.click('^push button Vem är du')
    board.click('^menu item CSA$')
    board.see('^push button Den som gör ändringar: CSA$')
    done('said who')


def tab_to(board, pattern):
    for _ in range(60):
        here = board.focused()
        if re.search(pattern, here):
            return
        board.key('Tab')
        board.until(lambda: board.focused() != here, 'the focus after ' + here)
    raise AssertionError('the focus never comes to ' + pattern)


def home(board):
    board.key('Home')
    board.until(lambda: board.focused() == 'table cell NN-89, Datum', 'the first cell')


def move(board):
    if KEYS:
        board.see('^table row NN-89, Kris')
        # From the start of the board to the patient cell of NN-89, then the fifth triage state.
        tab_to(board, '^table cell NN-89')
        home(board)
        board.key('5')
        board.see('^menu item CSA$')
        # Whoever goes on typing has not said who they are.
        board.key('Return', 'space')
        board.key('Down', 'Return')
    else:
        board.drag('^table row NN-89, Kris', '^row header Stabil', 'Drar NN-89', 'Drar NN-89 .*Stabil', at=(0.09, 0.3))
    board.see('^table row NN-89, Stabil')
    done('moved')


def plan(board):
    if KEYS:
        to_cell(board, 'fredag 17 maj')
        board.type('csa')
        board.key('Return')
    else:
        board.drag('^push button CSA, personal', '^table cell NN-89, fredag 17 maj', 'Drar CSA', 'Drar CSA .*fredag')
    board.see('^push button CSA, fredag 17 maj, planerad, NN-89')
    done('planned')


def to_cell(board, day):
    for _ in range(20):
        here = board.until(board.focused, 'a focus')
        if here == 'table cell NN-89, ' + day:
            return
        board.key('Right')
        board.until(lambda: board.focused() not in ('', here), 'the focus to the right of ' + here)
    raise AssertionError('the focus is on ' + board.focused())


def write(board):
    if KEYS:
        home(board)
        to_cell(board, 'lördag 18 maj')
    else:
        board.click('^table cell NN-89, lördag 18 maj')
    board.type('ring syster 13')
    board.key('Return')
    board.see('ring syster.*lördag 18 maj|lördag 18 maj.*ring syster')
    done('written')


def undo_and_redo(board):
    for _ in range(3):
        board.key('ctrl+z')
    board.see('^table row NN-89, Kris')
    board.gone('^push button CSA, fredag 17 maj, planerad, NN-89')
    done('undone')
    for _ in range(3):
        board.key('ctrl+shift+z')
    board.see('^table row NN-89, Stabil')
    board.see('^push button CSA, fredag 17 maj, planerad, NN-89')
    done('done again')


def import_sheet(board):
    if KEYS:
        tab_to(board, '^push button .*Läs in kalkylblad…$')
        board.key('Return')
        board.see('^push button .*Välj fil…$')
        board.key('alt+f')
    else:
        board.click('^push button Läs in kalkylblad…$')
        board.click('^push button .*Välj fil…$')
    board.see('^push button .*Öppna$')
    board.type(SHEET)
    board.key('Return')
    board.gone('^push button .*Öppna$')
    board.see('Nya: 5 · Ändrade: 0 · Oförändrade: 0')
    if KEYS:
        board.key('alt+l')
    else:
        board.click('^push button .*Läs in$')
    board.status('Inläst. Nya: 5')
    board.see('^table row NN-89, Kris')
    done('imported')


def choose_earlier_day(board):
    if KEYS:
        board.key('F10')
        board.see('^menu item Tavlan en tidigare dag…$')
        while not re.search('^menu item Tavlan en tidigare dag…$', board.focused()):
            here = board.focused()
            board.key('Down')
            board.until(lambda: board.focused() != here, 'the item below ' + here)
        board.key('Return')
    else:
        board.click('^push button Huvudmeny')
        board.click('^menu item Tavlan en tidigare dag…$')
    board.see('tisdag 14 maj 2019')


def see_yesterday(board):
    choose_earlier_day(board)
    if KEYS:
        board.key('Return')
    else:
        board.click('^push button .*Visa$')
    board.see('Du tittar på en äldre tavla')
    board.see('^table row NN-89, Kris')
    if KEYS:
        board.key('alt+t')
    else:
        board.click('^push button Tillbaka till i dag')
    board.gone('^table row NN-89, Kris')
    board.see('^table row NN-89, Stabil')
    done('seen yesterday\'s')


def see_all(board):
    board.see('^table row NN-89, Stabil')
    board.see('^push button CSA, fredag 17 maj, planerad, NN-89')
    board.see('ring syster.*lördag 18 maj|lördag 18 maj.*ring syster')


with tempfile.TemporaryDirectory() as folder:
    with Program(home=folder, environment=at('2019-05-14 08:00:00')) as board:
        import_sheet(board)
        board.close()
    with Program(home=folder, environment=at('2019-05-15 09:00:00')) as board:
        board.see('^table row NN-89, Kris')
        say_who(board)
        move(board)
        plan(board)
        write(board)
        undo_and_redo(board)
        see_yesterday(board)
        board.close()
    with Program(home=folder, environment=at('2019-05-15 09:20:00')) as board:
        see_all(board)
        board.kill()
    done('opened again')
    rows = [line.split('\t') for line in admin(folder, '2019-05-15 09:30:00', 'board', '--week', '2019-W20').splitlines()]
    row = next(r for r in rows if r[1] == 'NN-89')
    assert row[2] == 'Stabil' and row[15] == 'CSA' and 'ring syster' in row[16], row
    old = admin(folder, '2019-05-15 09:30:00', 'board', '--week', '2019-W20', '--date', '2019-05-14')
    with open(SHEET, encoding='utf-8') as stream:
        assert old == stream.read()
    log = admin(folder, '2019-05-15 09:30:00', 'log', '--patient', 'NN-89').splitlines()
    assert len(log) == 10 and all('\t%s\t' % WHO in line for line in log[:9]), log
    admin(folder, '2019-05-15 09:30:00', 'check')
    done('all of it in the file')
print('%d cases' % cases)
