#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under a translation that wraps every message in ⟦ ⟧, every text of the board, of its menus and popovers, of the board
as it stood and of what happens while one drags and types is wrapped, GTK's own, or data. A new page or menu is a line in
STEPS."""
from drive import x
from wrapped import Wrapped

CELL = '^table cell '
FIRST = 'LL-84b, '
EMPTY = 'CC-65, .*Tuesday'


def choose_person(board):
    board.click('⟦Who acts: nobody')
    board.see('^menu item CSA')
    board.judge('who acts')
    board.click('^menu item CSA')


def search(board):
    board.key('ctrl+f')
    board.type('telef')


def type_contact(board):
    """In the empty day of a row; what is understood shows while one types."""
    board.click(CELL + EMPTY)
    board.type('CSA hb 13:37')


def start_drag(board):
    left, top = board.still(board.see(CELL + FIRST + '⟦Patient'))
    x('mousemove', left, top, 'mousedown', 1)
    step = iter(range(3, 400, 3))
    board.until(lambda: x('mousemove', left + next(step), top) or board.find('⟦Off the board'), 'the bar of a drag')


def end_drag(board):
    x('mouseup', 1)
    board.gone('⟦Off the board')


def move_by_key(board):
    board.click(CELL + FIRST + '⟦Date')
    board.key('5')


def show_yesterday(board):
    board.click('^push button .*⟦Show⟧')
    board.gone('⟦Calendar⟧')


def warnings(board):
    board.click('^push button CC-65: ')
    board.until(lambda: 'CC-65' in board.focused(), 'the row of the warning')
    board.key('F4')


STEPS = [
    ('the start', None, '⟦FACT Board⟧', None),
    ('the main menu', 'F10', '^menu item .*About FACT Board', 'Escape'),
    ('who acts, chosen', choose_person, 'Who acts: CSA', None),
    ('the menu of a row', lambda board: board.menu_click(CELL + FIRST + '⟦Patient'),
     '^menu item .*Take off the board', 'Escape'),
    ('the menu of a chip', lambda board: board.menu_click('^push button CSA, .*Wednesday.*LL-84b'),
     '^menu item .*Takes part', 'Escape'),
    ('the menu of a day', lambda board: board.menu_click(CELL + EMPTY), '^menu item .*Plan…', 'Escape'),
    ('the menu of the columns', lambda board: board.click('^table ⟦The board', button=3, at=(0.3, 0.03)),
     '^menu item .*Shared Screen', 'Escape'),
    ('the menu of a signature', lambda board: board.menu_click('^push button .*CSA, staff'),
     '^menu item .*Move all of today', 'Escape'),
    ('whose patients', lambda board: board.click('^push button ⟦Show: '), '^menu item .*Mine', 'Escape'),
    ('which municipality', lambda board: board.click('^push button ⟦Municipality: '), '^menu item (Borås|Mark)', 'Escape'),
    ('which triage', lambda board: board.click('^push button ⟦Triage: '), '^menu item .*Crisis', 'Escape'),
    ('a filter', search, '⟦Showing', 'Escape'),
    ('the warnings of a row', warnings, '^menu item .*Ignore', 'Escape'),
    ('the side pane', 'F9', '⟦Last changes', 'F9'),
    ('a contact being typed', type_contact, '⟦Home visit⟧.*13:37', 'Escape'),
    ('a row being dragged', start_drag, '⟦Off the board', None),
    ('the end of the drag', end_drag, '⟦FACT Board⟧', None),
    ('a move told', move_by_key, '^status bar .*Moved', None),
    ('the move undone', 'ctrl+z', '^status bar .*Undone', None),
    ('another week', 'alt+Left', 'Week 46', 'alt+Home'),
    ('choosing an old board', lambda board: (board.key('F10'), board.click('^menu item .*Earlier Day')),
     '⟦Calendar⟧', None),
    ('the old board', show_yesterday, '⟦You are seeing an old board', None),
    ('the menu of an old row', lambda board: board.menu_click(CELL + 'LL-84b, ⟦Patient'), '^menu item .*History', 'Escape'),
    ('today again', lambda board: board.click('^push button .*Back to Today'), '^push button ⟦Undo⟧', None),
]

with Wrapped() as board:
    board.walk(STEPS)
    board.close()
board.tell()
