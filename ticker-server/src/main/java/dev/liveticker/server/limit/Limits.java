package dev.liveticker.server.limit;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that is counted about who asks how much. Any thread. */
public final class Limits implements LoginGuard {

    /** Of addresses and of users: some megabytes, whoever comes from how many addresses. */
    private static final int MAX_KEYS = 50_000;

    private static final Duration SESSION = Duration.ofMinutes(5);

    private final LimitSettings settings;
    private final LongSupplier nanos;
    private final Buckets<String> userMessages;
    private final Buckets<AddressBlock> addressMessages;
    private final Buckets<AddressBlock> requests;
    private final Buckets<AddressBlock> failures;
    private final Recent<String, Allowance> sessions;
    private final OpenConnections connections;
    private final ByteBudget answers;

    /**
     * @param carriers whose connections carry the requests of others, as a proxy's do: they are not counted by address,
     *     what they carry is
     * @param nanos time that passes, from anywhere
     */
    public Limits(LimitSettings settings, Predicate<InetAddress> carriers, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.userMessages = new Buckets<>(settings.userMessages(), MAX_KEYS, nanos);
        this.addressMessages = new Buckets<>(settings.addressMessages(), MAX_KEYS, nanos);
        this.requests = new Buckets<>(settings.addressRequests(), MAX_KEYS, nanos);
        this.failures = new Buckets<>(settings.failedLogins(), MAX_KEYS, nanos);
        this.sessions = new Recent<>(MAX_KEYS, SESSION, nanos);
        Buckets<AddressBlock> comings = new Buckets<>(settings.addressConnections(), MAX_KEYS, nanos);
        this.connections = new OpenConnections(settings, comings, carriers);
        this.answers = new ByteBudget(settings.answerBytes());
    }

    public LimitSettings settings() {
        return settings;
    }

    /** Who is connected. */
    public OpenConnections connections() {
        return connections;
    }

    /** What whole answers may hold in memory. */
    public ByteBudget answers() {
        return answers;
    }

    /** What a new connection may say. The user is absent where its connections do not count together. */
    public Allowance connection(InetAddress address, @Nullable String user) {
        return new Allowance(this, address, user);
    }

    /** What may be said to a session beside its stream. */
    public Allowance session(String id, InetAddress address, @Nullable String user) {
        return sessions.get(id, _ -> new Allowance(this, address, user));
    }

    /** Whether an address may make one more request: how long it must wait, zero if it may. */
    public Duration request(InetAddress address) {
        return settings.exempts(address) ? Duration.ZERO : requests.take(AddressBlock.of(address), 1);
    }

    @Override
    public Duration blockedFor(InetAddress address) {
        return failures.wait(AddressBlock.of(address));
    }

    @Override
    public void failed(InetAddress address) {
        failures.take(AddressBlock.of(address), 1);
    }

    Duration takeTogether(InetAddress address, @Nullable String user, long cost) {
        Duration wait = user == null ? Duration.ZERO : userMessages.take(user, cost);
        return wait.isZero() && !settings.exempts(address)
                ? addressMessages.take(AddressBlock.of(address), cost)
                : wait;
    }

    Bucket bucket(Rate rate) {
        return Buckets.bucket(rate, Buckets.meter(nanos));
    }
}
