package dev.liveticker.server.metric;

import dev.liveticker.server.hub.Durations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where meters are put up. Names are given with dots, without unit or {@code _total}: those are added as Prometheus has
 * them. Tags are names and values in turn, of which there may be few.
 */
final class Panel {

    static final String BYTES = "bytes";
    static final String SECONDS = "seconds";

    private final PrometheusMeterRegistry registry;

    /** A registry does not keep alive what its counters read. */
    private final List<Object> kept = new ArrayList<>();

    Panel(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** What only ever grows. */
    void counter(String name, String help, LongSupplier count, String... tags) {
        counter(name, null, help, count, tags);
    }

    /** The same in bytes. */
    void bytesCounter(String name, String help, LongSupplier count, String... tags) {
        counter(name, BYTES, help, count, tags);
    }

    private void counter(String name, @Nullable String unit, String help, LongSupplier count, String... tags) {
        kept.add(count);
        FunctionCounter.builder(name, count, LongSupplier::getAsLong)
                .description(help)
                .baseUnit(unit)
                .tags(Tags.of(tags))
                .register(registry);
    }

    /** What grows and shrinks. */
    void gauge(String name, String help, DoubleSupplier value, String... tags) {
        gauge(name, null, help, value, tags);
    }

    /** The same in a unit. */
    void gauge(String name, @Nullable String unit, String help, DoubleSupplier value, String... tags) {
        kept.add(value);
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(help)
                .baseUnit(unit)
                .tags(Tags.of(tags))
                .strongReference(true)
                .register(registry);
    }

    /** How long something takes. The name is the whole one, since this is no meter of Micrometer's. */
    void histogram(String name, String help, Durations durations) {
        registry.getPrometheusRegistry().register(new DurationHistogram(name, help, durations));
    }
}
