"""How gunicorn serves: one gevent worker a process, since Socket.IO's sockets live in one loop.

More processes: start more of these behind any proxy, with REDIS_URL set.
"""

worker_class = "gevent"
workers = 1
worker_connections = 2000
# Building the index of a very large directory takes minutes, in which the worker says nothing.
timeout = 300
graceful_timeout = 10
keepalive = 65
accesslog = None
errorlog = "-"
loglevel = "warning"
# A request line never holds more than a search; long ones are attacks.
limit_request_line = 4094
limit_request_fields = 60
