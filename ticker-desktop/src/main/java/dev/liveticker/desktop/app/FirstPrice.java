package dev.liveticker.desktop.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/**
 * Says how long it took from the start of the JVM until the window was painted with what is in it, and until a price
 * was. Belongs to the FX thread.
 */
final class FirstPrice {

    private final Workbench workbench;
    private final PauseTransition lingering;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long ignored) {
            look();
        }
    };
    private int frames;
    private int priced;

    /**
     * @param lingeringMillis so long it goes on after it is said
     * @param done called then
     */
    FirstPrice(Workbench workbench, int lingeringMillis, Runnable done) {
        this.workbench = workbench;
        this.lingering = new PauseTransition(javafx.util.Duration.millis(lingeringMillis));
        this.lingering.setOnFinished(event -> done.run());
    }

    /** Looks for both in every frame; the window is open. */
    void start() {
        timer.start();
    }

    /** The frame after the one that shows something waits until that one is painted. */
    private void look() {
        if (++frames == 2) {
            System.out.println("filled after " + sinceJvm() + " ms");
        }
        if (workbench.watchlist().anyQuoted() && ++priced == 2) {
            timer.stop();
            Platform.runLater(this::say);
        }
    }

    private void say() {
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        System.out.println("live after " + sinceJvm() + " ms, " + processor + " ms of processor time");
        lingering.play();
    }

    private static long sinceJvm() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
}
