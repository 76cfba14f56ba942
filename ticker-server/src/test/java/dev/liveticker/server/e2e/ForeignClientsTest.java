package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TokenIssuer;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients from npm that were not made for this server, against a market in which a minute passes in a second. */
@Timeout(240)
class ForeignClientsTest {

    private static final Set<Symbol> SYMBOLS = Set.of(Symbol.of("AAPL"), Symbol.of("MSFT"), Symbol.of("BTC-USD"));

    @TempDir
    private static Path folder;

    private static TickerServer open;
    private static TickerServer guarded;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        SimulationPlan market = new SimulationPlan(
                1,
                Catalogue.builtIn().select(SYMBOLS),
                SimulationSettings.ROUND_THE_CLOCK,
                Speed.parse("60"),
                Instant.parse("2026-03-06T15:00:00Z"));
        ServerOptions options = new ServerOptions("127.0.0.1", 0, market, Duration.ofSeconds(1));
        Path secret = Files.writeString(folder.resolve("secret"), Keys.SECRET);
        open = TickerServer.start(options.withFaults(true));
        guarded = TickerServer.start(options.withAccess(
                new AccessSettings(KeyFiles.secret(secret, InstantSource.system()), false, Origins.own())));
        Instant then = Instant.now().minusSeconds(120);
        environment = Map.of(
                "OPEN", open.address().toString(),
                "GUARDED", guarded.address().toString(),
                "TOKEN", token(secret, InstantSource.system()),
                "EXPIRED", token(secret, () -> then));
    }

    private static String token(Path secret, InstantSource clock) throws IOException {
        return TokenIssuer.of(secret, clock).issue("ana", Duration.ofSeconds(100), Set.of(), List.of(), false);
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @Test
    void socket_io_client_polls_uses_websockets_upgrades_and_comes_back() throws Exception {
        assertThat(NodeClients.passed("socketio.mjs", environment)).hasSize(12);
    }

    @Test
    void alpacas_own_client_streams_with_only_the_address_changed() throws Exception {
        assertThat(NodeClients.passed("alpaca.mjs", environment)).hasSize(4);
    }

    @Test
    void the_documented_program_for_socket_io_shows_quotes() throws Exception {
        Map<String, String> here =
                Map.of("http://127.0.0.1:8080", open.address().toString());
        assertThat(NodeClients.says("docs/socketio.md", here, line -> line.matches("AAPL [0-9.]+ [0-9.]+ [0-9.]+")))
                .isTrue();
    }

    @Test
    void the_documented_program_for_alpaca_shows_quotes() throws Exception {
        String authority = open.address().getAuthority();
        assertThat(NodeClients.says(
                        "docs/alpaca.md",
                        Map.of("127.0.0.1:8080", authority),
                        line -> line.matches("AAPL [0-9.]+ [0-9.]+")))
                .isTrue();
    }
}
