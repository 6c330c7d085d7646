#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a colleague did is found in the history and set back with a reason, in Swedish, with a real pointer."""
import os
import re
import subprocess
import tempfile

from drive import Program, prefix

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
PICTURES = os.environ.get('FACT_PICTURES')
MOVED = r'CSA: NN-89 flyttad från Kris till Stabil'
# As the menu has them, after everyone.
PEOPLE = ['Alla', 'CSA', 'KRO', 'DEN', 'MJR']
cases = 0


def done(what):
    global cases
    cases += 1
    print('# ' + what, flush=True)


def picture(board, name):
    if PICTURES:
        board.picture(os.path.join(PICTURES, name + '.png'))


def choose(board, before, signature):
    board.click('^push button .*' + before)
    board.click('^menu item %s$' % signature)
    board.see('^push button Den som gör ändringar: %s$' % signature)


def move(board):
    """By the key of the fifth triage state."""
    board.click('^table cell NN-89, Datum')
    board.key('5')
    board.see('^table row NN-89, Stabil')
    done('CSA has moved NN-89')


def show_of(board, signature):
    board.click('^combo box Vems ändringar')
    board.until(lambda: [node for node in board.find('^label MDN$') if board.has_size(node)], 'the menu of people')
    board.key('Home', *['Down'] * PEOPLE.index(signature), 'Return')


def look(board):
    board.key('F10')
    board.click('^menu item Historik$')
    board.see(r'^list item .*' + MOVED)
    # By person: who did nothing has an empty history.
    show_of(board, 'MJR')
    board.see('Inget har gjorts')
    board.gone('^list item .*' + MOVED)
    picture(board, 'history-of-nobody')
    show_of(board, 'CSA')
    board.see(r'^list item .*' + MOVED)
    board.gone('^list item .*Kalkylblad inläst')
    picture(board, 'history')
    done('found it among what CSA did')


def restore(board):
    board.click('^push button Återställ: .*' + MOVED)
    board.see('Återställa det som stod förut')
    board.see('^check box triage: Stabil → Kris')
    picture(board, 'restore')
    # Without a reason Enter does nothing.
    board.key('Return')
    board.see('Återställa det som stod förut')
    board.type('Fel rad')
    board.key('Return')
    board.gone('Återställa det som stod förut')
    board.see('^table row NN-89, Kris')
    board.status('Återställt från historiken')
    done('KRO has set it back')


def told(board):
    show_of(board, 'KRO')
    board.see('^list item .*KRO: NN-89 återställd till Kris')
    board.see('Skäl: Fel rad')
    board.gone('^list item .*' + MOVED)
    picture(board, 'history-told')
    # It stands so now: there is nothing to set back, and that is said.
    show_of(board, 'CSA')
    board.click('^push button Återställ: .*' + MOVED)
    board.see('Så står det redan')
    picture(board, 'restore-refused')
    board.key('Escape')
    board.gone('Så står det redan')
    board.key('Escape')
    board.gone('^list item .*' + MOVED)
    done('told')


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'team.facttavlan')
    subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', path, 'import', '--week', '2019-W20',
                    SHEET], check=True)
    with Program('--database', path) as board:
        choose(board, 'ingen vald', 'CSA')
        move(board)
        choose(board, 'CSA$', 'KRO')
        look(board)
        restore(board)
        told(board)
        board.key('ctrl+z')
        board.see('^table row NN-89, Stabil')
        done('undone')
        board.close()
        log = board.admin('--database', path, 'log')
        # In the language of the machine, where it has Swedish.
        assert re.search('KRO\trestore\t.*NN-89.*\t.*: Fel rad', log), log
        board.admin('--database', path, 'check')
print('%d cases' % cases)
