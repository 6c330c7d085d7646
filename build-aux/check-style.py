#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-style.py: the rules of the code that a program can check. Prints each breach as FILE:LINE: text; exit 1 if any.

check-style.py             checks the whole tree
check-style.py --potfiles  prints the files that hold translatable text, for po/POTFILES
check-style.py --root DIR  works on another tree (for its own test)
"""
import os
import re
import subprocess
import sys

MAX_FILE_LINES = 800
MAX_FUNCTION_LINES = 60
MAX_NESTING = 4

DISPLAY_LAYERS = ('widget', 'board', 'patients', 'app')
# Headers, and the folders that may include them.
HEADERS = [
    (r'sqlite3\.h', ('src/store/', 'tests/store/', 'tests/benchmark/')),
    (r'json-glib/', ('src/store/', 'src/exchange/', 'tests/store/', 'tests/benchmark/', 'tests/exchange/')),
    (r'(gtk/|gdk/|gsk/|adwaita\.h)',
     tuple('%s/%s/' % (top, layer) for top in ('src', 'tests') for layer in DISPLAY_LAYERS) +
     ('tests/checks/', 'tests/benchmark/')),
    (r'fact-record-write\.h', ('src/model/', 'src/store/', 'tests/')),
]
# Every way to ask the time but FactClock.
CLOCK_CALLS = (r'\b(time|gettimeofday|clock_gettime|timespec_get|localtime(_r)?|gmtime(_r)?|mktime|ftime|'
               r'g_get_real_time|g_get_current_time|g_date_time_new_now\w*|g_date_set_time\w*|g_time_zone_new_local|'
               r'datetime)\s*\(')
CLOCK_FILE = 'src/model/fact-clock.c'
CALLS = [
    (CLOCK_CALLS, (CLOCK_FILE,), 'asks the time; only FactClock does'),
    (r'\bg_get_monotonic_time\s*\(', ('tests/', 'src/widget/', 'src/board/', CLOCK_FILE),
     'measures time outside animations and tests'),
    (r'(\)|\belse|\bdo)\n +\{\n', (), 'a brace on a line of its own; it stands after what it belongs to'),
    (r'\bgoto\s+\w+\s*;', (), 'goto'),
    (r'\b(g_application_get_default|g_application_set_default)\s*\(', (), 'a singleton; pass the application in'),
    (r'(?i)broadway', ('build-aux/check-style.py',), 'Broadway aborts the program when a drag starts'),
]
MACHINE_PATHS = r'(?<![\w.@{}$-])/(home|root|work|Users)/\w'
SPDX = ('SPDX-FileCopyrightText: 2026 The Facttavlan developers', 'SPDX-License-Identifier: GPL-3.0-or-later')
NO_SPDX = ('COPYING', '.tsv', '.csv', '.xlsx', '.png', '.json', '.facttavlan', '.txt', '.md', '.editorconfig',
           '.gitignore', '.clang-format', '.po', '.expected')
CODE = ('.c', '.h')
TRANSLATABLE_C = re.compile(r'(?<![\w"])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?|g_dgettext)\s*\(')


def tree(root):
    out = subprocess.run(['git', '-C', root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    return sorted(f for f in out.split('\0') if f and os.path.isfile(os.path.join(root, f)))


def read(root, name):
    with open(os.path.join(root, name), encoding='utf-8') as stream:
        return stream.read()


def without_comments_and_strings(text):
    """The same text with comments, string and character contents blanked: positions and lines stay."""
    def blank(match):
        piece = match.group(0)
        if piece[0] in '"\'':
            return piece[0] + ' ' * (len(piece) - 2) + piece[-1]
        return re.sub(r'[^\n]', ' ', piece)
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


class Breaches:
    def __init__(self):
        self.lines = []

    def add(self, name, line, text):
        self.lines.append('%s:%d: %s' % (name, line, text))


def check_licence(name, text, breaches):
    if name.endswith(NO_SPDX):
        return
    head = '\n'.join(text.split('\n')[:5])
    for line in SPDX:
        if line not in head:
            breaches.add(name, 1, 'no "%s" in the first lines' % line)


def check_length(name, text, breaches):
    lines = text.count('\n')
    if lines > MAX_FILE_LINES and name.endswith(CODE + ('.py', '.sh', '.ui', '.build')):
        breaches.add(name, lines, 'file of %d lines; %d at most' % (lines, MAX_FILE_LINES))


def functions(code):
    """(name, first line, last line, deepest nesting) of each function; a body starts with { in the first column."""
    lines = code.split('\n')
    for start, line in enumerate(lines):
        if line != '{':
            continue
        name = '?'
        for before in range(start - 1, max(start - 20, -1), -1):
            match = re.match(r'(\w+)\s*\(', lines[before])
            if match:
                name = match.group(1)
                break
        depth = deepest = 0
        for end in range(start, len(lines)):
            for char in lines[end]:
                depth += (char == '{') - (char == '}')
                deepest = max(deepest, depth)
            if depth == 0:
                break
        yield name, start + 1, end + 1, deepest - 1


def check_functions(name, code, breaches):
    for function, first, last, nesting in functions(code):
        lines = last - first + 1
        exempt = re.search(r'(_class_init|_(get|set)_property)$', function)
        if lines > MAX_FUNCTION_LINES and not exempt:
            breaches.add(name, first, '%s has %d lines; %d at most' % (function, lines, MAX_FUNCTION_LINES))
        if nesting > MAX_NESTING:
            breaches.add(name, first, '%s nests %d deep; %d at most' % (function, nesting, MAX_NESTING))


def check_includes(name, text, breaches):
    for number, line in enumerate(text.split('\n'), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)', line)
        if not match:
            continue
        if '../' in match.group(1):
            breaches.add(name, number, 'includes by a path through ..: layers are include paths')
        for header, allowed in HEADERS:
            if re.match(header, match.group(1)) and not name.startswith(allowed):
                breaches.add(name, number, 'includes %s here' % match.group(1))


def check_calls(name, text, code, breaches):
    for pattern, allowed, why in CALLS:
        if allowed and name.startswith(allowed):
            continue
        for match in re.finditer(pattern, code):
            breaches.add(name, code.count('\n', 0, match.start()) + 1, why)


def check_machine_paths(name, text, breaches):
    if name.endswith(('.md', '.tsv', '.po')) or name == 'build-aux/check-style.py':
        return
    for match in re.finditer(MACHINE_PATHS, text):
        breaches.add(name, text.count('\n', 0, match.start()) + 1, 'a path of one machine')


def check_header(name, text, breaches):
    if name.startswith('src/') and '/pch/' not in name and '#pragma once' not in text:
        breaches.add(name, 1, 'no #pragma once')


def check_white_space(name, text, breaches):
    for number, line in enumerate(text.split('\n'), 1):
        if line != line.rstrip():
            breaches.add(name, number, 'blank at the end of the line')
        if '\t' in line:
            breaches.add(name, number, 'a tab')


def is_translatable(root, name):
    if name.startswith('src/') and name.endswith('.c'):
        text = read(root, name)
        return bool(TRANSLATABLE_C.search(without_comments_and_strings(text)))
    if name.startswith('src/') and name.endswith('.ui'):
        return 'translatable="yes"' in read(root, name)
    return name.startswith('data/') and name.endswith(('.desktop.in', '.metainfo.xml.in'))


def check_potfiles(root, names, breaches):
    if 'po/POTFILES' not in names:
        breaches.add('po/POTFILES', 1, 'missing')
        return
    listed = [line for line in read(root, 'po/POTFILES').split('\n') if line and not line.startswith('#')]
    wanted = [name for name in names if is_translatable(root, name)]
    for name in sorted(set(wanted) - set(listed)):
        breaches.add('po/POTFILES', 1, '%s holds translatable text and is not listed' % name)
    for name in sorted(set(listed) - set(wanted)):
        breaches.add('po/POTFILES', 1, '%s is listed and holds no translatable text' % name)


def check_file(root, name, breaches):
    try:
        text = read(root, name)
    except UnicodeDecodeError:
        if name.endswith(CODE):
            breaches.add(name, 1, 'not UTF-8')
        return
    check_licence(name, text, breaches)
    check_length(name, text, breaches)
    check_machine_paths(name, text, breaches)
    if name.endswith(CODE):
        code = without_comments_and_strings(text)
        check_functions(name, code, breaches)
        check_includes(name, text, breaches)
        check_calls(name, text, code, breaches)
        check_white_space(name, text, breaches)
    if name.endswith('.h'):
        check_header(name, text, breaches)


def main(argv):
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if '--root' in argv:
        root = argv[argv.index('--root') + 1]
    names = tree(root)
    if '--potfiles' in argv:
        print('\n'.join(name for name in names if is_translatable(root, name)))
        return 0
    breaches = Breaches()
    for name in names:
        check_file(root, name, breaches)
    check_potfiles(root, names, breaches)
    print('\n'.join(breaches.lines))
    print('%d files checked, %d breaches' % (len(names), len(breaches.lines)))
    return 1 if breaches.lines else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
