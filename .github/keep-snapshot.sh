#!/usr/bin/env bash
# Commits what the nightly checks wrote: data/checks, the requests that came from issues and, in a catalogue of many
# hromadas, what their portals said; nothing else. Where main has
# moved on meanwhile, the commit is laid on top and sent again; where main is protected, it goes to the branch «snapshots»
# and a person merges its pull request.
set -euo pipefail
export LC_ALL=C
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
seen=(data/checks ':(glob)data/registers/requests/issue-*.yaml' data/portals)
for card in data/portals/*.yaml; do
  portal=$(basename "$card" .yaml)
  [[ $portal =~ ^[a-z0-9-]+$ ]] || continue
  seen+=(":(glob)data/publishers/$portal-*.yaml" ":(glob)data/datasets/$portal-*/datapackage.yaml")
done
for files in "${seen[@]}"; do
  # A pattern that matches nothing, now or before, is no fault: nobody has written yet.
  git add -A -- "$files" 2>/dev/null || true
done
if git diff --cached --quiet; then
  echo "Нічого нового."
  exit 0
fi
git commit -qm "Знімок: посилання, національний портал, звернення читачів"
remote="${SNAPSHOT_REMOTE:-https://x-access-token:${GITHUB_TOKEN}@github.com/${GITHUB_REPOSITORY}.git}"

fail() {
  echo "::error::$1"
  exit 1
}

for _ in 1 2 3 4 5; do
  if said=$(git push --porcelain "$remote" HEAD:refs/heads/main 2>&1); then
    echo "Записано в main."
    exit 0
  fi
  case "$said" in
    *"[rejected]"* | *"cannot lock ref"* | *"incorrect old value"* | *"failed to update ref"*)
      # Somebody was faster. What was seen tonight is newer than what lies in main under the same name.
      git fetch -q "$remote" refs/heads/main || fail "Знімок не записано: main не прочитано. Запустіть nightly ще раз."
      if ! git rebase -q -X theirs FETCH_HEAD >/dev/null 2>&1; then
        git rebase --abort
        fail "Знімок не записано: у main ті самі файли вилучено або перенесено. Запустіть nightly ще раз."
      fi
      ;;
    *"[remote rejected]"*)
      git push -qf "$remote" HEAD:refs/heads/snapshots ||
        fail "Знімок не записано: main захищено, а гілки snapshots змінити не дозволено. Дозвольте роботам писати в неї."
      echo "::warning::main захищено: знімок лежить у гілці snapshots, відкрийте з неї pull request."
      exit 0
      ;;
    *)
      echo "$said" >&2
      fail "Знімок не записано: GitHub не прийняв коміту. Що він сказав, видно в журналі; запустіть nightly ще раз."
      ;;
  esac
done
fail "Знімок не записано: main змінюється швидше, ніж його надсилають. Запустіть nightly ще раз."
