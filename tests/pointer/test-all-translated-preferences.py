#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under a translation that wraps every message in ⟦ ⟧, every text of the import with its questions and of every page of
the preferences with its form is wrapped, GTK's own, or data. GTK's own file dialog is not walked: it shows the machine's
folders."""
import csv
import os
import re

from drive import x
from wrapped import WINDOW, Wrapped

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')


def texts_of_the_sheet():
    with open(SHEET, encoding='utf-8') as stream:
        found = {cell for row in csv.reader(stream, delimiter='\t') for cell in row if cell}
    found |= {word for cell in found for word in re.split('[+, ]', cell) if word}
    return '|'.join(re.escape(text) for text in sorted(found, key=len, reverse=True))


def choose_person(board):
    board.click('⟦Who acts: nobody')
    board.click('^menu item CSA')


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
    ('Organisation', 'Add an Organisation', 'Borås'),
    ('Triage', 'Add a Triage State', 'Crisis'),
    ('Reasons', 'Add a Reason', 'Increased symptoms'),
    ('Contacts', 'Add a Kind of Contact', 'Home visit'),
]

STEPS = [
    ('who acts', choose_person, 'Who acts: CSA', None),
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
