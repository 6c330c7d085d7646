#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Under a translation that wraps every message in ⟦ ⟧, every text of every page, menu and dialog is wrapped, GTK's own,
or data. A new page or dialog is a line in STEPS."""
import json
import os
import re
import subprocess
import tempfile

import brackets
from drive import Atspi, Program, label

VERSION = (r'0\.1\.0', '© 2026 The Facttavlan developers')
# (what to press, what is seen then, what to press to leave); None: what is there at the start.
STEPS = [
    (None, '⟦FACT Board⟧', None),
    ('F10', '^menu item .*About FACT Board', 'Escape'),
    ('ctrl+comma', 'Text size', 'Escape'),
    ('ctrl+question', 'Keyboard shortcuts', 'Escape'),
]

allowed = brackets.system_texts()


def texts(board):
    for node in board.nodes():
        try:
            yield label(node), node.get_name() or ''
            yield label(node), node.get_description() or ''
            # The program's own name, which is not shown.
            if node.get_role() != Atspi.Role.APPLICATION:
                yield from ((label(node), value) for value in [node.get_help_text() or ''] if value)
        except Exception:       # it went away while we looked
            continue


def strings(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def data_of_the_demo(directory):
    """Every text that the made-up team has, as one regular expression: it is the same every time for the same day."""
    path = os.path.join(directory, 'demo.facttavlan')
    admin = [os.path.join(os.environ['FACT_PREFIX'], 'bin', 'facttavlan-admin'), '--database', path]
    subprocess.run([*admin, 'demo'], check=True, stderr=subprocess.PIPE)
    lines = subprocess.run([*admin, 'export', '--format', 'json', '-'], check=True, stdout=subprocess.PIPE).stdout
    found = {text for line in lines.splitlines()[1:] for text in strings(json.loads(line)['values'])}
    assert len(found) > 300, len(found)
    return '|'.join(re.escape(text) for text in sorted(found, key=len, reverse=True))


def breaches(board, data):
    return sorted({where + ': ' + text for where, text in set(texts(board))
                   if text not in allowed and brackets.bare(text, (data, *VERSION))})


assert brackets.bare('Any text') and brackets.bare('⟦Wrapped⟧ and not') and not brackets.bare('⟦Wrapped⟧: ⟦a ⟦b⟧⟧ 12')
cases = 0
with tempfile.TemporaryDirectory() as directory:
    messages = brackets.make(os.environ['FACT_PREFIX'], directory)
    assert messages > 40, messages
    data = data_of_the_demo(directory)
    with Program('--demo', environment={'TEXTDOMAINDIR': directory}) as board:
        for press, seen, leave in STEPS:
            if press:
                board.see('⟦FACT Board⟧')
                board.key(press)
            board.see(seen)
            left = breaches(board, data)
            assert not left, 'neither translated nor data, at %s:\n%s' % (seen, '\n'.join(left))
            cases += 1
            if leave:
                board.key(leave)
                board.gone(seen)
        board.close()
print('%d cases, %d messages' % (cases, messages))
