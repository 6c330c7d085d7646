#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program in Swedish: the empty board is seen, the menu opens by the pointer, a dialog by the menu, the
page by key, and Ctrl+Q ends it, with the window's size kept."""
from drive import Program

cases = 0
with Program() as board:
    board.see('FACT-tavlan')
    board.see('Ingen står på tavlan')
    assert not board.unnamed_controls(), board.unnamed_controls()
    cases += 1

    board.click('^push button Huvudmeny')
    board.see('^menu item Inställningar')
    assert not board.unnamed_controls(), board.unnamed_controls()
    board.click('^menu item Inställningar')
    board.see('Textstorlek')
    assert not board.unnamed_controls(), board.unnamed_controls()
    cases += 1

    board.key('Escape')
    board.gone('Textstorlek')
    board.key('F10')
    board.see('^menu item Om FACT-tavlan')
    board.key('Escape')
    board.gone('^menu item Om FACT-tavlan')
    cases += 1

    board.close()
    assert board.settings()['window-maximized'] is False
    cases += 1
print('%d cases' % cases)
