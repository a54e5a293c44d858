#!/usr/bin/env bash
# Commits what the nightly checks wrote: data/checks and the requests that came from issues, nothing else. Where main is
# protected, the commit goes to the branch «snapshots» and a person merges its pull request.
set -euo pipefail
git config user.name "github-actions[bot]"
git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
for files in data/checks ':(glob)data/registers/requests/issue-*.yaml'; do
  # A pattern that matches nothing, now or before, is no fault: nobody has written yet.
  git add -A -- "$files" 2>/dev/null || true
done
if git diff --cached --quiet; then
  echo "Нічого нового."
  exit 0
fi
git commit -qm "Знімок: посилання, національний портал, звернення читачів"
remote="${SNAPSHOT_REMOTE:-https://x-access-token:${GITHUB_TOKEN}@github.com/${GITHUB_REPOSITORY}.git}"
if git push -q "$remote" HEAD:main; then
  echo "Записано в main."
else
  git push -qf "$remote" HEAD:snapshots
  echo "::notice::main захищено: знімок лежить у гілці snapshots, відкрийте з неї pull request."
fi
