"""What is checked, and how a good file is spoilt so that a check must fail.

A check is a generator over a file that yields (condition, complaint). A spoil changes a file in memory, or the bytes
of one, so that one condition fails; it raises NothingToSpoil where the file has nothing of its kind.
"""

CHECKS, SPOILS = [], []


class NothingToSpoil(Exception):
    pass


def checks(*conditions):
    """Marks a check of these conditions; each is a number of the protocol or "A " and a clause of ISO 19005-2."""
    def register(function):
        CHECKS.append((conditions, function))
        return function
    return register


def spoils(condition):
    """Marks a change of a file's objects after which `condition` must be found."""
    def register(function):
        SPOILS.append((condition, function, False))
        return function
    return register


def spoils_bytes(condition):
    """Marks a change of a file's bytes after which `condition` must be found."""
    def register(function):
        SPOILS.append((condition, function, True))
        return function
    return register


def need(value):
    """`value`, unless there is none."""
    if not value:
        raise NothingToSpoil
    return value


def checked():
    return {condition for conditions, _ in CHECKS for condition in conditions}


def complaints(pdf, wanted=None):
    """[(condition, complaint)] of all checks, or of those of one condition."""
    found = []
    for conditions, function in CHECKS:
        if wanted is None or wanted in conditions:
            for condition, complaint in function(pdf):
                assert condition in conditions, f"{function.__name__} speaks of {condition}"
                found.append((condition, complaint))
    return found
