package dev.liveticker.desktop.app;

import dev.liveticker.desktop.chart.ChartViewModel;
import dev.liveticker.desktop.connection.ConnectionViewModel;
import dev.liveticker.desktop.watchlist.QuoteRow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes a picture of the main window once it shows a live market and has come to rest. Belongs to the FX thread. */
final class Screenshot {

    private static final long PATIENCE = Duration.ofSeconds(45).toNanos();

    /** Longer than any transition of the theme. */
    private static final long REST = Duration.ofMillis(1_200).toNanos();

    private final Path file;
    private final Workbench workbench;
    private final Scene scene;
    private final IntConsumer done;
    private final long startedAt;
    private long readySince;
    private boolean ready;
    private boolean over;

    /** @param done told the exit code, once */
    Screenshot(Path file, Workbench workbench, Scene scene, long nowNanos, IntConsumer done) {
        this.file = file;
        this.workbench = workbench;
        this.scene = scene;
        this.startedAt = nowNanos;
        this.done = done;
    }

    /** Looks whether it is time. Called once a pulse. */
    void pulse(long nowNanos) {
        if (over) {
            return;
        }
        boolean complete = isComplete();
        if (complete && !ready) {
            readySince = nowNanos;
        }
        ready = complete;
        if (ready && nowNanos - readySince >= REST) {
            end(take());
        } else if (nowNanos - startedAt >= PATIENCE) {
            System.err.println("live-ticker: no picture was taken: the window was not complete within "
                    + PATIENCE / 1_000_000_000 + " s (connection: "
                    + workbench.connection().text().get() + ")");
            end(1);
        }
    }

    private boolean isComplete() {
        return workbench.connection().light().get() == ConnectionViewModel.Light.LIVE
                && !workbench.connection().rate().get().isEmpty()
                && workbench.chart().stage().get() == ChartViewModel.Stage.READY
                && workbench.chart().quote().get() != null
                && workbench.watchlist().rows().stream()
                        .noneMatch(row -> row.standing().get() == QuoteRow.Standing.AWAITED);
    }

    private int take() {
        WritableImage picture = scene.snapshot(null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            ImageIO.write(image, "png", file.toFile());
            return 0;
        } catch (IOException e) {
            System.err.println("live-ticker: the picture could not be written to " + file + ": " + e.getMessage());
            return 1;
        }
    }

    private void end(int code) {
        over = true;
        done.accept(code);
    }
}
