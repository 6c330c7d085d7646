# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under a translation that wraps every message in ⟦ ⟧: what is on the screen is wrapped, GTK's own, or data,
and every control has a name.

    with Wrapped() as board:
        board.walk([('the main menu', 'F10', '^menu item .*About FACT Board', 'Escape')])
        board.close()
    board.tell()"""
import glob
import json
import os
import re
import subprocess
import tempfile

import brackets
from drive import Atspi, Program, label

# What the program is and GTK's own words about its licence, which it puts together.
VERSION = (r'0\.1\.0', '© 2026 The Facttavlan developers', 'Detta program levereras utan någon form av garanti. Se GNU '
           'General Public License, version 3 eller senare för detaljer.')
# A Sunday morning: the whole week is behind.
FAKETIME = glob.glob('/usr/lib/*/faketime/libfaketime.so.1')[0]
TODAY = {'LD_PRELOAD': FAKETIME, 'FAKETIME': '@2026-11-22 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1'}
MAIN = '⟦FACT Board⟧'
# A window has its title as its name; which role, is GTK's affair.
WINDOW = '^(alert|dialog|filler|frame|window) .*'


def strings(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(part)


def make_team(path):
    """A made-up team of few patients: a walk of the tree takes as long as there are rows. Returns every text it has, as
    one regular expression. It is the same every time for the same day."""
    admin = [os.path.join(os.environ['FACT_PREFIX'], 'bin', 'facttavlan-admin'), '--database', path]
    environment = {**os.environ, **TODAY}
    subprocess.run([*admin, 'demo', '--patients', '30'], check=True, stderr=subprocess.PIPE, env=environment)
    lines = subprocess.run([*admin, 'export', '--format', 'json', '-'], check=True, stdout=subprocess.PIPE,
                           env=environment).stdout
    found = {text for line in lines.splitlines()[1:] for text in strings(json.loads(line)['values'])}
    assert len(found) > 200, len(found)
    return '|'.join(re.escape(text) for text in sorted(found, key=len, reverse=True))


class Wrapped(Program):
    def __init__(self, *data):
        """data: further regular expressions of texts that are not the program's."""
        assert brackets.bare('Any text') and brackets.bare('⟦Wrapped⟧ and not')
        assert not brackets.bare('⟦Wrapped⟧: ⟦a ⟦b⟧⟧ 12')
        self.messages_folder = tempfile.TemporaryDirectory()
        directory = self.messages_folder.name
        self.messages = brackets.make(os.environ['FACT_PREFIX'], directory)
        assert self.messages > 40, self.messages
        path = os.path.join(directory, 'kept', 'team.facttavlan')
        self.data = (make_team(path), *VERSION, *data)
        self.allowed = brackets.system_texts()
        self.cases = 0
        super().__init__('--database', path, environment={**TODAY, 'TEXTDOMAINDIR': directory})

    def texts(self):
        for node in self.nodes():
            try:
                yield label(node), node.get_name() or ''
                yield label(node), node.get_description() or ''
                # The program's own name, which is not shown.
                if node.get_role() != Atspi.Role.APPLICATION:
                    yield label(node), node.get_help_text() or ''
            except Exception:       # it went away while we looked
                continue

    def is_system(self, text):
        """GTK 4.8 calls a button by its label with the underline and by the label inside."""
        plain = text.replace('_', '')
        half = plain[:len(plain) // 2]
        return text in self.allowed or plain == half + ' ' + half and half in self.allowed

    def judge(self, what):
        left = sorted({where + ': ' + text for where, text in set(self.texts())
                       if text and not self.is_system(text) and brackets.bare(text, self.data)})
        assert not left, 'neither translated nor data, at %s:\n%s' % (what, '\n'.join(left))
        # libadwaita 1.2 leaves a button of its own window without a name.
        unnamed = [] if what == 'about' else self.unnamed_controls()
        assert not unnamed, 'no name, at %s:\n%s' % (what, '\n'.join(unnamed))
        self.cases += 1

    def walk(self, steps):
        """steps: (what it is called, a key or what to call with this, what is seen then, what to press to leave). To
        leave with None keeps what is there for the next."""
        for what, how, seen, leave in steps:
            self.see(MAIN)
            if callable(how):
                how(self)
            elif how:
                self.key(how)
            self.see(seen)
            self.judge(what)
            if leave:
                self.key(leave)
                self.gone(seen)

    def tell(self):
        print('%d cases, %d messages' % (self.cases, self.messages))
