# shellcheck shell=bash
# Sourced by ./run and ./check: installs what a build, or a check, needs and is not there yet.
# Every name exists in Debian 12 and 13; Fedora's are its counterparts.

debian_build=(gcc libc6-dev pkg-config meson ninja-build gettext libglib2.0-bin libglib2.0-dev-bin
  libgtk-4-dev libadwaita-1-dev libsqlite3-dev libjson-glib-dev libical-dev
  adwaita-icon-theme librsvg2-common shared-mime-info fonts-cantarell)
debian_check=(xvfb openbox x11-utils x11-xserver-utils xdotool dbus-daemon at-spi2-core
  gir1.2-atspi-2.0 python3 python3-gi python3-icalendar python3-xlib python3-pil poppler-utils
  imagemagick fonts-noto-core libxtst-dev sqlite3 desktop-file-utils appstream libxml2-utils procps
  tzdata man-db locales)

fedora_build=(gcc pkgconf-pkg-config meson ninja-build gettext glib2-devel gtk4-devel
  libadwaita-devel sqlite-devel json-glib-devel libical-devel adwaita-icon-theme librsvg2
  shared-mime-info abattis-cantarell-fonts)
fedora_check=(libasan libubsan xorg-x11-server-Xvfb openbox xprop xdpyinfo xrdb xdotool dbus-daemon
  at-spi2-core python3 python3-gobject python3-icalendar python3-xlib python3-pillow poppler-utils
  ImageMagick google-noto-sans-fonts libXtst-devel sqlite desktop-file-utils appstream libxml2 procps-ng
  tzdata man-db glibc-locale-source)

say () { printf '%s\n' "$*" >&2; }

# prepare build|check YES: asks once, unless root or YES is 1.
prepare () {
  local what=$1 yes=$2 missing=() install=() answer package
  if command -v apt-get >/dev/null; then
    local wanted=("${debian_build[@]}")
    [ "$what" = build ] || wanted+=("${debian_check[@]}")
    local have
    have=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii  *//p')
    for package in "${wanted[@]}"; do
      grep -qxF -- "$package" <<<"$have" || missing+=("$package")
    done
    install=(apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends)
  elif command -v dnf >/dev/null; then
    local wanted=("${fedora_build[@]}")
    [ "$what" = build ] || wanted+=("${fedora_check[@]}")
    for package in "${wanted[@]}"; do
      rpm -q --whatprovides "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    install=(dnf -q -y install)
  else
    return 0 # Another system: meson says what it does not find.
  fi
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "Missing: ${missing[*]}"
      say "Install them as root: ${install[*]} ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
    if [ "$yes" -ne 1 ]; then
      say "Missing: ${missing[*]}"
      if [ ! -t 0 ]; then
        say "Run this again with --yes to have them installed."
        return 1
      fi
      read -r -p "Install these packages with sudo ${install[0]}? [Y/n] " answer
      case $answer in '' | [Yy]*) ;; *) return 1 ;; esac
    fi
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  # Kept on one side: a package manager's pages are of interest only when it fails.
  local log
  log=$(mktemp)
  if { [ "${install[0]}" != apt-get ] || "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update; } \
       >"$log" 2>&1 </dev/null \
     && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" "${missing[@]}" \
       >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  tail -n 20 "$log" >&2
  rm -f "$log"
  say "The packages could not be installed: ${install[*]} ${missing[*]}"
  return 1
}
