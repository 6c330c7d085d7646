#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a new file somebody adds themselves from "Who are you?", with a signature that is first refused, changes their posts
and renames a triage state."""
import os
import tempfile

from drive import Program, x

cases = 0


def fill(board, tabs, text):
    """Writes over the field that is so many steps after the first, which has the focus, and saves."""
    board.see('^push button Spara')
    for _ in range(tabs):
        board.key('Tab')
    board.key('ctrl+a')
    board.type(text)
    board.key('Return')
    board.gone('^push button Spara')


def tab(board, name):
    """The tabs stand twice in the tree, for a wide and a narrow window; one of them has a place."""
    def seen():
        return [node for node in board.find('^page tab ' + name) if board.extents(node).width > 0]
    x('mousemove', *board.still(board.until(seen, 'the tab ' + name)[0]), 'click', 1)


with tempfile.TemporaryDirectory() as home:
    path = os.path.join(home, 'team.facttavlan')
    with Program('--database', path, home=home) as board:
        board.click('Den som gör ändringar: ingen vald')
        board.click('^menu item Lägg till mig')
        board.see('^push button Spara')
        assert not board.unnamed_controls(), board.unnamed_controls()
        board.type('ONS')
        board.see('veckodag')
        board.key('ctrl+a')
        board.type('EKM')
        board.gone('veckodag')
        board.key('Return')
        board.gone('^push button Spara')
        board.see('Den som gör ändringar: EKM')
        cases += 1

        board.click('Meny för EKM')
        board.click('^menu item Ändra')
        fill(board, 3, '0,5')
        board.see('0,5 tjänst')
        cases += 1

        tab(board, 'Triage')
        board.click('Meny för Kris')
        board.click('^menu item Ändra')
        fill(board, 0, 'Akut')
        board.see('Meny för Akut')
        cases += 1

        board.key('Escape')
        board.gone('Meny för Akut')
        board.close()
    log = board.admin('--database', path, 'log')
    assert 'EKM' in log and 'Akut' in log, log
    exported = board.admin('--database', path, 'export', '--format', 'json', '-')
    assert '"name":"Akut"' in exported and '"posts":50' in exported, exported
    cases += 1
print('%d cases' % cases)
