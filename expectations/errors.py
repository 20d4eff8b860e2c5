"""What can go wrong, named for whose fault it is; every message says what to do next."""


class OnrecordError(Exception):
    """Base of all errors that the command line prints without a traceback."""

    exit_code = 1


class QualityGateError(OnrecordError):
    """The data break an expectation that a version must keep; nothing was published."""

    exit_code = 1


class UsageError(OnrecordError):
    """The caller asked for something that cannot be."""

    exit_code = 2


class ConflictError(OnrecordError):
    """Another run got in the way, or the dataset is damaged."""

    exit_code = 3


class InputError(OnrecordError):
    """The input cannot be read at all."""

    exit_code = 4
