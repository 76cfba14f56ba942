package dev.liveticker.server.cli;

import dev.liveticker.server.BuildVersion;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.cli.config.Settable;
import dev.liveticker.server.data.NativeLibrary;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.recording.RecordedMarket;
import dev.liveticker.server.tls.CertificateWatch;
import dev.liveticker.server.tls.TlsFiles;
import dev.liveticker.server.tls.UnusableIdentityException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
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
            SecretCommand.class,
            CheckConfigCommand.class,
            ManualCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped as asked to (SIGTERM, Ctrl+C), every client told",
            "1:the address, the data directory, a recording or the source cannot be had, or the server failed",
            "2:a bad option, on the command line or in the file"
        })
public final class Main implements Callable<Integer> {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = Settable.CONFIG,
            paramLabel = "FILE",
            description = "Take options from this file too: TOML, in which each is a key without its dashes. What is"
                    + " said here wins over what is said there.")
    private @Nullable Path config;

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

    @Mixin(name = "Market")
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

    @Mixin(name = "Access")
    private final AccessOptions access = new AccessOptions();

    @Mixin(name = "TLS")
    private final TlsOptions tls = new TlsOptions();

    @Mixin(name = "Limits")
    private final LimitOptions limits = new LimitOptions();

    @Mixin(name = "Faults")
    private final FaultOptions faults = new FaultOptions();

    @Mixin(name = "Data")
    private final DataOptions data = new DataOptions();

    @Mixin(name = "Log")
    private final LogOptions logs = new LogOptions();

    @Mixin(name = "Cluster")
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
        return commandLine().execute(args);
    }

    /** The file that is named on the command line; absent if none is. */
    @Nullable
    Path config() {
        return config;
    }

    /** The command with all it can: it also takes what the file says that is named to it. */
    static CommandLine commandLine() {
        return line(message -> message).setExecutionStrategy(new Configured());
    }

    /**
     * The command that takes what it is told, and reads no file.
     *
     * @param located makes of a message one that also says where what it speaks of was said
     */
    static CommandLine line(UnaryOperator<String> located) {
        CommandLine line = new CommandLine(new Main());
        // A file may be called what a command is called, such as "secret".
        line.setAllowSubcommandsAsOptionParameters(true);
        line.setParameterExceptionHandler((e, given) -> {
            String message = oneLine(e);
            String whole = located.apply(message);
            complain(line, whole.equals(message) ? message + " (--help shows what there is)" : whole);
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((e, failed, parsed) -> {
            complain(line, located.apply(oneLine(e)));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    /** What is done before a start, each of it whatever becomes of the rest. */
    List<Rehearsal.Step> steps() {
        return List.of(
                this::checkedPort,
                this::checkedHeartbeat,
                () -> exposure(tls.files()),
                market::rehearse,
                this::checkedRecording,
                access::settings,
                () -> certificate(tls.files()),
                limits::settings,
                data::retention,
                logs::rehearse,
                cluster::settings);
    }

    @Override
    public Integer call() throws Exception {
        TickerServer server;
        ServerOptions options;
        try {
            logs.apply();
            options = options();
            Path kept = options.data();
            if (kept != null && options.cluster() == null) {
                NativeLibrary.unpackIn(kept);
            }
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

    /** @throws IllegalArgumentException if options make no sense, alone or together; the message says which and why */
    ServerOptions options() {
        int where = checkedPort();
        Duration silence = checkedHeartbeat();
        TlsFiles files = tls.files();
        exposure(files).ifPresent(why -> complain(spec.commandLine(), "warning: " + why));
        return new ServerOptions(host, where, plan(), silence)
                .withAccess(access.settings())
                .withTls(files)
                .withLimits(limits.settings())
                .withFaults(faults.allowed(isLoopback()))
                .withData(data.directory())
                .withRetention(data.retention())
                .withCluster(cluster.settings());
    }

    private int checkedPort() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port must be from 0 to 65535, not " + port);
        }
        return port;
    }

    private Duration checkedHeartbeat() {
        if (heartbeat < 1 || heartbeat > 60) {
            throw new IllegalArgumentException("--heartbeat must be from 1 to 60, not " + heartbeat);
        }
        return Duration.ofSeconds(heartbeat);
    }

    private @Nullable Path checkedRecording() {
        if (recording != null && Files.exists(recording)) {
            throw new IllegalArgumentException("--record: there is a file " + recording + " already");
        }
        return recording;
    }

    private static boolean certificate(@Nullable TlsFiles files) throws UnusableIdentityException {
        if (files != null) {
            CertificateWatch.open(files, InstantSource.system()).close();
        }
        return files != null;
    }

    /** What to warn of if others can reach the server. */
    private Optional<String> exposure(@Nullable TlsFiles files) {
        return isLoopback() ? Optional.empty() : access.exposure(host, files != null);
    }

    /** Whether this machine alone can reach the server. */
    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host: there is no address called " + host, e);
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

    static void complain(CommandLine line, String what) {
        line.getErr().println("ticker-server: " + what);
        line.getErr().flush();
    }

    static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
