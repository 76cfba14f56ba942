package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.peer.ServerUnderTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The project's server in a process of its own, on a free port. */
final class RunningServer implements AutoCloseable {

    private static final String LISTENING = "Listening on ";

    private final DesktopProcess process;
    private final String address;

    private RunningServer(DesktopProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @throws IOException if it ends without listening */
    static RunningServer start(List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0"));
        arguments.addAll(options);
        DesktopProcess process = DesktopProcess.plain(
                System.getProperty("java.class.path"), "dev.liveticker.server.cli.Main", arguments, "desktop-server");
        try {
            return new RunningServer(
                    process, process.after(LISTENING).orElseThrow(() -> new IOException("the server did not start")));
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    /**
     * The same server on a market that quotes each of many symbols in turn.
     *
     * @param rate quotes a second, all symbols together
     * @throws IOException if it ends without listening
     */
    static RunningServer synthetic(int symbols, int rate) throws IOException {
        DesktopProcess process = DesktopProcess.plain(
                System.getProperty("java.class.path"),
                ServerUnderTest.class.getName(),
                List.of(Integer.toString(symbols)),
                "desktop-server");
        try {
            String port = process.after("listening ").orElseThrow(() -> new IOException("the server did not start"));
            process.say("rate " + rate);
            return new RunningServer(process, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    /** Such as {@code http://127.0.0.1:40123}. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.close();
    }
}
