package dev.liveticker.desktop.outage;

import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Reason;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.SimulatedFault;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Which outages the server simulates, and how to ask for them. Belongs to the FX thread; needs no toolkit. */
public final class OutageViewModel {

    /** How long an outage may be asked for, in seconds. */
    public static final List<Integer> LENGTHS = List.of(10, 30, 120);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** While something goes on, the server is asked so often: others may begin and end outages too. */
    private static final long ASK_AGAIN = 2 * SECOND;

    private record Ending(SimulatedFault fault, long atNanos) {

        long secondsLeft(long now) {
            return Math.ceilDiv(atNanos - now, SECOND);
        }
    }

    private final Supplier<Optional<FaultControl>> server;
    private final Executor owner;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Symbol> symbol = new ReadOnlyObjectWrapper<>();
    private Consumer<String> trouble = why -> {};
    private List<Ending> running = List.of();
    private int asked;
    private long askedAt;

    /**
     * @param server where outages can be asked for; empty where they cannot
     * @param owner runs what the server answers on the FX thread
     * @param nanoClock monotonic nanoseconds
     */
    public OutageViewModel(Supplier<Optional<FaultControl>> server, Executor owner, LongSupplier nanoClock) {
        this.server = server;
        this.owner = owner;
        this.nanoClock = nanoClock;
    }

    /** Whether the server allows it. */
    public ReadOnlyBooleanProperty available() {
        return available.getReadOnlyProperty();
    }

    /** Whether any outage goes on. */
    public ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /** What goes on and how long still; empty for nothing. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** The symbol that a halt would be of; holds nothing if none is chosen. */
    public ReadOnlyObjectProperty<Symbol> symbol() {
        return symbol.getReadOnlyProperty();
    }

    public void choose(@Nullable Symbol chosen) {
        symbol.set(chosen);
    }

    /** @param told why something that was asked for did not come about */
    public void onTrouble(Consumer<String> told) {
        trouble = told;
    }

    /** There is a connection, maybe to another server: asks whether it allows outages. */
    public void connected() {
        look();
    }

    /** The server is another one. */
    public void forget() {
        asked++;
        available.set(false);
        show(List.of());
    }

    public void simulate(Outage outage, int seconds) {
        Optional<FaultRequest> wanted = outage.request(seconds, symbol.get());
        Optional<FaultControl> control = server.get();
        if (wanted.isPresent() && control.isPresent()) {
            request(control.get().begin(wanted.get()));
        }
    }

    public void endAll() {
        server.get().ifPresent(control -> request(control.endAll()));
    }

    /** Counts down. Called often. */
    public void pulse() {
        if (running.isEmpty()) {
            return;
        }
        long now = nanoClock.getAsLong();
        if (running.stream().anyMatch(each -> each.atNanos() - now <= 0)) {
            show(running.stream().filter(each -> each.atNanos() - now > 0).toList());
        } else {
            describe(now);
        }
        if (now - askedAt >= ASK_AGAIN) {
            look();
        }
    }

    private void look() {
        Optional<FaultControl> control = server.get();
        if (control.isEmpty()) {
            forget();
            return;
        }
        int number = next();
        var _ = control.get()
                .running()
                .whenComplete((list, failure) -> owner.execute(() -> {
                    if (number != asked) {
                        return;
                    }
                    if (failure == null) {
                        take(list);
                    } else if (running.isEmpty()) {
                        // While something goes on, a server that does not answer just now still allows it.
                        available.set(false);
                    }
                }));
    }

    private void request(CompletableFuture<List<SimulatedFault>> answer) {
        int number = next();
        var _ = answer.whenComplete((list, failure) -> owner.execute(() -> {
            if (failure != null) {
                failed(failure);
            } else if (number == asked) {
                take(list);
            }
        }));
    }

    /** What was asked before the newest question is of no interest any more. */
    private int next() {
        askedAt = nanoClock.getAsLong();
        return ++asked;
    }

    private void take(List<SimulatedFault> list) {
        long now = nanoClock.getAsLong();
        available.set(true);
        show(list.stream()
                .map(fault -> new Ending(fault, now + fault.remainingSeconds() * SECOND))
                .sorted(Comparator.comparing(each -> each.fault().kind()))
                .toList());
    }

    private void failed(Throwable failure) {
        trouble.accept(Texts.of("outage.failed", Reason.of(failure)));
    }

    private void show(List<Ending> list) {
        running = list;
        active.set(!list.isEmpty());
        describe(nanoClock.getAsLong());
    }

    private void describe(long now) {
        status.set(
                running.isEmpty()
                        ? ""
                        : running.stream()
                                .map(each -> Texts.of(
                                        "outage.left", words(each.fault()), Quantity.count(each.secondsLeft(now))))
                                .collect(Collectors.joining(", ", Texts.of("outage.simulated") + " ", "")));
    }

    private static String words(SimulatedFault fault) {
        return switch (fault.kind()) {
            case DROP -> Texts.of("outage.now.drop");
            case STALL -> Texts.of("outage.now.stall");
            case DELAY -> Texts.of("outage.now.delay");
            case SKIP -> Texts.of("outage.now.skip");
            case HALT ->
                fault.symbols() != null && fault.symbols().size() == 1
                        ? Texts.of("outage.now.halt", fault.symbols().getFirst().text())
                        : Texts.of("outage.now.halts");
        };
    }
}
