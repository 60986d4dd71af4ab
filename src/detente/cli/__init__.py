"""The command line, one command a file."""

from __future__ import annotations


def main() -> None:
    """Entry point of `detente`: runs the command and leaves with a documented exit code."""
    import sys

    from detente.cli.app import app
    from detente.cli.exits import FAILURE, INTERRUPTED, OK
    from detente.errors import DetenteError

    try:
        app()
    except DetenteError as error:
        sys.stderr.write(f"detente: {error}\n")
        sys.exit(FAILURE)
    except KeyboardInterrupt:
        sys.stderr.write("detente: interrupted; the next run continues from here\n")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; nothing is left to say
        sys.exit(OK)
    except OSError as error:
        sys.stderr.write(f"detente: {error}. Check the disk and the permissions, then run again.\n")
        sys.exit(FAILURE)
