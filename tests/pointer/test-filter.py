#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The given sheet on its own day, Wednesday 15 May 2019: a text is searched with Ctrl+F and Escape shows all rows again;
whose patients are shown is chosen by the pointer; "Move to
Wednesday" among the warnings of BB-90, by the key F4, moves its contact."""
import glob
import os
import tempfile

from drive import Program

FAKETIME = glob.glob('/usr/lib/*/faketime/libfaketime.so.1')[0]
SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
TODAY = {'LD_PRELOAD': FAKETIME, 'FAKETIME': '@2019-05-15 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}


def days(board):
    table = board.admin('--database', path, 'board', '--week', '2019-W20').splitlines()
    return next(line.split('\t')[11:] for line in table if '\tBB-90\t' in line)


cases = 0
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'data', 'team.facttavlan')
    with Program('--version', environment=TODAY) as first:
        first.ended()
        first.admin('--database', path, 'import', '--week', '2019-W20', SHEET)
        assert days(first) == ['', '', '', 'CSA+HMR', '', '', ''], days(first)
    with Program('--database', path, environment=TODAY) as board:
        board.see('NN-89, Kris')
        board.key('ctrl+f')
        board.until(lambda: 'Sök på tavlan' in board.focused(), 'the focus in the search')
        board.type('SKURIT')
        board.see('Visar 1 av 5')
        board.gone('NN-89, Kris')
        board.see('EE-68, Inlagd')
        board.key('Escape')
        board.see('NN-89, Kris')
        board.gone('Visar 1 av 5')
        cases += 1

        board.click('button Visa: hela teamet')
        board.click('^menu item MDN')
        board.see('Visar 2 av 5')
        board.gone('AA-80, Stabil')
        board.click('button Visa alla')
        board.gone('Visar 2 av 5')
        board.see('AA-80, Stabil')
        cases += 1

        # The link in the status line leads to the row.
        board.click('^push button BB-90: Texten säger onsdag, rutan säger torsdag')
        board.key('F4')
        board.click('^menu item Flytta till onsdag')
        # Nobody has said who they are: the change waits for the answer.
        board.click('^menu item CSA')
        board.status('Kontakten för BB-90 flyttad till ons 15 maj')
        board.gone('^push button BB-90: Texten säger')
        board.close()
        assert days(board) == ['', '', 'CSA+HMR', '', '', '', ''], days(board)
        cases += 1
print('%d cases' % cases)
