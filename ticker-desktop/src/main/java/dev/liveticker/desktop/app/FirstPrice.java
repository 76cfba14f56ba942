package dev.liveticker.desktop.app;

import dev.liveticker.desktop.watchlist.QuoteRow;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Says how long it took from the start of the JVM until a price stood on the screen. Belongs to the FX thread. */
final class FirstPrice {

    private final Workbench workbench;
    private final Runnable done;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long ignored) {
            look();
        }
    };
    private int frames;

    /** @param done called once it is said */
    FirstPrice(Workbench workbench, Runnable done) {
        this.workbench = workbench;
        this.done = done;
    }

    /** Looks for it in every frame. */
    void start() {
        timer.start();
    }

    /** The frame after the one that shows the price waits until that one is painted. */
    private void look() {
        boolean priced = workbench.watchlist().rows().stream()
                .anyMatch(row -> row.standing().get() == QuoteRow.Standing.QUOTED);
        if (priced && ++frames == 2) {
            timer.stop();
            Platform.runLater(this::say);
        }
    }

    private void say() {
        long now = System.currentTimeMillis();
        long sinceJvm = now - ManagementFactory.getRuntimeMXBean().getStartTime();
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        System.out.println("live after " + sinceJvm + " ms, " + processor + " ms of processor time");
        done.run();
    }
}
