package dev.liveticker.desktop.app;

import dev.liveticker.desktop.chart.ChartViewModel;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.watchlist.QuoteRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;

/**
 * Takes a picture once the main window shows a live market, what the picture is to be of is open, and all has come to
 * rest. Belongs to the FX thread.
 */
final class Screenshot {

    /**
     * What picture is wanted.
     *
     * @param screen one of {@link Screens#names}
     */
    record Wish(Path file, String screen) {}

    private static final long PATIENCE = Duration.ofSeconds(45).toNanos();

    /** Longer than any transition of the theme. */
    private static final long REST = Duration.ofMillis(1_200).toNanos();

    /** On a machine that is busy, time passes and nothing is painted. */
    private static final int FRAMES_AT_REST = 40;

    private static final int BAD_OPTIONS = 2;

    private final Wish wish;
    private final Workbench workbench;
    private final Screens screens;
    private final IntConsumer done;
    private final long startedAt;
    private long readySince;
    private int frames;
    private boolean ready;
    private boolean opened;
    private boolean over;

    /** @param done told the exit code, once */
    Screenshot(Wish wish, Workbench workbench, Screens screens, long nowNanos, IntConsumer done) {
        this.wish = wish;
        this.workbench = workbench;
        this.screens = screens;
        this.startedAt = nowNanos;
        this.done = done;
    }

    /** Looks whether it is time. Called once a pulse. */
    void pulse(long nowNanos) {
        if (over) {
            return;
        }
        boolean complete = isComplete(workbench);
        if (complete && !opened) {
            open();
        }
        if (complete && !ready) {
            readySince = nowNanos;
            frames = 0;
        }
        ready = complete;
        frames++;
        if (over) {
            return;
        }
        if (ready && frames >= FRAMES_AT_REST && nowNanos - readySince >= REST) {
            end(take());
        } else if (nowNanos - startedAt >= PATIENCE) {
            System.err.println("live-ticker: no picture was taken: the window was not complete within "
                    + PATIENCE / 1_000_000_000 + " s (connection: "
                    + workbench.connection().text().get() + ")");
            end(1);
        }
    }

    /** Whether all that a window begins with is there: prices, the chart and the rate of messages. */
    static boolean isComplete(Workbench workbench) {
        return workbench.connection().light().get() == ConnectionViewModel.Light.LIVE
                && !workbench.connection().rate().get().isEmpty()
                && workbench.chart().stage().get() == ChartViewModel.Stage.READY
                && workbench.chart().quote().get() != null
                && workbench.watchlist().rows().stream()
                        .noneMatch(row -> row.standing().get() == QuoteRow.Standing.AWAITED);
    }

    private void open() {
        opened = true;
        if (!screens.open(wish.screen())) {
            System.err.println("live-ticker: there is no screen '" + wish.screen() + "', but there are "
                    + String.join(", ", screens.names()));
            end(BAD_OPTIONS);
        }
    }

    private int take() {
        try {
            Path directory = wish.file().toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            ImageIO.write(Camera.takeNewest(), "png", wish.file().toFile());
            return 0;
        } catch (IOException e) {
            System.err.println(
                    "live-ticker: the picture could not be written to " + wish.file() + ": " + e.getMessage());
            return 1;
        }
    }

    private void end(int code) {
        over = true;
        done.accept(code);
    }
}
