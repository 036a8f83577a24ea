# Sourced where the applications have to be built: builds them (Release) if a source is newer than the last build.
build_applications() {
  local built="$root/artifacts/applications-built"
  if [ -e "$built" ] && [ -z "$(newer_source "$built")" ]; then
    return 0
  fi

  say "build: building the applications"
  mkdir -p "$root/artifacts"
  touch "$built.started" # A source saved during the build counts as newer than it.
  dotnet build "$root/Applications.slnf" -c Release -v quiet --nologo -clp:"ErrorsOnly;NoSummary" >&2 ||
    fail "the build failed" "The compiler's messages are above."
  mv "$built.started" "$built"
}

newer_source() {
  find "$root/src" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/.editorconfig" \
    \( -name bin -o -name obj \) -prune -o -type f -newer "$1" -print -quit
}
