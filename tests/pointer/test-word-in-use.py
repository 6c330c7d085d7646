#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who stands in the week cannot be removed from the team, and it is said who needs them."""
import os
import subprocess
import tempfile

from drive import Program, prefix, x

SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')


def tab(board, name):
    """The tabs stand twice in the tree, for a wide and a narrow window; one of them has a place."""
    def seen():
        return [node for node in board.find('^page tab ' + name) if board.extents(node).width > 0]
    x('mousemove', *board.still(board.until(seen, 'the tab ' + name)[0]), 'click', 1)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'team.facttavlan')
    subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', path, 'import', '--week', '2019-W20',
                    SHEET], check=True)
    with Program('--database', path) as board:
        board.click('^push button Den som gör ändringar: ingen vald')
        board.click('^menu item CSA')
        board.see('^push button Den som gör ändringar: CSA')
        board.key('ctrl+comma')
        tab(board, 'Teamet')
        board.click('^push button Meny för CSA')
        board.click('^menu item Ta bort')
        board.see('patienter har CSA som kontaktperson eller i veckan: .*[A-Z]+-[0-9]+')
        board.key('Escape')
        board.gone('som kontaktperson eller i veckan')
        board.key('Escape')
        board.gone('Meny för CSA')
        board.close()
        assert '"signature":"CSA"' in board.admin('--database', path, 'export', '--format', 'json', '-')
print('1 cases')
