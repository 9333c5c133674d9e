"""What the service says about itself, on standard error, without a word of anybody's case."""

import logging
import logging.config


def configure_logging(*, verbose: bool = False) -> None:
    """Send one line an event to standard error."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"level": "DEBUG" if verbose else "INFO", "handlers": ["stderr"]},
            # Their INFO lines repeat every request, and DEBUG lines would repeat bodies.
            "loggers": {
                "engineio": {"level": "WARNING"},
                "socketio": {"level": "WARNING"},
                "alembic": {"level": "WARNING"},
                "sqlalchemy": {"level": "WARNING"},
            },
        }
    )
