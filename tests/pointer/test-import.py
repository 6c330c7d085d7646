#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet is read into an empty board through the window, read again with a changed cell, and that is undone;
a file that is no table is refused in words. What is stored is read when the window has closed."""
import os

from drive import Program

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
cases = 0


def choose(board, path):
    board.click('^push button .*Välj fil…$')
    board.see('^push button .*Öppna$')
    board.type(path)
    board.key('Return')
    board.gone('^push button .*Öppna$')


def write_week(board):
    board.click('Dagkolumnernas vecka')
    board.key('ctrl+a')
    board.type('2019-W20')
    board.see(r'v\.\s20 · 13–19 maj 2019')


with Program() as board:
    given = open(SHEET, 'rb').read()
    changed = os.path.join(board.home, 'changed.tsv')
    rubbish = os.path.join(board.home, 'rubbish.tsv')
    open(changed, 'wb').write(given.replace(b'\tCSA+HMR\t', b'\tDEN\t'))
    open(rubbish, 'wb').write(bytes(range(256)) * 64)

    board.click('^push button Läs in kalkylblad…')
    write_week(board)
    choose(board, rubbish)
    board.see('Filen är inte text')
    cases += 1

    choose(board, SHEET)
    board.see('Ny: 5')
    board.see('Okänt ord')
    if os.environ.get('FACT_PICTURE'):
        board.picture(os.environ['FACT_PICTURE'])
    board.click('^push button .*Läs in$')
    board.status('Inläst. Nya: 5')
    cases += 1

    board.click('Vem är du|Vem som gör')
    board.click('^(menu item|radio menu item|check menu item) CSA')
    board.click('^push button Huvudmeny')
    board.click('^menu item Läs in kalkylblad…')
    write_week(board)
    choose(board, changed)
    board.see('Ändrad: 1')
    board.click('^push button .*Läs in$')
    board.status('ändrade: 1')
    board.key('ctrl+z')
    board.status('Ångrat')
    board.close()
    assert board.admin('board', '--week', '2019-W20').encode() == given
    cases += 1
print('%d cases' % cases)
