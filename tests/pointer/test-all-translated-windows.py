#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under a translation that wraps every message in ⟦ ⟧, every text of the page of patients, of every dialog and window, and
of what they refuse is wrapped, GTK's own, or data. A new dialog is a line in STEPS. GTK's own file dialog is not walked:
it shows the machine's folders."""
import csv
import os
import re

from drive import x
from wrapped import WINDOW, Wrapped

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
ON_BOARD = 'LL-84b'


def texts_of_the_sheet():
    with open(SHEET, encoding='utf-8') as stream:
        found = {cell for row in csv.reader(stream, delimiter='\t') for cell in row if cell}
    found |= {word for cell in found for word in re.split('[+, ]', cell) if word}
    return '|'.join(re.escape(text) for text in sorted(found, key=len, reverse=True))


def choose_person(board):
    board.click('⟦Who acts: nobody')
    board.click('^menu item CSA')


def drop_down(name):
    return lambda board: board.click('^push button ⟦%s⟧' % name)


def patient_menu(board, item):
    board.key('ctrl+f', 'ctrl+a')
    board.type(ON_BOARD)
    board.see('⟦Showing 1 of')
    board.menu_click('^label %s$' % ON_BOARD)
    if item:
        board.click('^menu item .*' + item)


def wrong_code(board):
    board.type('x')
    board.key('Return')


def put_on(board):
    board.key('alt+1')
    board.click('^push button ⟦Put on…⟧')


def first_patient(board):
    board.key('Down', 'Return')


def tab(name):
    """The tabs stand twice in the tree, for a wide and a narrow window; one of them has a place."""
    def show(board):
        def seen():
            return [node for node in board.find('^page tab ⟦%s⟧' % name) if board.extents(node).width > 0]
        x('mousemove', *board.still(board.until(seen, 'the tab ' + name)[0]), 'click', 1)
    return show


def menu_item(name):
    return lambda board: (board.key('F10'), board.click('^menu item .*' + name))


def edit(name):
    def show(board):
        board.click('^push button ⟦Menu of ⟦?%s⟧' % name)
        board.click('^menu item .*Edit…')
    return show


def choose_sheet(board):
    board.click('^push button .*Choose File…')
    board.see('^push button .*Öppna$')
    board.type(SHEET)
    board.key('Return')
    board.gone('^push button .*Öppna$')


# A page, what is on it, and the first word there.
PREFERENCES = [
    ('Team', 'Add a Person', 'CSA'),
    ('Organisations', 'Add an Organisation', 'Borås'),
    ('Triage', 'Add a Triage State', 'Crisis'),
    ('Reasons', 'Add a Reason', 'Increased symptoms'),
    ('Contacts', 'Add a Kind of Contact', 'Home visit'),
]

STEPS = [
    ('who acts', choose_person, 'Who acts: CSA', None),
    ('the page of patients', 'alt+2', '⟦Search patients⟧', None),
    ('on the board or not', drop_down('On the board or not'), '^label ⟦Not on the board⟧', 'Escape'),
    ('the order', drop_down('Order'), '^label ⟦Longest on the board⟧', 'Escape'),
    ('the menu of a patient', lambda board: patient_menu(board, None), '^menu item .*Take off the board', 'Escape'),
    ('a patient', lambda board: patient_menu(board, 'Edit Patient…'), WINDOW + ON_BOARD, 'Escape'),
    ('a new patient', 'ctrl+n', WINDOW + '⟦New patient⟧', None),
    ('a code refused', wrong_code, 'is not a code', 'Escape'),
    ('taking off', lambda board: patient_menu(board, 'Take off the board'), WINDOW + 'Take .* off the board', 'Escape'),
    ('the history of a patient', lambda board: patient_menu(board, 'History'), WINDOW + 'History', 'Escape'),
    ('putting on', put_on, WINDOW + '⟦Put on the board⟧', None),
    ('putting on somebody', first_patient, WINDOW + '⟦Put .* on the board⟧', 'Escape'),
    ('the history of the board', 'ctrl+h', WINDOW + '⟦History', 'Escape'),
    ('exporting', menu_item('Export…'), WINDOW + '⟦Export Board⟧', 'Escape'),
    ('the shortcuts', 'ctrl+question', 'Keyboard shortcuts', 'Escape'),
    ('about', menu_item('About FACT Board'), '⟦The Facttavlan developers|© 2026', 'Escape'),
    ('importing', menu_item('Import Spreadsheet…'), WINDOW + '⟦Import Spreadsheet⟧', None),
    ('a file and its questions', choose_sheet, '⟦Questions⟧', 'Escape'),
    ('the preferences', 'ctrl+comma', '⟦Text size⟧', None),
]
for page, seen, word in PREFERENCES:
    STEPS += [('the preferences, ' + page, tab(page), '⟦%s⟧' % seen, None),
              ('editing ' + word, edit(word), '^push button .*Save', 'Escape')]

with Wrapped(texts_of_the_sheet(), re.escape(SHEET)) as board:
    board.walk(STEPS)
    board.key('Escape')
    board.gone('⟦Add a Kind of Contact⟧')
    board.close()
board.tell()
