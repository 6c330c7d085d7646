#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a hand does on the way, in the installed program in a low window: it turns the week by hovering, scrolls the board
at its edge, draws a column wider, carries a patient from the list to the board, changes its mind. Everything is undone;
what is left is the sheet that was imported."""
import os
import subprocess
import tempfile

from drive import Atspi, Program, prefix, x

WEEK = '2019-W20'
SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
CLOCK = {
    'FAKETIME': '@2019-05-15 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_DONT_RESET': '1',
    'LD_PRELOAD': '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
}
DRAGGING = '^label Drar'
# GTK 4.8 has no better role for it.
HEADING = '^filler Aktuell situation'
NEXT_HEADING = '^filler Aktuella åtgärder'
CHIP = '^push button CSA och HMR, %s, planerad, BB-90'
cases = 0


def done(what):
    global cases
    cases += 1
    print('# ' + what, flush=True)


def take(board, source, at=(0.5, 0.5)):
    """Presses the button and moves until the program says that something is dragged."""
    left, top = board.still(board.see(source), at)
    x('mousemove', left, top, 'mousedown', 1)
    step = iter(range(3, 400, 3))
    board.until(lambda: x('mousemove', left + next(step), top) or board.find(DRAGGING), DRAGGING)


def hover(board, target, until, at=(0.5, 0.5)):
    """Over the target, one pixel to and fro, until something is so."""
    left, top = board.where(board.see(target), at)
    shake = [0]

    def move():
        shake[0] ^= 1
        x('mousemove', left + shake[0], top)
        return until()
    return board.until(move, 'what hovering over %s does' % target)


def let_go(board):
    x('mouseup', 1)
    board.gone(DRAGGING)


def turn_week(board):
    take(board, CHIP % 'torsdag 16 maj')
    hover(board, '^push button Nästa vecka', lambda: board.find(r'^label v\.\s21'))
    hover(board, '^table cell BB-90, måndag 20 maj', lambda: board.find('Drar .* till BB-90, måndag 20 maj'))
    let_go(board)
    board.see(CHIP % 'måndag 20 maj')
    board.key('ctrl+z')
    board.gone(CHIP % 'måndag 20 maj')
    board.key('alt+Home')
    board.see(CHIP % 'torsdag 16 maj')
    done('turned the week with something in the hand')


def scroll(board):
    board.gone('^table row AA-80')
    take(board, '^table cell NN-89, Patient', at=(0.3, 0.2))
    hover(board, '^table Tavlan', lambda: board.find('^table row AA-80'), at=(0.1, 0.97))
    hover(board, '^table row AA-80', lambda: board.find('Drar NN-89 till Stabil'), at=(0.1, 0.3))
    let_go(board)
    board.see('^table row NN-89, Stabil')
    board.key('ctrl+z')
    board.see('^table row NN-89, Kris')
    done('scrolled at the edge')


def change_mind(board):
    board.key('ctrl+Home')
    before = board.see('^(status bar|statusbar) ').get_name()
    take(board, '^push button CSA, personal')
    hover(board, '^table cell NN-89, fredag 17 maj', lambda: board.find('Drar CSA till NN-89, fredag'))
    x('mousemove', 2, 2)
    let_go(board)
    take(board, '^table cell NN-89, Patient')
    x('key', 'Escape')
    hover(board, '^table cell NN-89, Patient', lambda: board.find(DRAGGING + ' NN-89$'))
    let_go(board)
    board.see('^table row NN-89, Kris')
    board.gone('^push button CSA, fredag 17 maj')
    assert board.see('^(status bar|statusbar) ').get_name() == before
    done('changed its mind')


def width(board):
    return board.extents(board.see(HEADING)).width


def kept(board):
    with open(os.path.join(board.home, 'config', 'glib-2.0', 'settings', 'keyfile'), encoding='utf-8') as stream:
        return stream.read()


def draw_column(board):
    before = width(board)
    # The edge is between the words of two headings.
    left, top = board.still(board.see(HEADING), (1.0, 0.5))
    left = (left + board.still(board.see(NEXT_HEADING), (0.0, 0.5))[0]) // 2
    x('mousemove', left - 1, top, 'mousemove', left, top, 'mousedown', 1)
    step = iter(range(3, 400, 3))
    board.until(lambda: x('mousemove', left + next(step), top) or width(board) > before + 20, 'a wider column')
    x('mouseup', 1)
    board.until(lambda: "desk-widths={'situation'" in kept(board), 'the width kept')
    drawn = width(board)
    board.menu_click(HEADING)
    board.click('^menu item Smalare$')
    board.until(lambda: width(board) < drawn, 'a narrower column by menu')
    board.menu_click(HEADING)
    board.click('^menu item Återställ kolumnerna$')
    board.until(lambda: width(board) == before, 'the width before')
    done('drew a column')


def is_shown(board, tab):
    return any(node.get_state_set().contains(Atspi.StateType.SELECTED) for node in board.find(tab))


def from_list(board):
    """A patient from the Patients page, over the switcher, onto a section."""
    board.key('ctrl+Home')
    board.click('^table cell NN-89, Patient')
    board.key('0')
    board.see('Ta ner NN-89 från tavlan')
    board.key('Return')
    board.gone('^table row NN-89')
    board.key('alt+2')
    take(board, '^list item NN-89,')
    # Pages that are not shown are in the tree, too.
    hover(board, '^page tab Tavlan', lambda: is_shown(board, '^page tab Tavlan'))
    hover(board, '^row header Kris', lambda: board.find('Drar NN-89 till Kris'))
    let_go(board)
    board.see('^table row NN-89, Kris, dag 1')
    board.key('ctrl+z')
    board.gone('^table row NN-89')
    board.key('ctrl+z')
    board.see('^table row NN-89, Kris, dag 34')
    done('carried a patient from the list to the board')


def small_window(home):
    folder = os.path.join(home, 'config', 'glib-2.0', 'settings')
    os.makedirs(folder)
    with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as stream:
        stream.write('[org/facttavlan/Facttavlan]\nwindow-width=1400\nwindow-height=640\n')


with tempfile.TemporaryDirectory() as home:
    database = os.path.join(home, 'team.facttavlan')
    subprocess.run([os.path.join(prefix(), 'bin', 'facttavlan-admin'), '--database', database, 'import', '--week', WEEK,
                    SHEET], check=True, env={**os.environ, **CLOCK})
    small_window(home)
    with Program('--database', database, environment=CLOCK, home=home) as board:
        board.see('^table row NN-89')
        board.click('^push button Vem är du')
        board.click('^menu item CSA$')
        board.see('^push button CSA$|^push button Den som gör ändringar: CSA$')
        for step in (change_mind, turn_week, scroll, draw_column, from_list):
            step(board)
        board.close()
        with open(SHEET, encoding='utf-8') as stream:
            assert board.admin('--database', database, 'export', '--week', WEEK, '-') == stream.read()
        board.admin('--database', database, 'check')
print('%d cases' % cases)
