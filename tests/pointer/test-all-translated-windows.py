#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under a translation that wraps every message in ⟦ ⟧, every text of the page of patients, of every dialog and window, and
of what they refuse is wrapped, GTK's own, or data. A new dialog is a line in STEPS."""
from wrapped import WINDOW, Wrapped

ON_BOARD = 'LL-84b'


def choose_person(board):
    board.click('⟦Who acts: nobody')
    board.click('^menu item CSA')


def drop_down(name):
    return lambda board: board.click('^push button ⟦%s⟧' % name)


def patient_menu(board, item):
    board.key('ctrl+f', 'ctrl+a')
    board.type(ON_BOARD)
    # By way of the line above, as a hand comes: the first press after a list was closed by Escape is lost if the pointer
    # has only jumped since.
    board.hover('⟦Showing 1 of')
    board.menu_click('^list item %s[, ]' % ON_BOARD)
    if item:
        board.click('^menu item .*' + item)


def wrong_code(board):
    board.type('x')
    board.key('Return')


def put_on(board):
    board.key('alt+1')
    board.click('^push button ⟦Put on…⟧')


def first_patient(board):
    board.type('BB')
    board.see('^label BB-')
    board.key('Return')


def menu_item(name):
    return lambda board: (board.key('F10'), board.click('^menu item .*' + name))


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
]

with Wrapped() as board:
    board.walk(STEPS)
    board.close()
board.tell()
