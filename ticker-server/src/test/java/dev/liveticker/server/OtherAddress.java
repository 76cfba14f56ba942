package dev.liveticker.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Assumptions;

/** An address of this machine beside the usual one, for a client from elsewhere. */
final class OtherAddress {

    private OtherAddress() {}

    /** 127.0.0.2; ends the test where the system has none. */
    static InetAddress assumed() throws IOException {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(other, 0));
        } catch (IOException e) {
            Assumptions.abort("this system has no 127.0.0.2 to come from");
        }
        return other;
    }
}
