# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up translation that wraps every message in ⟦ ⟧, and what is left on the screen that is neither wrapped, nor
GTK's own, nor data."""
import gettext
import os
import re
import struct

OPEN, CLOSE = '⟦', '⟧'
DOMAIN = 'facttavlan'
SYSTEM_DOMAINS = ('gtk40', 'libadwaita', 'glib20')
SYSTEM_LOCALES = '/usr/share/locale'
# What stands between wrapped pieces: keys of the keyboard, numbers, signs.
BETWEEN = re.compile(r'[\W\d_]*')
ALWAYS_DATA = (
    r'(Ctrl|Alt|Shift|Skift)(\+.+)?', r'F\d+', r'[A-Z]', r'org\.facttavlan\.Facttavlan', r'facttavlan',
    # A control without a name is called by its class; unnamed_controls() of drive.py judges that.
    r'(Gtk|Adw|Fact)[A-Z]\w*',
)


def catalog(path):
    with open(path, 'rb') as stream:
        return gettext.GNUTranslations(stream)._catalog     # no public way to list it


def write_mo(path, messages):
    """messages: {key: text}, as they stand in a .mo file."""
    keys = sorted(messages, key=lambda k: k.encode())
    texts = [(k.encode(), messages[k].encode()) for k in keys]
    start = 28 + 16 * len(keys)
    tables, data = [b'', b''], b''
    for which in (0, 1):
        for pair in texts:
            tables[which] += struct.pack('<II', len(pair[which]), start + len(data))
            data += pair[which] + b'\0'
    head = struct.pack('<7I', 0x950412de, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as stream:
        stream.write(head + tables[0] + tables[1] + data)


def make(prefix, directory):
    """Writes the wrapping translation for Swedish into directory; returns how many messages it has."""
    messages = {'': 'Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n'}
    for key in catalog(os.path.join(prefix, 'share/locale/sv/LC_MESSAGES', DOMAIN + '.mo')):
        plural = isinstance(key, tuple)
        key = key[0] if plural else key
        if not key:
            continue
        text = OPEN + key.split('\x04')[-1] + CLOSE
        # Of a plural only the first form is looked up, and the catalog has forgotten the second.
        messages.update({key + '\0' + key: text + '\0' + text} if plural else {key: text})
    write_mo(os.path.join(directory, 'sv/LC_MESSAGES', DOMAIN + '.mo'), messages)
    return len(messages) - 1


def system_texts():
    found = set()
    for domain in SYSTEM_DOMAINS:
        path = os.path.join(SYSTEM_LOCALES, 'sv/LC_MESSAGES', domain + '.mo')
        assert os.path.exists(path), 'no Swedish for ' + domain
        found |= {text.replace('_', '') for text in catalog(path).values()}
    return found


def bare(text, data=()):
    """What of a text is neither wrapped nor data: '' when all is well. data: regular expressions."""
    rest = text
    while True:         # a wrapped text may hold another
        shorter = re.sub(OPEN + '[^' + OPEN + CLOSE + ']*' + CLOSE, ' ', rest)
        if shorter == rest:
            break
        rest = shorter
    for pattern in (*data, *ALWAYS_DATA):
        rest = re.sub(r'(?<!\w)(?:' + pattern + r')(?!\w)', '', rest)
    return '' if BETWEEN.fullmatch(rest) else rest.strip()
