package dev.liveticker.server.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpTableTest {

    private static final int PORT = 8_080;

    /** Seen on Linux: 7 retransmissions from port 8080 to 10.99.0.2:54018. */
    private static final String SILENT =
            "  12: 0100630A:1F90 0200630A:D302 01 0000012C:00000000 01:00000A3B 00000007     0        0 8861 4 0 20 4 1 10 7";

    private static final String HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private static final InetSocketAddress PEER = new InetSocketAddress(address(10, 99, 0, 2), 54_018);

    private static InetAddress address(int... parts) {
        try {
            byte[] bytes = new byte[parts.length];
            for (int i = 0; i < parts.length; i++) {
                bytes[i] = (byte) parts[i];
            }
            return InetAddress.getByAddress(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assumeLittleEndian() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void a_peer_that_acknowledged_nothing_seven_times_is_silent() {
        assumeLittleEndian();
        assertThat(TcpTable.silentPeer(SILENT, PORT, 7)).contains(PEER);
        assertThat(TcpTable.silentPeer(SILENT, PORT, 8)).isEmpty();
    }

    @Test
    void an_ipv4_peer_of_a_dual_socket_is_known_by_its_ipv4_address() {
        assumeLittleEndian();
        String mapped = SILENT.replace("0100630A:", "0000000000000000FFFF00000100630A:")
                .replace("0200630A:", "0000000000000000FFFF00000200630A:");
        assertThat(TcpTable.silentPeer(mapped, PORT, 7)).contains(PEER);
    }

    @Test
    void a_peer_of_another_programs_port_is_none_of_ours() {
        assertThat(TcpTable.silentPeer(SILENT, PORT + 1, 7)).isEmpty();
    }

    @Test
    void what_is_no_established_connection_says_nothing() {
        assertThat(TcpTable.silentPeer(HEADER, PORT, 0)).isEmpty();
        assertThat(TcpTable.silentPeer(SILENT.replace(" 01 0000012C", " 04 0000012C"), PORT, 7))
                .isEmpty();
        assertThat(TcpTable.silentPeer("", PORT, 0)).isEmpty();
    }

    @Property
    void any_text_is_read_without_harm(@ForAll String text) {
        assertThat(TcpTable.silentPeer(text, PORT, 0)).isEmpty();
        assertThat(TcpTable.silentPeer(SILENT.replace("0200630A:D302", text), PORT, 7)
                        .map(InetSocketAddress::getPort))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEqualTo(Optional.empty()),
                        port -> assertThat(port.orElseThrow()).isBetween(0, 65_535));
    }

    @Test
    void a_peer_has_vanished_that_is_silent_at_five_looks_in_a_row(@TempDir Path folder) throws IOException {
        assumeLittleEndian();
        Path table = folder.resolve("tcp");
        List<InetSocketAddress> found = new ArrayList<>();
        try (VanishedPeers peers =
                new VanishedPeers(List.of(folder.resolve("none"), table), PORT, () -> true, found::add)) {
            for (int look = 1; look <= 9; look++) {
                boolean heard = look == 5;
                Files.writeString(table, HEADER + "\n" + (heard ? SILENT.replace("00000007", "00000000") : SILENT));
                peers.look();
            }
            assertThat(found)
                    .as("heard of at the fifth look, silent at four since")
                    .isEmpty();
            peers.look();
            assertThat(found).containsExactly(PEER);
        }
    }

    @Test
    void nobody_is_looked_for_while_everybody_is_pinged(@TempDir Path folder) throws IOException {
        assumeLittleEndian();
        Path table = Files.writeString(folder.resolve("tcp"), HEADER + "\n" + SILENT);
        List<InetSocketAddress> found = new ArrayList<>();
        AtomicBoolean needed = new AtomicBoolean(true);
        try (VanishedPeers peers = new VanishedPeers(List.of(table), PORT, needed::get, found::add)) {
            for (int look = 1; look <= 12; look++) {
                needed.set(look != 4);
                peers.look();
                assertThat(found).as("at look %d", look).hasSize(Math.max(0, look - 8));
            }
        }
    }
}
