# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the installed program from outside, as a person does: by what the accessibility tree says and with real X
events. Results are read with facttavlan-admin after the window closed.

    with Program('--database', path) as board:
        board.click('button Main Menu')
        board.key('Escape')
        board.close()
    print(board.admin('export', '--format', 'tsv', '-'))

What is looked for is a regular expression that is searched in "role name", such as '^push button Hembesök$'. Nothing
waits blindly: every step polls for what it needs and fails, with the tree, after ten seconds."""
import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

PATIENCE = 10 * int(os.environ.get('FACT_PATIENCE', '1'))
POLL = 0.02
TOPLEVELS = (Atspi.Role.FRAME, Atspi.Role.WINDOW, Atspi.Role.DIALOG)
# An unnamed control is called by its class.
CLASS_NAME = re.compile('^(Gtk|Adw|Fact)[A-Z]')
CONTROLS = ('push button', 'toggle button', 'check box', 'radio button', 'combo box', 'text', 'entry', 'spin button',
            'slider', 'switch', 'menu item', 'link', 'list item', 'table cell', 'page tab')


def x(*words):
    """Runs xdotool; returns its words."""
    run = subprocess.run(['xdotool', *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return run.stdout.split()


def prefix():
    where = os.environ['FACT_PREFIX']
    if not os.path.exists(os.path.join(where, 'bin', 'facttavlan')):
        sys.exit('nothing is installed in %s: run build-aux/test, or configure with --prefix and install' % where)
    return where


def label(node):
    try:
        return '%s %s' % (node.get_role_name(), node.get_name() or '')
    except Exception:       # it went away while we looked
        return ''


def children(node):
    try:
        found = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except Exception:
        return []
    return [child for child in found if child]


def manage_windows(environment, managers=[]):
    """Starts the one window manager of a script. A window that is there before it, or between the end of one and the
    start of the next, may wait for it with its first frame, for ever."""
    if managers:
        return
    managers.append(subprocess.Popen(['openbox'], stderr=subprocess.DEVNULL, env=environment))
    atexit.register(managers[0].kill)
    end = time.monotonic() + PATIENCE
    while 'window id' not in subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], text=True,
                                            stdout=subprocess.PIPE).stdout:
        assert time.monotonic() < end, 'no window manager'
        time.sleep(POLL)


def wake_window_manager():
    """Openbox 3.6 may read an event while it waits for an answer, and then sleep over it until there is another: a new
    window stays unmapped for ever. Any event wakes it."""
    subprocess.run(['xprop', '-root', '-f', '_FACT_WAKE', '8s', '-set', '_FACT_WAKE', '1'], stderr=subprocess.DEVNULL)


class Program:
    def __init__(self, *arguments, language='sv', environment=None, program='facttavlan', home=None):
        self.folder = None if home else tempfile.TemporaryDirectory()
        self.doubt = False
        self.heard = False           # has had the keyboard's focus
        self.home = home or self.folder.name
        self.bin = os.path.join(prefix(), 'bin')
        self.environment = {
            **os.environ,
            'HOME': self.home,
            'XDG_CONFIG_HOME': os.path.join(self.home, 'config'),
            'XDG_DATA_HOME': os.path.join(self.home, 'data'),
            'XDG_STATE_HOME': os.path.join(self.home, 'state'),
            'XDG_CACHE_HOME': os.path.join(self.home, 'cache'),
            'LC_ALL': 'sv_SE.UTF-8' if language == 'sv' else 'C.UTF-8',
            'LANGUAGE': language,
            'GSETTINGS_BACKEND': 'keyfile',
            **(environment or {}),
        }
        self.environment.pop('GTK_A11Y', None)
        self.write_gtk_settings()
        manage_windows({k: v for k, v in self.environment.items() if k != 'LD_PRELOAD'})
        # Without a layout that has it, xdotool types Å as å.
        subprocess.run(['setxkbmap', 'se'], check=True)
        Atspi.init()
        self.app = subprocess.Popen([os.path.join(self.bin, program), *arguments], env=self.environment)

    def write_gtk_settings(self):
        folder = os.path.join(self.home, 'config', 'gtk-4.0')
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as stream:
            stream.write('[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n')

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        x('mouseup', 1)
        if kind and self.app.poll() is None:
            print('the tree:\n' + '\n'.join(self.names()))
        if self.app.poll() is None:
            self.app.kill()
            self.app.wait()

    # --- looking

    def nodes(self):
        """Every accessible of the program that is visible. GTK 4.8 gives SHOWING to windows only."""
        todo = [app for app in children(Atspi.get_desktop(0)) if app.get_process_id() == self.app.pid]
        while todo:
            node = todo.pop()
            try:
                if node.get_role() == Atspi.Role.APPLICATION or node.get_state_set().contains(Atspi.StateType.VISIBLE):
                    yield node
                else:
                    continue
            except Exception:
                continue
            # libatspi keeps what it was told once and hears of news only in a main loop, which a script has not: when
            # something does not come it is asked anew.
            if self.doubt:
                node.clear_cache()
            todo += reversed(children(node))

    def names(self):
        return [label(node) for node in self.nodes()]

    def find(self, pattern):
        return [node for node in self.nodes() if re.search(pattern, label(node))]

    def until(self, ask, what):
        """Polls ask() until it says something true, which is returned."""
        begin = time.monotonic()
        end = begin + PATIENCE
        wake = begin + 1
        while True:
            self.doubt = time.monotonic() > begin + 1
            if time.monotonic() > wake:
                wake_window_manager()
                wake += 1
            if self.app.poll() is not None:
                raise AssertionError('the program ended with %d, waiting for: %s' % (self.app.returncode, what))
            answer = ask()
            if answer:
                self.doubt = False
                return answer
            if time.monotonic() > end:
                raise AssertionError('not seen: ' + what)
            time.sleep(POLL)

    def see(self, pattern):
        """Waits for what matches; returns the first."""
        return self.until(lambda: self.find(pattern), pattern)[0]

    def gone(self, pattern):
        self.until(lambda: not self.find(pattern), 'the end of ' + pattern)

    def status(self, pattern):
        """Waits until the status line says what matches; toasts vanish, this stays."""
        return self.see('^(status bar|statusbar) .*' + pattern)

    def unnamed_controls(self):
        """Controls that a screen reader would call by their class. What has no size is on no page that is shown."""
        def is_unnamed(node):
            name = label(node)
            if not any(name.startswith(role + ' ') and CLASS_NAME.match(name[len(role) + 1:]) for role in CONTROLS):
                return False
            # libadwaita 1.2 leaves the closing button of a toast without a name.
            return self.has_size(node) and not label(node.get_parent()).endswith('AdwToastWidget')
        return [label(node) for node in self.nodes() if is_unnamed(node)]

    # --- the pointer

    def windows(self):
        for window in x('search', '--onlyvisible', '--pid', self.app.pid):
            words = dict(line.split('=') for line in x('getwindowgeometry', '--shell', window) if '=' in line)
            if 'WIDTH' in words:
                yield tuple(int(words[k]) for k in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def where(self, node, at=(0.5, 0.5)):
        """The point on the screen at a fraction of the accessible's width and height. AT-SPI says where it is within
        the window, X where the window is. A popover is an X window of its own, which GTK 4.8 tells AT-SPI at the
        place of what it belongs to: it is known by its size."""
        windows = sorted(self.windows(), key=lambda w: w[2] * w[3])
        inner = node.get_extents(Atspi.CoordType.WINDOW)
        top = node
        # GTK 4.8 gives dialogs of other classes than its own no role of a window.
        while top.get_role() not in TOPLEVELS and top.get_parent() and \
                top.get_parent().get_role() != Atspi.Role.APPLICATION:
            outer = self.extents(top)
            base = outer and next((w for w in windows[:-1] if w[2:] == (outer.width, outer.height)), None)
            if base:
                break
            top = top.get_parent()
        else:
            # The smallest window that is large enough: the shadow is part of it.
            outer = top.get_extents(Atspi.CoordType.WINDOW)
            base = next((w for w in windows if w[2] >= outer.width and w[3] >= outer.height), None)
            if not base:
                raise AssertionError('no window holds ' + label(node))
            outer.x = outer.y = 0
        left, top_edge, width, height = base
        return (left + (width - outer.width) // 2 + inner.x - outer.x + int(inner.width * at[0]),
                top_edge + (height - outer.height) // 2 + inner.y - outer.y + int(inner.height * at[1]))

    @staticmethod
    def extents(node):
        try:
            return node.get_extents(Atspi.CoordType.WINDOW)
        except Exception:       # not every node has a place
            return None

    def has_size(self, node):
        place = self.extents(node)
        return place and place.width > 0 and place.height > 0

    def still(self, node, at=(0.5, 0.5)):
        """Where it is once that has been the same for three looks: a popover is placed after it is shown."""
        seen = []

        def same():
            try:
                seen.append(self.where(node, at))
            except AssertionError:      # its window is not on the screen yet
                return False
            return len(seen) >= 3 and len(set(seen[-3:])) == 1 and self.extents(node).width > 0
        self.until(same, 'a still place for ' + label(node))
        return seen[-1]

    def hover(self, pattern, at=(0.5, 0.5)):
        """Moves onto it, by a last step of one pixel, as a hand does."""
        # Menus that are not open are in the tree, too, without a size.
        node = self.until(lambda: [node for node in self.find(pattern) if self.has_size(node)], pattern)[0]
        while True:
            place = self.still(node, at)
            x('mousemove', place[0] - 1, place[1], 'mousemove', *place)
            if self.still(node, at) == place:
                return node

    def click(self, pattern, button=1, at=(0.5, 0.5), repeat=1):
        self.hover(pattern, at)
        x('click', '--repeat', repeat, '--delay', 60, button)

    def double_click(self, pattern):
        self.click(pattern, repeat=2)

    def menu_click(self, pattern):
        self.click(pattern, button=3)

    def drag(self, source, target, began, over, at=(0.5, 0.5), to=(0.5, 0.5), keys=()):
        """Drags by what the program says: 3-pixel steps until `began` is seen, a jump to the target (looked up now; it
        may have risen with the drag), one pixel to and fro until `over` is seen, release. keys are held meanwhile."""
        left, top = self.still(self.see(source), at)
        for key in keys:
            x('keydown', key)
        x('mousemove', left, top, 'mousedown', 1)
        try:
            step = iter(range(3, 400, 3))
            self.until(lambda: x('mousemove', left + next(step), top) or self.find(began), began)
            # What rises with the drag is in the tree before it has its place.
            node = self.until(lambda: [node for node in self.find(target) if self.has_size(node)], target)[0]
            right, bottom = self.still(node, to)
            shake = [0]

            def hover():
                shake[0] ^= 1
                x('mousemove', right + shake[0], bottom)
                return self.find(over)
            self.until(hover, over)
        finally:
            x('mouseup', 1)
            for key in keys:
                x('keyup', key)

    # --- the keys

    def has_focus(self):
        pid = x('getwindowfocus', 'getwindowpid')
        return pid == [str(self.app.pid)]

    def key(self, *keys):
        # A window is there before it is given the focus.
        if not self.heard:
            self.until(self.has_focus, 'the focus')
            self.heard = True
        x('key', '--clearmodifiers', *keys)

    def type(self, text):
        x('type', '--delay', 12, text)

    def focused(self):
        for node in self.nodes():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return label(node)
        return ''

    # --- the end

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', path], check=True)

    def ended(self):
        """Waits for the end of the program, which must be a good one."""
        status = self.app.wait(timeout=PATIENCE)
        assert status == 0, 'the program ended with %d' % status

    def close(self):
        self.key('ctrl+q')
        self.ended()

    def kill(self):
        """As a power cut: nothing is closed."""
        self.app.kill()
        self.app.wait()

    def admin(self, *arguments, check=True):
        """What facttavlan-admin writes, in this program's home."""
        run = subprocess.run([os.path.join(self.bin, 'facttavlan-admin'), *arguments], env=self.environment, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert not check or run.returncode == 0, run.stderr
        return run.stdout

    def settings(self):
        """What the program keeps of its settings, as {key: value}."""
        path = os.path.join(self.home, 'config', 'glib-2.0', 'settings', 'keyfile')
        with open(path, encoding='utf-8') as stream:
            pairs = [line.strip().split('=', 1) for line in stream if '=' in line]
        return {key: json.loads(value) if value not in ('true', 'false') else value == 'true' for key, value in pairs}
