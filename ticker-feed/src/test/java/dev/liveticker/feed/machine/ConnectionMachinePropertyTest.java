package dev.liveticker.feed.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConnectionMachinePropertyTest {

    /** What a test does next; numbers are links as an offset from the newest, so that old ones speak too. */
    record Step(Kind kind, int linkOffset, int pick, long millis) {}

    enum Kind {
        START,
        STOP,
        RETRY,
        SETTINGS,
        WELCOME,
        RECEIVE,
        LOSE,
        PASS,
        PASS_IN_SILENCE,
        PROBED,
        CLOCK,
        NETWORK
    }

    private static final List<Transport> TRANSPORTS = List.of(Transport.values());

    private static final List<Loss> LOSSES = List.of(
            Loss.broken("x"),
            Loss.unreachable("x"),
            Loss.unsuitable("x"),
            Loss.ended(),
            Loss.ofStatus(503, Duration.ofSeconds(7)),
            Loss.ofStatus(403, Duration.ZERO),
            Loss.ofCloseCode(4401, ""),
            Loss.ofCloseCode(4408, ""));

    @Property(tries = 2_000)
    void whatever_happens_one_link_is_open_at_most_and_a_refusal_stays(
            @ForAll("steps") List<Step> steps, @ForAll Transport chosen, @ForAll boolean auto, @ForAll long seed) {
        MachineDriver drive = new MachineDriver(
                MachineDriver.settings(auto ? null : chosen), Optional.empty(), new Random(seed)::nextDouble);
        int newest = 0;
        for (Step step : steps) {
            ConnectionState before = drive.state();
            newest = Math.max(newest, drive.link);
            // The driver itself fails on a second link, and on closing what is not open.
            apply(drive, step, newest);
            boolean linked = drive.state() instanceof ConnectionState.Connecting
                    || drive.state() instanceof ConnectionState.Live
                    || drive.state() instanceof ConnectionState.Stale;
            assertThat(drive.link != 0).isEqualTo(linked);
            if (before instanceof ConnectionState.Refused) {
                boolean wayOut = List.of(Kind.START, Kind.STOP, Kind.RETRY, Kind.SETTINGS)
                        .contains(step.kind());
                assertThat(wayOut || drive.state().equals(before)).isTrue();
            }
            if (drive.state() instanceof ConnectionState.Waiting waiting) {
                assertThat(waiting.delay()).isPositive();
                assertThat(drive.isSet(Alarm.RETRY)).isTrue();
            }
        }
    }

    /** Hot loops show as many attempts in little time, whatever the server does to each. */
    @Property(tries = 300)
    void no_server_makes_it_connect_more_often_than_the_backoff_allows(
            @ForAll("losses") List<Loss> losses, @ForAll boolean live, @ForAll long seed) {
        MachineDriver drive =
                new MachineDriver(MachineDriver.settings(null), Optional.empty(), new Random(seed)::nextDouble);
        drive.start();
        int rounds = 0;
        long waited = 0;
        int inARow = 0;
        for (Loss loss : losses) {
            if (live) {
                drive.welcome();
            }
            drive.lose(loss);
            if (drive.state() instanceof ConnectionState.Refused) {
                return;
            }
            if (drive.state() instanceof ConnectionState.Connecting) {
                // On to the next transport, of which there are four.
                inARow++;
                assertThat(inARow).isLessThan(Transport.values().length);
                continue;
            }
            inARow = 0;
            rounds++;
            waited += drive.waits().toNanos();
            drive.pass(drive.waits());
        }
        if (rounds >= 12) {
            assertThat(Duration.ofNanos(waited)).isGreaterThan(Duration.ofSeconds(5));
        }
    }

    @Provide
    Arbitrary<List<Loss>> losses() {
        return Arbitraries.of(LOSSES).list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, LOSSES.size() - 1),
                        Arbitraries.longs().between(0, 120_000))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static void apply(MachineDriver drive, Step step, int newest) {
        int link = newest - step.linkOffset();
        switch (step.kind()) {
            case START -> drive.start();
            case STOP -> drive.on(new Event.Stop());
            case RETRY -> drive.on(new Event.RetryNow());
            case SETTINGS ->
                drive.on(new Event.SettingsChanged(
                        MachineDriver.settings(step.pick() < 4 ? TRANSPORTS.get(step.pick()) : null),
                        Optional.empty()));
            case WELCOME -> drive.on(new Event.Welcomed(link, MachineDriver.HEARTBEAT));
            case RECEIVE -> drive.on(new Event.Received(link));
            case LOSE -> {
                if (link == drive.link) {
                    drive.lose(LOSSES.get(step.pick()));
                } else {
                    drive.on(new Event.Lost(link, LOSSES.get(step.pick())));
                }
            }
            case PASS -> drive.pass(Duration.ofMillis(step.millis()));
            case PASS_IN_SILENCE -> drive.passInSilence(Duration.ofMillis(step.millis()));
            case PROBED -> drive.on(new Event.Probed(TRANSPORTS.get(step.pick() % 4), step.millis() % 2 == 0));
            case CLOCK -> drive.on(new Event.ClockJumped());
            case NETWORK -> drive.on(new Event.NetworkChanged());
        }
    }
}
