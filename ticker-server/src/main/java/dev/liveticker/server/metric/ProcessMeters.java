package dev.liveticker.server.metric;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Java machine and its process, under the names Micrometer gives them; the build they run. */
final class ProcessMeters implements MeterGroup {

    private final String version;

    /** What is read, which a registry does not keep alive. */
    private final List<Object> kept = new ArrayList<>();

    /** @param version of this build */
    ProcessMeters(String version) {
        this.version = version;
    }

    @Override
    public void putUp(Panel panel) {
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics());
        for (MeterBinder binder : binders) {
            kept.add(binder);
            binder.bindTo(panel.registry());
        }
        // Micrometer's own would have to listen to each collection, and begin with the first after it was asked.
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            kept.add(collector);
            FunctionTimer.builder(
                            "jvm.gc.collection",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .description("Collections of garbage, and the time they took.")
                    .tag("gc", collector.getName())
                    .register(panel.registry());
        }
        panel.gauge(
                "live.ticker.build.info",
                "1; which build of the server this is, and the Java it runs on.",
                () -> 1,
                "version",
                version,
                "java",
                Integer.toString(Runtime.version().feature()));
    }
}
