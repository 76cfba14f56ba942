package dev.liveticker.server.liveness;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Linux kernel's table of TCP connections, {@code /proc/net/tcp} and {@code tcp6} (Documentation/networking/
 * proc_net_tcp.rst): a connection whose peer acknowledges nothing is one whose last data was sent again and again.
 */
final class TcpTable {

    private static final int LOCAL = 1;
    private static final int PEER = 2;
    private static final int STATE = 3;
    private static final int RETRANSMITS = 6;
    private static final String ESTABLISHED = "01";
    private static final String NEVER = "00000000";

    private TcpTable() {}

    /**
     * The peer of the connection a line is about, if that is established and what was sent last had to be sent again at
     * least so often without an answer. The kernel waits twice as long each time, 200 ms and upwards before the first.
     *
     * @param port that it has to be connected to on this machine
     */
    static Optional<InetSocketAddress> silentPeer(String line, int port, int retransmits) {
        // Not split by a pattern: the table has a line for every connection of the machine.
        StringTokenizer rest = new StringTokenizer(line);
        if (rest.countTokens() <= RETRANSMITS) {
            return Optional.empty();
        }
        String peer = "";
        for (int field = 0; field <= RETRANSMITS; field++) {
            String text = rest.nextToken();
            boolean silentSoFar = switch (field) {
                case LOCAL -> portOf(text) == port;
                case STATE -> text.equals(ESTABLISHED);
                case RETRANSMITS -> !text.equals(NEVER) && number(text) >= retransmits;
                default -> true;
            };
            if (!silentSoFar) {
                return Optional.empty();
            }
            if (field == PEER) {
                peer = text;
            }
        }
        return Optional.ofNullable(address(peer));
    }

    private static int portOf(String field) {
        return number(field.substring(field.indexOf(':') + 1));
    }

    private static @Nullable InetSocketAddress address(String field) {
        int colon = field.indexOf(':');
        if (colon != 8 && colon != 32) {
            return null;
        }
        try {
            // Words in the machine's own byte order, each of bytes in the network's.
            ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(field.substring(0, colon)));
            byte[] bytes = new byte[words.remaining()];
            ByteBuffer address = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            while (words.hasRemaining()) {
                address.putInt(words.getInt());
            }
            return new InetSocketAddress(InetAddress.getByAddress(bytes), portOf(field));
        } catch (IllegalArgumentException | UnknownHostException e) {
            // A line that is not as documented tells nothing.
            return null;
        }
    }

    private static int number(String hex) {
        try {
            return Integer.parseUnsignedInt(hex, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
