#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-check-style.py CHECK_STYLE: a small tree that keeps the rules passes; with one breach added each time it does
not, and the breach is named."""
import os
import subprocess
import sys
import tempfile

CHECK = sys.argv[1]
C_HEAD = ('/* SPDX-FileCopyrightText: 2026 The Facttavlan developers\n'
          ' * SPDX-License-Identifier: GPL-3.0-or-later */\n')
GOOD = {
    'src/model/fact-a.h': C_HEAD + '#pragma once\n',
    'src/model/fact-a.c': C_HEAD + '#include "fact-a.h"\n\nint\nfact_a (void)\n{\n  /* time (NULL) */\n  return 1;\n}\n',
    'po/POTFILES': '# SPDX-FileCopyrightText: 2026 The Facttavlan developers\n'
                   '# SPDX-License-Identifier: GPL-3.0-or-later\n',
}


def function(body):
    return C_HEAD + 'int\nfact_b (void)\n{\n' + body + '}\n'


BREACHES = [
    ('src/model/b.c', 'int b;\n', 'SPDX'),
    ('src/model/b.c', C_HEAD + '\n' * 800, 'file of'),
    ('src/model/b.c', function('  b ();\n' * 60), 'lines; 60 at most'),
    ('src/model/b.c', function('  {{{{{ b (); }}}}}\n'), 'nests'),
    ('src/team/b.c', C_HEAD + '#include <sqlite3.h>\n', 'sqlite3.h'),
    ('src/team/b.c', C_HEAD + '#include <json-glib/json-glib.h>\n', 'json-glib'),
    ('src/team/b.c', C_HEAD + '#include <gtk/gtk.h>\n', 'gtk'),
    ('src/exchange/b.c', C_HEAD + '#include <adwaita.h>\n', 'adwaita'),
    ('src/team/b.c', C_HEAD + '#include "fact-record-write.h"\n', 'fact-record-write.h'),
    ('src/team/b.c', C_HEAD + '#include "../model/fact-a.h"\n', '..'),
    ('src/team/b.h', C_HEAD, 'pragma once'),
    ('src/team/b.c', function('  goto out;\n'), 'goto'),
    ('src/team/b.c', function('  if (b ())\n    {\n      b ();\n    }\n'), 'brace'),
    ('src/app/b.c', function('  g_application_get_default ();\n'), 'singleton'),
    ('src/app/b.c', function('  return "Broadway";\n').replace('"', ' '), 'Broadway'),
    ('src/model/b.c', function('  g_get_monotonic_time ();\n'), 'measures time'),
    ('src/model/b.c', function('  b ();  \n'), 'blank'),
    ('src/model/b.c', function('\tb ();\n'), 'tab'),
    ('src/model/b.c', function('  return "/%s/me";\n' % 'home'), 'machine'),
    ('src/model/b.c', function('  return _("Text");\n'), 'not listed'),
    ('po/POTFILES', GOOD['po/POTFILES'] + 'src/model/fact-a.c\n', 'no translatable'),
] + [('src/model/b.c', function('  %s;\n' % call), 'asks the time') for call in (
    'time (NULL)', 'gettimeofday (&t, NULL)', 'clock_gettime (0, &t)', 'g_get_real_time ()',
    'g_date_time_new_now_local ()', 'g_date_time_new_now (z)', 'localtime_r (&t, &m)', 'g_time_zone_new_local ()')]


def check(files):
    with tempfile.TemporaryDirectory() as root:
        subprocess.run(['git', 'init', '-q', root], check=True)
        for name, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
            with open(os.path.join(root, name), 'w', encoding='utf-8') as stream:
                stream.write(text)
        run = subprocess.run([CHECK, '--root', root], stdout=subprocess.PIPE, text=True)
        return run.returncode, run.stdout


status, output = check(GOOD)
assert status == 0, output
for name, text, sign in BREACHES:
    status, output = check({**GOOD, name: text})
    assert status == 1 and sign in output, 'not found in %s: %s\n%s' % (name, sign, output)
print('%d cases' % (len(BREACHES) + 1))
