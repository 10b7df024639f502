package io.kernelign.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Linux alone has a table of connections as a file")
class OpenConnectionsTest {

    @Test
    void connections_count_from_when_they_are_opened_until_either_side_has_closed_them() throws Exception {
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            var connections = new OpenConnections(server.getLocalPort());
            assertThat(connections.count()).isZero();
            try (var one = new Socket(server.getInetAddress(), server.getLocalPort());
                    var here = server.accept();
                    var other = new Socket(server.getInetAddress(), server.getLocalPort());
                    var there = server.accept()) {
                assertThat(connections.count()).isEqualTo(2);
                here.close();
                assertThat(connections.count()).isEqualTo(1);
                other.close();
                connections.awaitNone();
            }
        }
    }
}
