#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A spreadsheet is read into an empty board through the window, read again with a changed cell, and that is undone;
a file that is no table is refused in words; an
export of all records is read into another team's file. What is stored is read when the window has closed."""
import os

from drive import Program, x

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
    board.see('Nya: 5')
    board.see('Okänt ord')
    if os.environ.get('FACT_PICTURE'):
        board.picture(os.environ['FACT_PICTURE'])
    board.click('^push button .*Läs in$')
    board.status('Inläst. Nya: 5')
    cases += 1

    # The table brought its people; whoever of them acts may still take it back, and bring it again.
    board.click('^push button Vem är du')
    board.click('^menu item CSA$')
    board.see('^push button Den som gör ändringar: CSA$')
    board.key('ctrl+z')
    board.status('Ångrat')
    board.gone('^table row NN-89')
    board.see('^push button Vem är du')
    board.key('ctrl+shift+z')
    board.status('Gjort om')
    board.click('^table cell NN-89, Datum')
    cases += 1

    # Now nobody has said who they are; that is asked before.
    board.click('^push button Huvudmeny')
    board.click('^menu item Läs in kalkylblad…')
    board.click('^menu item CSA$')
    # GTK may fall over the tip of what lies below the pointer and the dialog.
    x('mousemove', 2, 2)
    write_week(board)
    choose(board, changed)
    board.see('Ändrade: 1')
    board.click('^push button .*Läs in$')
    board.status('ändrade: 1')
    board.see('^push button Den som gör ändringar: CSA$')
    board.key('ctrl+z')
    board.status('Ångrat')
    board.close()
    assert board.admin('board', '--week', '2019-W20').encode() == given
    cases += 1
    records = os.path.join(board.home, 'records.json')
    board.admin('export', '--format', 'json', records)

# All records of the one team go into the empty file of another.
with Program() as other:
    other.click('^push button Läs in kalkylblad…')
    choose(other, records)
    other.see('Patienter')
    other.see('Nya: 5 · Ändrade: 0 · Oförändrade: 0')
    if os.environ.get('FACT_PICTURE'):
        other.picture(os.environ['FACT_PICTURE'] + '.json.png')
    other.click('^push button .*Läs in$')
    other.status('Inläst. Nya: ')
    other.see('^table row NN-89, Kris')
    other.key('ctrl+z')
    other.status('Ångrat')
    other.gone('^table row NN-89')
    other.key('ctrl+shift+z')
    other.status('Gjort om')
    other.see('^table row NN-89, Kris')
    other.close()
    assert other.admin('export', '--format', 'json', '-').encode() == open(records, 'rb').read()
    cases += 1
print('%d cases' % cases)
