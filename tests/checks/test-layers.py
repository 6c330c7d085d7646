#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-layers.py BUILD_DIR LAYER:SEEN,SEEN…: the compiler refuses every include against the layers. Each case is
compiled as a file of its layer is: its own command from compile_commands.json, so that nothing here can drift."""
import json
import os
import shlex
import subprocess
import sys

build = sys.argv[1]
sees = {}
for argument in sys.argv[2:]:
    name, _, seen = argument.partition(':')
    sees[name] = [s for s in seen.split(',') if s]
source = os.path.join(os.environ['FACT_SOURCE_DIR'], 'src')
GTK_LAYERS = {'widget', 'board', 'patients', 'app'}


def command_of(layer):
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as stream:
        for entry in json.load(stream):
            path = os.path.realpath(os.path.join(entry['directory'], entry['file']))
            if os.path.dirname(path) == os.path.realpath(os.path.join(source, layer)) and path.endswith('.c'):
                return entry
    return None


def compiles(entry, text):
    words, kept, skip = shlex.split(entry['command']), [], False
    for word in words:
        if skip:
            skip = False
        elif word in ('-o', '-MF', '-MQ', '-c'):
            skip = True
        elif word not in ('-MD', entry['file']):
            kept.append(word)
    run = subprocess.run(kept + ['-fsyntax-only', '-x', 'c', '-'], input=text, text=True, cwd=entry['directory'],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return run.returncode == 0, run.stderr


def headers(layer):
    return sorted(f for f in os.listdir(os.path.join(source, layer))
                  if f.endswith('.h') and not f.endswith('-private.h'))


def main():
    refused = allowed = 0
    faults = []
    for layer, seen in sees.items():
        entry = command_of(layer)
        if not entry:
            if any(f.endswith('.c') for f in os.listdir(os.path.join(source, layer))):
                faults.append('%s has sources and none is compiled' % layer)
            continue
        forbidden = [(other, h) for other in sees if other != layer and other not in seen for h in headers(other)[:1]]
        if layer not in GTK_LAYERS:
            forbidden += [('GTK', 'gtk/gtk.h'), ('libadwaita', 'adwaita.h')]
        for other, header in forbidden:
            done, why = compiles(entry, '#include <glib.h>\n#include "%s"\n' % header)
            if done or header not in why:
                faults.append('%s can include %s of %s' % (layer, header, other))
            refused += 1
        for other in seen + [layer]:
            for header in headers(other)[:1]:
                done, why = compiles(entry, '#include <glib.h>\n#include "%s"\n' % header)
                if not done:
                    faults.append('%s cannot include %s of %s, which it may:\n%s' % (layer, header, other, why))
                allowed += 1
    print('\n'.join(faults))
    print('%d cases: %d refused, %d allowed' % (refused + allowed, refused, allowed))
    return 1 if faults or refused < 10 or allowed < 3 else 0


sys.exit(main())
