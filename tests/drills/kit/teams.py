"""Work shared out between processes that were forked from one that has everything ready."""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

type Answer = dict[str, Any]


def shared_out[Item](
    items: Sequence[Item], work: Callable[[Item, Path], Answer], *, place: Path, workers: int
) -> list[Answer]:
    """Do the work for each item in `workers` processes, each in a folder of its own; answers in order."""
    pids = []
    for number in range(workers):
        pid = os.fork()
        if pid == 0:
            _toil(items[number::workers], work, place / f"worker-{number}", place / f"answers-{number}")
        pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)
    answers: list[Answer | None] = [None] * len(items)
    for number in range(workers):
        told = json.loads((place / f"answers-{number}").read_text("utf-8"))
        if "error" in told:
            raise RuntimeError(told["error"])
        answers[number::workers] = told["answers"]
        (place / f"answers-{number}").unlink()
    return [answer for answer in answers if answer is not None]


def _toil[Item](
    items: Sequence[Item], work: Callable[[Item, Path], Answer], where: Path, target: Path
) -> None:
    try:
        try:
            told: Answer = {"answers": [work(item, where) for item in items]}
        except BaseException as error:  # noqa: BLE001 - told to the parent
            told = {"error": f"{type(error).__name__}: {error}"}
        target.write_text(json.dumps(told), "utf-8")
    finally:
        os._exit(0)
