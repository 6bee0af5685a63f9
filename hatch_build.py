"""The build hook of the compiled wheel: mypyc makes C extensions of the recogniser, which stand beside its modules.

It is off by default, and then the wheel is pure. ``HATCH_BUILD_HOOKS_ENABLE=1 pip wheel . --no-deps`` turns it on.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCE = Path("src")
_RECOGNISER = "cpp_corpus/normalizer/recognize"
_COMPILED = ("fragments.py", "lexer.py", "text/[!_]*.py", "discourse/**/*.py", "grammar/**/*.py")
"""What is compiled of it: where nearly all of the time of ``find_references`` is spent.

The functions that people call and the records that they make stay as they are: their errors, docstrings and pickles.
"""
_PURE = ("document.py", "edits.py")
_SETUP = """
import os
import sys
from mypyc.build import mypycify
from setuptools import setup

options = ["--config-file=", "--ignore-missing-imports"]
level = os.environ.get("MYPYC_OPT_LEVEL", "3")
modules = mypycify([*options, *sys.argv[3:]], debug_level="0", opt_level=level, group_name="cpp_corpus")
setup(name="cpp-corpus", packages=[], ext_modules=modules, script_args=sys.argv[1:3])
"""


class CompiledBuildHook(BuildHookInterface[Any]):
    """Adds the extensions to a wheel, and gives it the tag of the platform."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """``version``: ``standard``, or ``editable``, which stays pure; as does a source distribution."""
        if self.target_name != "wheel" or version != "standard":
            return
        if (missing := _missing()) is not None:
            self.app.abort(f"A compiled wheel needs {missing}; without HATCH_BUILD_HOOKS_ENABLE the wheel is pure.")
        self._folder = tempfile.TemporaryDirectory()  # removed in `finalize`, when the wheel has been written
        folder = Path(self._folder.name)
        shutil.copytree(Path(self.root, _SOURCE), folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.so"))
        found = [path for pattern in _COMPILED for path in Path(folder, _RECOGNISER).glob(pattern)]
        modules = sorted(str(path.relative_to(folder)) for path in found if path.name not in _PURE)
        command = [sys.executable, "-c", _SETUP, "build_ext", "--inplace", *modules]
        done = subprocess.run(  # noqa: S603 - our own
            command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            self.app.abort(f"mypyc has not compiled the recogniser:\n{done.stdout}{done.stderr}")
        suffix = sysconfig.get_config_var("EXT_SUFFIX")
        made = [path for path in folder.rglob(f"*{suffix}") if "build" not in path.relative_to(folder).parts]
        build_data["force_include"].update({str(path): str(path.relative_to(folder)) for path in made})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made on the way."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def _environment() -> dict[str, str]:
    """That of the compiler, which need not look for what it may warn of: in what mypyc writes, most of its time."""
    if os.name != "posix":
        return dict(os.environ)
    return os.environ | {"CFLAGS": f"{os.environ.get('CFLAGS', '')} -Wno-all".lstrip()}


def _missing() -> str | None:
    """What a compilation needs and is not there; elsewhere than on Unix the compiler itself says so."""
    if os.name != "posix":
        return None
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"a C compiler, and there is no {compiler} (Debian: apt install build-essential)"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "the headers of Python, and there is no Python.h (Debian: apt install python3-dev)"
    return None
