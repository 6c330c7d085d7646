#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command-line tool as a person at a terminal uses it: the given sheet in and out, what is refused, what is told."""
import fcntl
import os
import random
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

ADMIN = sys.argv[1]
SHEET = os.path.join(os.environ['FACT_TEST_DATA'], 'fact-tavla.tsv')
OFD_SETLK = 37
cases = 0


class Team:
    """A database of its own."""

    def __init__(self, folder, name):
        self.path = os.path.join(folder, name, 'team.facttavlan')

    def run(self, *arguments, status=0):
        global cases
        cases += 1
        done = subprocess.run([ADMIN, '--database', self.path, *arguments], capture_output=True, stdin=subprocess.DEVNULL)
        assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def head(self):
        return self.run('check')[1]


def write(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, 'wb') as stream:
        stream.write(data)
    return path


def import_and_export(folder, sheet):
    team = Team(folder, 'round')
    told = team.run('import', '--week', '2019-W20', SHEET)[1]
    assert 'New signatures: CSA, KRO, DEN, MJR, MDN, HMR, SNG' in told, told
    assert 'New: 5, changed: 0' in told, told
    out = os.path.join(folder, 'out.tsv')
    team.run('export', '--format', 'tsv', '--week', '2019-W20', out)
    assert open(out, 'rb').read() == sheet
    assert team.run('board', '--week', '2019-W20')[0].encode() == sheet
    # Another week has the same rows and no contacts.
    other = team.run('board', '--week', '2019-W21')[0].splitlines()
    assert len(other) == 6 and all(line.endswith('\t' * 7) for line in other[1:]), other
    # Read again it changes nothing, not even the journal.
    head = team.head()
    assert 'the same: 5' in team.run('import', '--week', '2019-W20', SHEET)[1]
    assert team.head() == head
    log = team.run('log', '--patient', 'NN-89')[0].splitlines()
    assert len(log) == 1 and 'board.import' in log[0], log
    return team


def one_cell(folder, sheet):
    """One contact more in the table is one contact more in the file, and one cell more in the export."""
    changed = sheet.replace(b'CSA+HMR\t\t\t\n', b'CSA+HMR\tMJR\t\t\n')
    assert changed != sheet
    team = Team(folder, 'round')
    told = team.run('import', '--week', '2019-W20', write(folder, 'changed.tsv', changed))[1]
    assert 'changed: 1, the same: 4' in told, told
    assert team.run('board', '--week', '2019-W20')[0].encode() == changed


def shuffled(folder, sheet):
    head, *rows = sheet.splitlines(keepends=True)
    seed = random.randrange(2 ** 31)
    random.Random(seed).shuffle(rows)
    print('seed %d' % seed)
    team = Team(folder, 'shuffled')
    team.run('import', '--week', '2019-W20', write(folder, 'shuffled.tsv', head + b''.join(rows)))
    assert team.run('board', '--week', '2019-W20')[0].encode() == sheet


def other_forms(folder, sheet):
    """Semicolons and Windows-1252 as a Swedish Excel writes them, commas, a byte order mark, other columns."""
    text = sheet.decode()
    assert ';' not in text
    forms = {
        'excel': text.replace('\t', ';').replace('\n', '\r\n').encode('cp1252'),
        'mark': b'\xef\xbb\xbf' + sheet,
        'more': '\n'.join(line + '\t' + ('Rum' if i == 0 else '12') for i, line in enumerate(text.splitlines())).encode(),
    }
    for name, data in forms.items():
        team = Team(folder, name)
        told = team.run('import', '--week', '2019-W20', write(folder, name + '.csv', data))[1]
        assert team.run('board', '--week', '2019-W20')[0].encode() == sheet, name
        assert ('Column ignored: Rum' in told) == (name == 'more'), told


def refusals(folder):
    """All or nothing, and the refusal names row, column, value and what would be accepted."""
    rows = b'Datum\tPatient\tTriage\n190327\tDD-75\tobs\n19-03-35\tAA-80\tStabil\n190329\tX\tGul\n'
    team = Team(folder, 'refused')
    team.run('import', SHEET)
    before = team.run('export', '--format', 'json', '-')[0]
    told = team.run('import', write(folder, 'bad.tsv', rows), status=1)[1]
    assert 'Row 3, column Datum: "19-03-35" is not a date. Write 190327 or 2019-03-27.' in told, told
    assert 'Row 4, column Patient: "X"' in told and 'Row 4, column Triage: "Gul"' in told, told
    assert 'Nothing was imported.' in told
    assert team.run('export', '--format', 'json', '-')[0] == before


def rubbish(folder):
    hostile = {
        'empty': b'',
        'headings': b'Datum\tPatient\tTriage\n',
        'binary': bytes(range(256)) * 64,
        'line': b'Datum\tPatient\tTriage\n' + b'a' * (64 << 20),
        'deep': b'{"facttavlan":1,"records":1}\n' + b'[' * 100000,
        'zero': b'{"facttavlan":1,"records":1}\n{"type":"patient","uid":"x","values":{"code":"\\u0000"}}\n',
    }
    for name, data in hostile.items():
        team = Team(folder, 'hostile-' + name)
        path = write(folder, name, data)
        start = time.monotonic()
        told = team.run('import', path, status=1)[1]
        assert time.monotonic() - start < 10, name      # a tripwire: the figure is 2 s
        assert told.strip(), name
        assert not os.path.exists(team.path), name


def people_who_differ(folder, sheet):
    team = Team(folder, 'people')
    team.run('import', '--week', '2019-W20', SHEET)
    other = write(folder, 'other.tsv', sheet.replace(b'CSA\tHMR\tSval', b'KRO\tHMR\tSval'))
    told = team.run('import', '--week', '2019-W20', other, status=1)[1]
    assert 'Row 2: DD-75' in told and 'same person' in told, told
    team.run('import', '--week', '2019-W20', '--same-people', other)
    assert '\tDD-75\tobs\tSymtomökning\tKRO\t' in team.run('board', '--week', '2019-W20')[0]


def json_round_trip(folder):
    first, second = Team(folder, 'round'), Team(folder, 'json')
    exported = first.run('export', '--format', 'json', '-')[0]
    path = write(folder, 'all.json', exported.encode())
    # The first words of the board are in every file already.
    n = sum('"type":"%s"' % kind in line for line in exported.splitlines()
            for kind in ('patient', 'stay', 'contact')) + len({'CSA', 'KRO', 'DEN', 'MJR', 'MDN', 'HMR', 'SNG'}) + 5
    told = second.run('import', '--dry-run', path)[1]
    assert '%d records would be imported.' % n in told, (n, told)
    assert not os.path.exists(second.path)
    told = second.run('import', path)[1]
    assert '%d records were imported.' % n in told, (n, told)
    assert second.run('export', '--format', 'json', '-')[0] == exported


def demo(folder):
    one, two = Team(folder, 'demo1'), Team(folder, 'demo2')
    for team in (one, two):
        team.run('demo', '--today', '2026-11-18')
    exported = one.run('export', '--format', 'json', '-')[0]
    assert exported == two.run('export', '--format', 'json', '-')[0]
    assert exported.count('"type":"patient"') == 240
    assert len(one.run('board')[0].splitlines()) == 37
    assert one.run('board', '--date', '2026-06-01')[0] != one.run('board')[0]
    told = one.run('demo', status=1)[1]
    assert 'holds a board already. Nothing was changed.' in told and one.path in told, told
    for option, value in (('--patients', '-3'), ('--patients', '20001'), ('--years', '21'), ('--years', 'many'),
                          ('--today', 'aldrig')):
        three = Team(folder, 'demo3')
        told = three.run('demo', option, value, status=2)[1]
        assert option in told or value in told, (option, value, told)
        assert not os.path.exists(three.path)
    one.run('check')


def export_spares(folder, sheet):
    """An export never takes the place of a board, whatever name it is given, nor of a device."""
    team, other = Team(folder, 'spared'), Team(folder, 'spared-too')
    for one in (team, other):
        one.run('import', '--week', '2019-W20', SHEET)
    link = os.path.join(folder, 'link.tsv')
    os.symlink(team.path, link)
    device = os.path.join(folder, 'pipe')
    os.mkfifo(device)
    for name in (team.path, os.path.join(os.path.dirname(team.path), '.', 'team.facttavlan'), link, other.path, device,
                 folder, team.path + '-journal', other.path.replace('.facttavlan', '.lock')):
        for form in ('tsv', 'json'):
            told = team.run('export', '--format', form, name, status=1)[1]
            assert 'Nothing was written.' in told, (name, told)
    assert os.path.islink(link) and not os.path.exists(team.path + '-journal')
    # Nor is a pipe waited for, which may never end.
    assert 'is not an ordinary file' in team.run('import', device, status=1)[1]
    for one in (team, other):
        assert one.run('board', '--week', '2019-W20')[0].encode() == sheet
        assert 'Nothing is wrong.' in one.head()
    # What was exported before is replaced.
    out = write(folder, 'before.tsv', b'old')
    team.run('export', '--week', '2019-W20', out)
    assert open(out, 'rb').read() == sheet


def files_that_are_no_board(folder):
    """Refused in words, and left as they are: a board that was cut off is no empty board."""
    whole = open(Team(folder, 'spared').path, 'rb').read()
    foreign = os.path.join(folder, 'foreign')
    for version in (0, 1):
        with sqlite3.connect('%s-%d' % (foreign, version)) as database:
            database.execute('CREATE TABLE "note" ("text")')
            database.execute('PRAGMA user_version = %d' % version)
        database.close()
    files = {'cut-%d' % n: whole[:n] for n in (1, 50, 99, 100, 4096, len(whole) // 2)}
    files |= {'foreign-%d' % version: open('%s-%d' % (foreign, version), 'rb').read() for version in (0, 1)}
    files |= {'text': b'Datum\tPatient\n' * 100, 'zeroes': bytes(8192)}
    for name, data in files.items():
        team = Team(folder, 'no-board-' + name)
        os.makedirs(os.path.dirname(team.path))
        with open(team.path, 'wb') as stream:
            stream.write(data)
        for command in (['check'], ['board'], ['import', SHEET]):
            told = team.run(*command, status=1)[1]
            assert 'another program' in told or 'Restore a backup' in told, (name, told)
            assert 'PRAGMA' not in told and 'SELECT' not in told, (name, told)
        assert open(team.path, 'rb').read() == data, name


def nothing_in_it(folder):
    """A file of no bytes is told, whoever made it; what could not be made is not left behind."""
    team = Team(folder, 'nothing')
    os.makedirs(os.path.dirname(team.path))
    write(os.path.dirname(team.path), 'team.facttavlan', b'')
    for command in (['check'], ['board'], ['import', SHEET], ['demo']):
        told = team.run(*command, status=1)[1]
        assert 'has nothing in it' in told and 'remove the file' in told, told
    assert os.path.getsize(team.path) == 0
    # Somebody who is just making it has the seat: then it is theirs, not to be removed.
    with open(team.path.replace('.facttavlan', '.lock'), 'w') as seat:
        fcntl.fcntl(seat, OFD_SETLK, struct.pack('hhqqi4x', fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))
        told = team.run('check', status=1)[1]
        assert 'is open in another program' in told and 'remove' not in told, told
    os.remove(team.path.replace('.facttavlan', '.lock'))
    os.remove(team.path)
    told = team.run('import', '--dry-run', SHEET)[1]
    assert 'New: 5' in told and not os.path.exists(team.path), told
    assert not os.path.exists(team.path.replace('.facttavlan', '.lock'))
    team.run('import', SHEET)
    assert 'Nothing is wrong.' in team.head()


def behind_a_link(folder):
    """A folder may be reached by a link, a file may not."""
    os.makedirs(os.path.join(folder, 'real'))
    os.symlink('real', os.path.join(folder, 'linked'))
    team, same = Team(folder, 'linked'), Team(folder, 'real')
    team.run('import', SHEET)
    assert os.path.exists(same.path) and team.run('board')[0] == same.run('board')[0]
    os.symlink('team.facttavlan', os.path.join(folder, 'real', 'other.facttavlan'))
    team.path = os.path.join(folder, 'linked', 'other.facttavlan')
    assert 'a link' in team.run('check', status=1)[1]


def full_disk(folder):
    """A disk that is full is told in words, not in those of the database."""
    team = Team(folder, 'full')
    done = subprocess.run(['sh', '-c', 'ulimit -f 200; trap "" XFSZ; exec "$@"', 'sh', ADMIN, '--database', team.path,
                           'demo'], capture_output=True)
    told = done.stderr.decode()
    assert done.returncode == 1 and 'could not be read or written' in told or 'disk is full' in told, (done.returncode, told)
    assert 'INSERT' not in told and 'COMMIT' not in told, told
    assert not os.path.exists(team.path)


def days_ahead(folder):
    """Only what has been can be shown as it stood."""
    team = Team(folder, 'spared')
    for day in ('9999-12-31', '+1'):
        out, told = team.run('board', '--date', day, status=1)
        assert out == '' and 'lies ahead' in told, told
    team.run('board', '--date', 'idag')


def full_output(folder):
    team = Team(folder, 'spared')
    for command in (['log'], ['board'], ['export', '-']):
        with open('/dev/full', 'w') as full:
            done = subprocess.run([ADMIN, '--database', team.path, *command], stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 1 and b'Could not write' in done.stderr, (command, done)


def usage(folder):
    team = Team(folder, 'usage')
    for words in (['--help'], ['-h'], ['import', '--help']):
        done = subprocess.run([ADMIN, *words], capture_output=True)
        assert done.returncode == 0 and b'import' in done.stdout and not done.stderr, (words, done)
    for wrong in ([], ['fly'], ['import'], ['import', 'a', 'b'], ['export', '--format', 'pdf', '-'],
                  ['board', '--week', 'xyz'], ['log', '--since', 'aldrig']):
        team.run(*wrong, status=2)
    assert 'There is no file' in team.run('board', status=1)[1]
    assert not os.path.exists(team.path)


with tempfile.TemporaryDirectory() as folder:
    with open(SHEET, 'rb') as stream:
        sheet = stream.read()
    import_and_export(folder, sheet)
    one_cell(folder, sheet)
    shuffled(folder, sheet)
    other_forms(folder, sheet)
    refusals(folder)
    rubbish(folder)
    people_who_differ(folder, sheet)
    json_round_trip(folder)
    demo(folder)
    usage(folder)
    export_spares(folder, sheet)
    files_that_are_no_board(folder)
    nothing_in_it(folder)
    behind_a_link(folder)
    full_disk(folder)
    days_ahead(folder)
    full_output(folder)
print('%d commands' % cases)
