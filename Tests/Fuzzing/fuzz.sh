#!/usr/bin/env bash
# Fuzzes what reads bytes from outside: bash Tests/Fuzzing/fuzz.sh document|changing|merging|input|table|state [SECONDS]
#
# libFuzzer comes with the Swift toolchain: it makes bytes up, sees which of them lead to code that was
# not reached before, and goes on from those. What breaks a law or traps is left as a file in
# .build/fuzzing/TARGET.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

target=${1:-document}
seconds=${2:-60}
work=.build/fuzzing
found=$work/$target
mkdir -p "$found/corpus"

flags=(-swift-version 6 -O -wmo -enable-testing -package-name werkplaats -parse-as-library
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault
  "-sanitize=fuzzer,address" -I Sources/CFileExchange -I Sources/CSodium -I "$work")

whole=no
# A module of the package, with the counters of the fuzzer in it; what needs embedded files is left out.
module() {
  local sources
  if [ "${2:-$whole}" = yes ]; then
    mapfile -t sources < <(find "Sources/$1" -name '*.swift')
  else
    mapfile -t sources < <(grep -rL --include='*.swift' 'import CEmbeddedFiles' "Sources/$1")
  fi
  swiftc "${flags[@]}" -module-name "$1" -emit-module -emit-module-path "$work/$1.swiftmodule" \
    -c -o "$work/$1.o" "${sources[@]}"
}

module WorkshopCore
case $target in
  document)
    module SessionStore
    objects=("$work/WorkshopCore.o" "$work/SessionStore.o")
    sources=(Tests/Fuzzing/FuzzDocument.swift Tests/SessionStoreTests/DecodingLaws.swift)
    ;;
  changing)
    module SessionStore
    objects=("$work/WorkshopCore.o" "$work/SessionStore.o")
    sources=(Tests/Fuzzing/FuzzChanging.swift Tests/SessionStoreTests/ChangingLaws.swift)
    ;;
  merging)
    module SessionStore
    objects=("$work/WorkshopCore.o" "$work/SessionStore.o")
    sources=(Tests/Fuzzing/FuzzMerging.swift Tests/SessionStoreTests/MergingLaws.swift)
    ;;
  input)
    module TextScreen
    objects=("$work/TextScreen.o")
    sources=(Tests/Fuzzing/FuzzInput.swift Tests/TextScreenTests/InputLaws.swift)
    ;;
  table)
    objects=("$work/WorkshopCore.o")
    sources=(Tests/Fuzzing/FuzzTable.swift Tests/WorkshopCoreTests/TableLaws.swift)
    ;;
  state)
    # The words of the screen are embedded by C.
    clang -std=c2x -c Sources/CEmbeddedFiles/resources.c -o "$work/resources.o" -I Sources/CEmbeddedFiles/include
    # The package manager makes this file itself.
    mkdir -p "$work/CEmbeddedFiles"
    printf 'module CEmbeddedFiles { header "%s" export * }\n' \
      "$PWD/Sources/CEmbeddedFiles/include/CEmbeddedFiles.h" >"$work/CEmbeddedFiles/module.modulemap"
    flags+=(-I "$work/CEmbeddedFiles")
    whole=yes
    module SessionStore no
    module WorkshopContent
    module TextScreen
    module Facilitator
    objects=("$work/WorkshopCore.o" "$work/SessionStore.o" "$work/WorkshopContent.o" "$work/TextScreen.o"
      "$work/Facilitator.o" "$work/resources.o")
    sources=(Tests/Fuzzing/FuzzState.swift Tests/EndToEndTests/StateLaws.swift
      Sources/werkplaats/Screen/ScreenMemory+bytes.swift)
    ;;
  *)
    echo "fuzz.sh: no target $target; use document, changing, merging, input, table or state" >&2
    exit 64
    ;;
esac
swiftc "${flags[@]}" -module-name Fuzzing -o "$work/fuzz-$target" "${sources[@]}" "${objects[@]}"

exec "$work/fuzz-$target" -max_total_time="$seconds" -max_len=16384 -timeout=20 -rss_limit_mb=4096 \
  -dict=Tests/Fuzzing/dictionary.txt -artifact_prefix="$found/" -print_final_stats=1 \
  "$found/corpus" "Tests/Fuzzing/Corpus/$target"
