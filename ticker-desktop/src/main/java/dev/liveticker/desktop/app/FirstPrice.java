package dev.liveticker.desktop.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;

/**
 * Says how long it took from the start of the JVM until the window was painted with the watchlist in it, and until a
 * price was. Belongs to the FX thread.
 */
final class FirstPrice {

    /**
     * Frame 2 does not begin before frame 1 is painted, frame 3 not before that is handed to the window system, which
     * has it when frame 4 begins.
     */
    private static final int SHOWN = 4;

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

    /** Looks for both in every frame; the window is open. Before anything else does something in a frame. */
    void start() {
        timer.start();
    }

    private void look() {
        if (++frames == SHOWN) {
            System.out.println("filled after " + sinceJvm() + " ms");
        }
        // It is asked before the frame takes in what has come: what is there was taken in by the one before.
        if (workbench.watchlist().anyQuoted()) {
            priced++;
        }
        // Prices may have come before the first frame.
        if (priced >= SHOWN - 1 && frames >= SHOWN) {
            timer.stop();
            say();
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
