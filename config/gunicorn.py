"""How gunicorn serves: one gevent worker a process, since Socket.IO's sockets live in one loop.

More processes: start more of these behind any proxy, with REDIS_URL set.
"""

worker_class = "gevent"
workers = 1
worker_connections = 2000
# Building the index of a very large directory takes minutes, in which the worker says nothing.
timeout = 300
# Open sockets never end by themselves: every restart waits so long for them. Pages open theirs again.
graceful_timeout = 3
keepalive = 65
accesslog = None
errorlog = "-"
loglevel = "warning"
# A request line never holds more than a search; long ones are attacks.
limit_request_line = 4094
limit_request_fields = 60


def on_starting(_server: object) -> None:
    """End with `entraide serve`, where that started this."""
    from config.supervised import end_with_supervisor

    end_with_supervisor()
