# SPDX-FileCopyrightText: 2026 The Facttavlan developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shared by run, test and screenshots: sourced, from the top of the tree. Bodies in ( ) keep their variables to
# themselves.

# need_packages FILE… [-- NAME…]: installs what is not there, and says which. No call of apt when nothing is missing.
need_packages() (
  names=
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    names="$names $(grep -v '^#' "build-aux/$1")"
    shift
  done
  [ $# -eq 0 ] || shift
  names="$names $*"

  if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian machine; these packages, or what they are called here, must be there:" $names >&2
    return 0
  fi

  # shellcheck disable=SC2086
  there=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $names 2>/dev/null | sed -n 's/^installed //p')
  missing=
  for name in $names; do
    printf '%s\n' "$there" | grep -qxF "$name" || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0

  echo "Installing:$missing" >&2
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120"
  $apt update >&2
  # shellcheck disable=SC2086
  $apt install -y --no-install-recommends $missing >&2
)

# quietly LOG COMMAND…: shows what COMMAND wrote only when it fails.
quietly() {
  log=$1
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "failed: $*" >&2
    return 1
  fi
}

# build DIR TARGET [OPTION…]: configures once (again only when the options change), compiles TARGET ("program" or
# "all"), and installs into DIR/prefix what changed.
build() (
  dir=$1 target=$2
  shift 2
  options="--prefix=$PWD/$dir/prefix --libdir=lib $*"
  mkdir -p "$dir"
  if [ ! -f "$dir/build.ninja" ]; then
    echo "Configuring $dir" >&2
    # shellcheck disable=SC2086
    quietly "$dir/setup.log" meson setup "$dir" $options
  elif [ "$(cat "$dir/options" 2>/dev/null)" != "$options" ]; then
    # shellcheck disable=SC2086
    quietly "$dir/setup.log" meson setup --reconfigure "$dir" $options
  fi
  printf '%s\n' "$options" >"$dir/options"

  if ! ninja -C "$dir" "$target" >"$dir/build.log" 2>&1 </dev/null; then
    grep -v '^\[' "$dir/build.log" >&2
    echo "$dir does not compile" >&2
    return 1
  fi

  if [ ! -f "$dir/installed" ] ||
     [ -n "$(find data po "$dir/options" "$dir/data" "$dir/po" "$dir/src/app/facttavlan" \
                  "$dir/src/admin/facttavlan-admin" -newer "$dir/installed" -type f | head -n 1)" ]; then
    quietly "$dir/install.log" meson install -C "$dir" --no-rebuild
    touch "$dir/installed"
  fi
)

# fonts DIR: a configuration folder in which text looks as on a desktop (Xvfb would take another font).
fonts() {
  mkdir -p "$1/gtk-4.0"
  printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n' >"$1/gtk-4.0/settings.ini"
}
