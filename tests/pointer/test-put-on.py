#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new patient, put on the board, taken off it again, and that undone: by pointer and by keys, in Swedish, with what
facttavlan-admin says of it afterwards."""
import os
import re
import tempfile

from drive import Program, x

# A window has its title as its name; which role, is GTK's affair.
WINDOW = '^(alert|dialog|filler|frame|window) '

cases = 0
sheet = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
with tempfile.TemporaryDirectory() as folder:
    database = os.path.join(folder, 'team.facttavlan')
    with Program('--database', database) as board:
        board.see('Ingen står på tavlan')
        board.close()
        print(board.admin('--database', database, 'import', sheet), end='')

    with Program('--database', database) as board:
        # Who acts is asked before the first form.
        board.see('^label 5 på tavlan')
        board.key('alt+2')
        board.see('^label Visar 5 av 5')
        board.key('ctrl+n')
        board.click('^menu item CSA')
        board.see('Kod: initialer')
        # GTK may fall over the tip of what lies below the pointer and the dialog.
        x('mousemove', 2, 2)
        board.type('xx')
        board.key('Return')
        board.see('”xx” är ingen kod')
        board.key('ctrl+a')
        board.type('BB-90')
        board.key('Return')
        board.see('En annan patient har koden BB-90')
        board.key('ctrl+a')
        board.type('qq-85')
        board.key('Return')
        board.status('Ny patient: QQ-85')
        board.see('^label Visar 6 av 6')
        cases += 1

        board.key('ctrl+f')
        board.type('qq')
        board.see('^label Visar 1 av 6')
        board.key('Return')
        board.see(WINDOW + 'Patient QQ-85')
        board.key('Escape')
        board.gone(WINDOW + 'Patient QQ-85')
        cases += 1

        # Enter is enough: the patient by the first letters, the cursor is in the situation then.
        board.key('alt+1')
        board.click('^push button Sätt upp…')
        board.see(WINDOW + 'Sätt upp på tavlan')
        board.type('qq')
        board.see('^label QQ-85')
        board.key('Return')
        board.see(WINDOW + 'Sätt upp QQ-85 på tavlan')
        board.type('Sover inte')
        board.key('Return')
        board.status('QQ-85 står nu på tavlan: Obs')
        board.see('QQ-85, Obs, dag 1')
        cases += 1

        # Nobody is the care contact: who follows up is asked, and not left out.
        board.key('alt+2')
        board.menu_click('^list item QQ-85')
        board.click('^menu item Ta ner från tavlan…')
        board.see(WINDOW + 'Ta ner QQ-85 från tavlan')
        board.click('^check box Tätare kontakt')
        board.click('^push button Ta ner')
        board.see('QQ-85 saknar FVK')
        board.key('Escape')
        board.gone(WINDOW + 'Ta ner')
        cases += 1

        # Enter is enough here, too.
        board.key('ctrl+f', 'ctrl+a')
        board.type('NN')
        board.menu_click('^list item NN-89,')
        board.click('^menu item Ta ner från tavlan…')
        board.see(WINDOW + 'Ta ner NN-89 från tavlan')
        board.key('Return')
        board.status('NN-89 nedtagen från tavlan')
        board.click('^push button Ångra')
        board.status('Ångrat: NN-89 nedtagen från tavlan')
        board.see('NN-89, Kris')
        cases += 1
        board.close()
    shown = board.admin('--database', database, 'board')
    assert re.search('^[0-9]{6}\tQQ-85\tobs.*\tSover inte\t', shown, re.M), shown
    assert 'NN-89\tKris' in shown, shown
    log = board.admin('--database', database, 'log')
    for words in ('QQ-85', 'stay.put-on', 'NN-89', 'stay.take-off', 'undo', 'CSA'):
        assert words in log, (words, log)
    cases += 1
print('%d cases' % cases)
