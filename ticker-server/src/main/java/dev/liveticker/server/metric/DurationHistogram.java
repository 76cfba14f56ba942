package dev.liveticker.server.metric;

import dev.liveticker.server.hub.Durations;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** Durations that were counted elsewhere, as a histogram; Micrometer has no meter that only reads. */
final class DurationHistogram implements Collector {

    private final MetricMetadata metadata;
    private final Durations durations;
    private final long since = System.currentTimeMillis();

    DurationHistogram(String name, String help, Durations durations) {
        this.metadata = new MetricMetadata(name, help);
        this.durations = durations;
    }

    @Override
    public MetricSnapshot collect() {
        HistogramDataPointSnapshot all = new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(durations.upTo(), durations.counts()),
                durations.seconds(),
                Labels.EMPTY,
                Exemplars.EMPTY,
                since);
        return new HistogramSnapshot(metadata, List.of(all));
    }
}
