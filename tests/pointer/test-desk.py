#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small things that a nurse meets at the desk, in the installed program with the given sheet: where the focus is, when it
is asked who acts, what the status line says last, what Ctrl+Q does in the middle of a form, and what is there when the
last patient was taken off the board."""
import os
import subprocess
import tempfile

from drive import Program, prefix, x

WEEK = '2019-W20'
SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
CLOCK = {
    'FAKETIME': '@2019-05-15 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_DONT_RESET': '1',
    'LD_PRELOAD': '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
}
PERSON = '^menu item CSA'
OFF = '^(alert|dialog|filler|frame|window) Ta ner NN-89 från tavlan'
NEW = '^(alert|dialog|filler|frame|window) Ny patient'
QUESTION = '^label Stänga utan att spara'
cases = 0


def done(what):
    global cases
    cases += 1
    print('# ' + what, flush=True)


def until_focus(board, pattern):
    board.until(lambda: board.focused().startswith(pattern), 'the focus on %s, not on %s' % (pattern, board.focused()))


def sized(board, pattern):
    return [node for node in board.find(pattern) if board.has_size(node)]


def nobody_acts(board):
    """Before a form is filled in; whoever does not answer changes nothing, and nothing typed is lost."""
    until_focus(board, 'table cell NN-89, Patient')
    done('opened with the focus on the first row')
    board.key('0')
    board.see(PERSON)
    assert not board.find(OFF)
    board.key('Escape')
    board.gone(PERSON)
    until_focus(board, 'table cell NN-89, Patient')
    assert not board.find(OFF)
    board.key('End', 'Home')
    board.double_click('^table cell NN-89, Säkerhet')
    board.see('^text NN-89, Säkerhet')
    board.type('hund')
    board.key('Return')
    board.see(PERSON)
    board.key('Escape')
    board.status('Inget har ändrats. Välj först vem du är')
    until_focus(board, 'text NN-89, Säkerhet')
    board.key('Escape')
    board.gone('^text NN-89, Säkerhet')
    done('asked who acts, without an answer')
    board.click('^table cell NN-89, Patient')
    board.key('0')
    board.click(PERSON)
    board.see(OFF)
    # GTK may fall over the tip of what lies below the pointer and the dialog.
    x('mousemove', 2, 2)
    done('asked who acts before the form')


def quit_in_form(board):
    board.key('Escape')
    board.gone(OFF)
    board.key('ctrl+n')
    board.see(NEW)
    board.type('QQ-85')
    board.key('ctrl+q')
    board.see(QUESTION)
    board.key('Escape')
    board.gone(QUESTION)
    board.see(NEW)
    board.key('Escape')
    board.gone(NEW)
    done('asked before a form was closed with what is typed in it')


def last_word(board):
    board.key('5')
    board.status('NN-89 flyttad till Stabil|Flyttade NN-89 till Stabil')
    board.key('ctrl+z')
    board.status('Ångrat: ')
    # While the toast is there.
    board.click('^push button Huvudmeny')
    board.until(lambda: sized(board, '^menu item Inställningar'), 'the menu')
    board.key('Escape')
    board.until(lambda: not sized(board, '^menu item Inställningar'), 'the end of the menu')
    board.double_click('^table cell NN-89, Säkerhet')
    board.see('^text NN-89, Säkerhet')
    board.type('hund')
    board.key('Return')
    board.status('Sparat: NN-89, Säkerhet')
    done('said last what happened last')


def filtered(board):
    board.key('ctrl+f')
    board.type('CSA')
    board.see('^label Visar|^status bar Visar|^statusbar Visar')
    board.key('Return')
    board.until(lambda: board.focused().startswith('table cell'), 'the focus in the board')
    code = board.focused().split()[2].rstrip(',')
    assert board.find('^table row %s, ' % code), code
    board.key('Home', '5')
    board.status('%s flyttad till Stabil' % code)
    board.see('Visar [0-9]+ av 5')
    board.key('ctrl+z')
    board.status('Ångrat: ')
    board.key('Escape')
    board.gone('Visar [0-9]+ av 5')
    done('changed a row while others were hidden')


def empty(board):
    for _ in range(5):
        row = board.see('^table row ').get_name().split(',')[0]
        board.click('^table cell %s, Patient' % row, at=(0.3, 0.3))
        board.key('0')
        board.see('Ta ner %s från tavlan' % row)
        board.key('Return')
        board.status('%s nedtagen från tavlan' % row)
    board.see('Ingen står på tavlan')
    until_focus(board, 'push button Sätt upp på tavlan')
    assert not sized(board, '^push button Läs in kalkylblad') and not sized(board, '^push button Titta på en demo')
    board.click('^push button Visa patienterna')
    board.see('^list item NN-89')
    board.key('alt+1')
    board.key('ctrl+z')
    board.status('Ångrat: ')
    done('emptied the board')


def leave(board):
    board.key('ctrl+n')
    board.see(NEW)
    board.close()
    done('ended from an empty form')


with tempfile.TemporaryDirectory() as home:
    database = os.path.join(home, 'team.facttavlan')
    subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', database, 'import', '--week', WEEK,
                    SHEET], check=True, env={**os.environ, **CLOCK})
    with Program('--database', database, environment=CLOCK, home=home) as board:
        board.see('^table row NN-89')
        for step in (nobody_acts, quit_in_form, last_word, filtered, empty, leave):
            step(board)
        board.admin('--database', database, 'check')
print('%d cases' % cases)
