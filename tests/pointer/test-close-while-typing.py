#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever quits in the middle of a word loses nothing: it is saved, after the question who acts when nobody is chosen."""
import os
import subprocess
import tempfile

from drive import Program, prefix

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
cases = 0
with tempfile.TemporaryDirectory() as home:
    admin = os.path.join(prefix(), 'bin', 'facttavlan-admin')
    database = os.path.join(home, 'data', 'facttavlan', 'team.facttavlan')
    subprocess.run([admin, '--database', database, 'import', SHEET], check=True)

    with Program(language='en', home=home) as first:
        first.click('^table cell BB-90, Situation')
        first.key('F2')
        first.see('^text BB-90, Situation')
        first.type(' HALVT')
        first.key('ctrl+q')
        first.see('^menu item CSA')
        first.click('^menu item CSA')
        first.see('Who acts: CSA')
        first.gone('^menu item CSA')
        first.close()
    assert ' HALVT\t' in first.admin('board'), first.admin('board')
    cases += 1

    with Program(language='en', home=home) as second:
        second.see('Who acts: CSA')
        second.click('^table cell DD-75, Situation')
        second.key('F2')
        second.see('^text DD-75, Situation')
        second.type(' SÖKT')
        # Whoever turns to something beside the board: it is saved, and the program goes on.
        second.click('^entry Search the board')
        second.gone('^text DD-75, Situation')
        second.click('^table cell DD-75, Situation')
        second.key('F2')
        second.see('^text DD-75, Situation')
        second.type(' AVBRUTET')
        second.close()
    assert ' SÖKT AVBRUTET\t' in second.admin('board'), second.admin('board')
    cases += 1
print('%d cases' % cases)
