package dev.liveticker.feed.machine;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Drives a machine through time that only passes when told to, and does as it says. */
final class MachineDriver {

    static final URI SERVER = URI.create("http://127.0.0.1:8080");
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** No jitter: the longest wait there may be. */
    static final DoubleSupplier LONGEST = () -> 0;

    final ConnectionMachine machine;
    final List<Effect> done = new ArrayList<>();
    final List<Transport> opened = new ArrayList<>();
    final List<Transport> probes = new ArrayList<>();
    long now;
    int link;

    private record Setting(int token, long at) {}

    private final Map<Alarm, Setting> alarms = new EnumMap<>(Alarm.class);

    MachineDriver(FeedSettings settings, Optional<Transport> remembered, DoubleSupplier random) {
        machine = new ConnectionMachine(settings, remembered, random);
    }

    static MachineDriver of(Transport transport) {
        return new MachineDriver(settings(transport), Optional.empty(), LONGEST);
    }

    static MachineDriver auto() {
        return of(null);
    }

    static FeedSettings settings(Transport transport) {
        return new FeedSettings(SERVER, transport, false, true);
    }

    MachineDriver on(Event event) {
        for (Effect effect : machine.on(event, now)) {
            done.add(effect);
            switch (effect) {
                case Effect.Open open -> {
                    if (link != 0) {
                        throw new AssertionError("two links open");
                    }
                    link = open.link();
                    opened.add(open.transport());
                }
                case Effect.Close close -> {
                    if (link != close.link()) {
                        throw new AssertionError("closes a link that is not open");
                    }
                    link = 0;
                }
                case Effect.Set set ->
                    alarms.put(
                            set.alarm(),
                            new Setting(set.token(), now + set.delay().toNanos()));
                case Effect.Clear clear -> alarms.remove(clear.alarm());
                case Effect.Probe probe -> probes.add(probe.transport());
                case Effect.Ping ping -> {}
                case Effect.Remember remember -> {}
            }
        }
        return this;
    }

    MachineDriver start() {
        return on(new Event.Start());
    }

    MachineDriver welcome() {
        return on(new Event.Welcomed(link, HEARTBEAT));
    }

    MachineDriver lose(Loss loss) {
        int lost = link;
        link = 0;
        return on(new Event.Lost(lost, loss));
    }

    /** Lets time pass, alarms ringing as they are due; what is heard meanwhile keeps the connection alive. */
    MachineDriver pass(Duration duration) {
        return pass(duration, true);
    }

    MachineDriver passInSilence(Duration duration) {
        return pass(duration, false);
    }

    private MachineDriver pass(Duration duration, boolean heard) {
        long until = now + duration.toNanos();
        while (true) {
            Map.Entry<Alarm, Setting> next = alarms.entrySet().stream()
                    .filter(entry -> entry.getValue().at() <= until)
                    .min((a, b) -> Long.compare(a.getValue().at(), b.getValue().at()))
                    .map(Map.Entry::copyOf)
                    .orElse(null);
            if (next == null) {
                now = until;
                return this;
            }
            now = Math.max(now, next.getValue().at());
            alarms.remove(next.getKey());
            if (heard && link != 0) {
                on(new Event.Received(link));
            }
            on(new Event.Rang(next.getKey(), next.getValue().token()));
        }
    }

    ConnectionState state() {
        return machine.state();
    }

    Duration waits() {
        return ((ConnectionState.Waiting) machine.state()).delay();
    }

    boolean isSet(Alarm alarm) {
        return alarms.containsKey(alarm);
    }
}
