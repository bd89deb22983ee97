"""An answer does not wait for the network: what a door that this process opened lets in, sends at once."""

import socket

from web.quick_answers import send_at_once


def test_a_connection_that_comes_in_sends_at_once():
    with socket.socket() as door, socket.socket() as closed, socket.socket() as visitor:
        door.bind(("127.0.0.1", 0))
        door.listen()
        assert send_at_once() >= 1
        visitor.connect(door.getsockname())
        connection, _ = door.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not closed.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
