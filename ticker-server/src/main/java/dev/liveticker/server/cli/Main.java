package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.recording.RecordedMarket;
import dev.liveticker.server.tls.TlsFiles;
import dev.liveticker.server.tls.UnusableIdentityException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar ticker-server.jar}: runs a server until it is told to stop. */
@Command(
        name = "ticker-server",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLines.class,
        sortOptions = false,
        description = "Streams a market, simulated or real, over WebSocket, Server-Sent Events and HTTP.",
        subcommands = {
            WatchCommand.class,
            RecordCommand.class,
            ImportCommand.class,
            TokenCommand.class,
            SecretCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped as asked to (SIGTERM, Ctrl+C), every client told",
            "1:the address, the data directory, a recording or the source cannot be had, or the server failed",
            "2:a bad option"
        })
public final class Main implements Callable<Integer> {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + ServerOptions.DEFAULT_PORT,
            description = "Port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine alone).")
    private String host = "";

    @Mixin
    private final MarketOptions market = new MarketOptions();

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Record what the market publishes in this new file, to be played with --replay.")
    private @Nullable Path recording;

    @Option(
            names = "--heartbeat",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "The longest silence towards a client, 1 to 60 (default: ${DEFAULT-VALUE}).")
    private int heartbeat;

    @Mixin
    private final AccessOptions access = new AccessOptions();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final LogOptions logs = new LogOptions();

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    private Main() {}

    public static void main(String[] args) {
        // Before the first logger is made.
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "dev/liveticker/server/cli/logback.xml");
        }
        // A client has no reason to ask for one, and each costs the server far more than the client.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        int code = run(args);
        LogOptions.flush();
        System.exit(code);
    }

    private static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        // A file may be called what a command is called, such as "secret".
        line.setAllowSubcommandsAsOptionParameters(true);
        line.setParameterExceptionHandler((e, given) -> {
            complain(line, oneLine(e) + " (--help shows what there is)");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            complain(line, oneLine(e));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line.execute(args);
    }

    @Override
    public Integer call() throws Exception {
        logs.apply();
        ServerOptions options = options();
        TickerServer server;
        try {
            server = TickerServer.start(options);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (UnusableIdentityException e) {
            throw new ParameterException(spec.commandLine(), oneLine(e), e);
        } catch (BindException e) {
            complain(spec.commandLine(), whyNot(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
        if (options.tls() != null) {
            HangUp.whenReceived(server::reloadCertificate);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("Listening on " + server.address());
        out.flush();
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    /** A JVM that is stopped by a signal exits with 128 and its number, unless it is halted with another code. */
    private static void stop(TickerServer server) {
        server.close();
        LogOptions.flush();
        Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
    }

    private ServerOptions options() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, not " + port);
        }
        if (heartbeat < 1 || heartbeat > 60) {
            throw new ParameterException(spec.commandLine(), "--heartbeat must be from 1 to 60, not " + heartbeat);
        }
        TlsFiles files = tls.files();
        try {
            boolean loopback = InetAddress.getByName(host).isLoopbackAddress();
            if (!loopback) {
                access.exposure(host, files != null).ifPresent(why -> complain(spec.commandLine(), "warning: " + why));
            }
            return new ServerOptions(host, port, plan(), Duration.ofSeconds(heartbeat))
                    .withAccess(access.settings())
                    .withTls(files)
                    .withLimits(limits.settings())
                    .withFaults(faults.allowed(loopback))
                    .withData(data.directory())
                    .withRetention(data.retention())
                    .withCluster(cluster.settings());
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), "--host: there is no address called " + host, e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private MarketPlan plan() {
        return recording == null
                ? market.plan()
                : RecordedMarket.plan(market.plan(), recording, "Live Ticker " + BuildVersion.current());
    }

    private String whyNot(BindException e) {
        String address = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return String.valueOf(e.getMessage()).contains("in use")
                ? "port " + port + " is taken (" + address
                        + "): stop the program that has it, or choose another with --port (0 picks a free one)"
                : "cannot listen on " + address + ": " + e.getMessage();
    }

    private static void complain(CommandLine line, String what) {
        line.getErr().println("ticker-server: " + what);
        line.getErr().flush();
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
