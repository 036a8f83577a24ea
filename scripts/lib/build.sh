# Sourced where something has to be built, always in Release, so that tests and applications share one build.
build() {
  lock
  dotnet build "$root/$1" -c Release -v quiet --nologo -clp:"ErrorsOnly;NoSummary" >&2 9<&- ||
    fail "the build failed" "The compiler's messages are above."
  unlock
}

# Builds the applications if a source is newer than their last build.
build_applications() {
  local built="$root/artifacts/applications-built"
  if [ -e "$built" ] && [ -z "$(newer_source "$built")" ]; then
    return 0
  fi

  say "build: building the applications"
  mkdir -p "$root/artifacts"
  touch "$built.$$" # A source saved during the build counts as newer than it.
  build Applications.slnf
  mv "$built.$$" "$built"
}

newer_source() {
  find "$root/src" "$root/docs/schema" "$root/global.json" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/.editorconfig" \
    \( -name bin -o -name obj \) -prune -o -type f -newer "$1" -print -quit
}
