#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a new file somebody adds themselves from "Who are you?", renames a triage state, adds a colleague whose signature is
first refused, and undoes nothing. Later they cannot remove who is in use, and are told who uses them."""
import os
import tempfile

from drive import Program

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
cases = 0


def fill(board, field, text):
    board.click(field)
    board.key('ctrl+a')
    board.type(text)


with tempfile.TemporaryDirectory() as home:
    path = os.path.join(home, 'team.facttavlan')
    with Program('--database', path, home=home) as board:
        board.click('Vem agerar: ingen vald')
        board.click('^menu item Lägg till mig')
        board.see('^push button Spara')
        assert not board.unnamed_controls(), board.unnamed_controls()
        board.type('ONS')
        board.see('En signatur kan inte vara en veckodag')
        board.key('ctrl+a')
        board.type('EKM')
        board.gone('En signatur kan inte vara en veckodag')
        board.click('^push button Spara')
        board.gone('^push button Spara')
        board.see('Vem agerar: EKM')
        cases += 1

        board.click('Meny för EKM')
        board.click('^menu item Redigera')
        fill(board, '^(text|entry) Tjänst', '0,5')
        board.key('Return')
        board.see('0,5 tjänst')
        cases += 1

        board.click('(page tab|radio button|toggle button) Triage')
        board.click('Meny för Kris')
        board.click('^menu item Redigera')
        fill(board, '^(text|entry) Namn$', 'Akut')
        board.key('Return')
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

    board.admin('--database', path, 'import', '--week', '2019-W20', SHEET)
    with Program('--database', path, home=home) as board:
        board.see('Vem agerar: EKM')
        board.key('ctrl+comma')
        board.click('(page tab|radio button|toggle button) Teamet')
        board.click('Meny för CSA')
        board.click('^menu item Ta bort')
        board.see('patienter har CSA som kontaktperson eller i veckan: .*NN-89')
        board.key('Escape')
        board.gone('som kontaktperson eller i veckan')
        board.key('Escape')
        board.gone('Meny för CSA')
        board.close()
    assert '"signature":"CSA"' in board.admin('--database', path, 'export', '--format', 'json', '-')
    cases += 1
print('%d cases' % cases)
