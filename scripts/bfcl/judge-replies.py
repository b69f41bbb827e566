"""What BFCL's own checker says of the replies that write-replies.ts wrote.

    pip download --no-deps bfcl-eval==2026.3.23 && unzip bfcl_eval-*.whl -d bfcl
    python scripts/bfcl/judge-replies.py bfcl replies.jsonl > test/fixtures/bfcl-verdicts.json

The fixture holds one letter a reply and no data of BFCL's: p passed, f failed, c the checker itself crashed.
"""

import json
import sys
import types

package, replies = sys.argv[1:3]
sys.path.insert(0, package)


class Config:
    """Names with dots are written with underscores, as for every function-calling model that forbids dots."""

    underscore_to_dot = True


# The real table imports the client of every provider.
table = types.ModuleType("bfcl_eval.constants.model_config")
table.MODEL_CONFIG_MAPPING = {"model": Config}
sys.modules["bfcl_eval.constants.model_config"] = table

from bfcl_eval.constants.enums import Language  # noqa: E402
from bfcl_eval.eval_checker.ast_eval.ast_checker import ast_checker  # noqa: E402


def is_call(item):
    return isinstance(item, dict) and len(item) == 1 and isinstance(list(item.values())[0], dict)


def verdict(reply):
    """The steps of eval_runner.py around the checker, for models with function calls."""
    try:
        decoded = [{name: json.loads(text)} for name, text in reply["calls"]]
    except ValueError:
        return "p" if "irrelevance" in reply["category"] else "f"
    if "irrelevance" in reply["category"]:
        return "p" if not decoded or not all(map(is_call, decoded)) else "f"
    if not all(map(is_call, decoded)):
        return "f"
    try:
        found = ast_checker(
            reply["functions"], decoded, reply["answer"], Language.PYTHON, reply["category"], "model"
        )
    except Exception:
        return "c"
    return "p" if found["valid"] else "f"


with open(replies, encoding="utf-8") as lines:
    verdicts = "".join(verdict(json.loads(line)) for line in lines)
print(json.dumps({"checker": "bfcl-eval 2026.3.23", "replies": len(verdicts), "verdicts": verdicts}))
