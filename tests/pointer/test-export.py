#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board is written through the window as a table with tabs, as CSV and as an export of all records; a file that is
there is asked about before it is replaced; the folder of the board itself is not written into."""
import os
import subprocess
import tempfile

from drive import Program, prefix

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
cases = 0


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


def admin(home, *arguments):
    environment = {**os.environ, 'XDG_DATA_HOME': os.path.join(home, 'data'), 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), *arguments], env=environment, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout


def choose(board, what, path):
    board.click('^push button Huvudmeny')
    board.click('^menu item Exportera…$')
    board.see('bara signaturer: status, .* och tid för kontakter')
    board.click('^push button .*%s$' % what)
    board.see('^push button .*Spara$')
    board.key('ctrl+a')
    board.type(path)
    board.key('Return')


def done():
    global cases
    cases += 1


with tempfile.TemporaryDirectory() as folder:
    admin(folder, 'import', SHEET)
    whole = os.path.join(folder, 'all.json')
    table, comma = os.path.join(folder, 'board.tsv'), os.path.join(folder, 'board.csv')
    kept = os.path.join(folder, 'data', 'facttavlan', 'team.facttavlan')
    with Program(home=folder) as board:
        board.see('^table row NN-89, Kris')
        choose(board, 'Tabell…', table)
        board.status('board.tsv')
        assert read(table) == read(SHEET)
        done()

        with open(comma, 'wb') as stream:
            stream.write(b'mine')
        choose(board, 'Tabell…', comma)
        board.see('finns redan|Ersätt')
        assert read(comma) == b'mine'
        board.see('^push button .*Ersätt')
        board.key('Return')
        board.status('board.csv')
        assert read(comma).startswith('Datum;Patient;Triage'.encode()) and read(comma).count(b'\n') == 6
        done()

        choose(board, 'Alla uppgifter…', whole)
        board.status('all.json')
        done()

        choose(board, 'Tabell…', os.path.join(os.path.dirname(kept), 'other.tsv'))
        board.see('Själva tavlan finns i den här mappen')
        assert not os.path.exists(os.path.join(os.path.dirname(kept), 'other.tsv'))
        board.key('Escape')
        board.close()
        done()
    assert admin(folder, 'export', '--format', 'json', '-') == read(whole)
    assert admin(folder, 'board') == read(SHEET)
    admin(folder, 'check')
print('%d cases' % cases)
