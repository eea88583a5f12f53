"""Times mwparserfromhell (parse + strip_code) on pages that come as JSON strings, one a line, on standard input.

Writes one JSON object: the version, whether the C tokenizer is in use, the bytes of UTF-8 and the sum of each page's best
processor time in seconds.
"""
import json
import sys
import time

try:
    import mwparserfromhell
    from mwparserfromhell.parser import use_c
except ImportError as error:
    sys.exit(str(error))

ROUNDS = 3
pages = [json.loads(line) for line in sys.stdin]
best = [float("inf")] * len(pages)
for _ in range(ROUNDS):
    for i, page in enumerate(pages):
        start = time.process_time()
        mwparserfromhell.parse(page).strip_code()
        best[i] = min(best[i], time.process_time() - start)

json.dump({
    "version": mwparserfromhell.__version__,
    "useC": bool(use_c),
    "bytes": sum(len(page.encode("utf-8")) for page in pages),
    "seconds": sum(best),
}, sys.stdout)
