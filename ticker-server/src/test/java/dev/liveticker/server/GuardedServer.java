package dev.liveticker.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** A server that asks for tokens, someone to make them, and all that is logged meanwhile, down to the last detail. */
final class GuardedServer implements AutoCloseable {

    /** For a token that is to run out, and not before it was used. A token says whole seconds: it may be one less. */
    static final Duration BRIEF = Duration.ofSeconds(4);

    final ScriptedServer server;
    final List<String> log = new CopyOnWriteArrayList<>();
    private final Path secret;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            log.add(event.getFormattedMessage()
                    + (event.getKeyValuePairs() == null ? "" : " " + event.getKeyValuePairs())
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getMessage()));
        }
    };

    GuardedServer(boolean queryToken, String... origins) throws IOException {
        secret = Files.writeString(Files.createTempFile("secret", ""), Keys.SECRET);
        appender.start();
        root.setLevel(Level.TRACE);
        root.addAppender(appender);
        server = ScriptedServer.guarded(new AccessSettings(
                KeyFiles.secret(secret, InstantSource.system()), queryToken, Origins.parse(List.of(origins), false)));
    }

    /** For an hour. */
    String token(String user) throws IOException {
        return token(user, Duration.ofHours(1), EnumSet.allOf(Channel.class), "*");
    }

    String token(String user, Duration lifetime, Set<Channel> channels, String... symbols) throws IOException {
        return TokenIssuer.of(secret, InstantSource.system()).issue(user, lifetime, channels, List.of(symbols), false);
    }

    /** For an hour, of someone who may see how the server fares. */
    String operator(String user) throws IOException {
        return TokenIssuer.of(secret, InstantSource.system())
                .issue(user, Duration.ofHours(1), EnumSet.allOf(Channel.class), List.of("*"), true);
    }

    /** One that was good until a minute ago. */
    String expired(String user) throws IOException {
        Instant then = Instant.now().minusSeconds(120);
        return TokenIssuer.of(secret, () -> then).issue(user, Duration.ofSeconds(60), Set.of(), List.of(), false);
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    RawHttp http() throws IOException {
        return new RawHttp(server.server.address());
    }

    RawHttp.Response get(String target, String... headers) throws IOException {
        try (RawHttp http = http()) {
            http.get(target, headers);
            return http.response();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        root.detachAppender(appender);
        root.setLevel(before);
        Files.delete(secret);
    }
}
