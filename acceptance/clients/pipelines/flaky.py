"""A network between a client and a server that loses every second connection."""

import contextlib
import socket
import threading
from itertools import count


@contextlib.contextmanager
def network(host, port):
    """Gives the port of a server like the one behind it, but for the losses."""
    with socket.create_server(("localhost", 0)) as server:
        threading.Thread(target=serve, args=(server, (host, port)), daemon=True).start()
        yield server.getsockname()[1]


def serve(server, behind):
    for number in count():
        try:
            near, _ = server.accept()
        except OSError:
            return
        if number % 2 == 0:
            near.close()
            continue
        far = socket.create_connection(behind)
        for source, target in ((near, far), (far, near)):
            threading.Thread(target=carry, args=(source, target), daemon=True).start()


def carry(source, target):
    with source, contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
