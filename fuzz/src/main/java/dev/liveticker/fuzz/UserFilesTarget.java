package dev.liveticker.fuzz;

import dev.liveticker.desktop.alert.AlertHistoryForm;
import dev.liveticker.desktop.app.WindowFile;
import dev.liveticker.desktop.chart.ChartPreferencesForm;
import dev.liveticker.desktop.command.RecentForm;
import dev.liveticker.desktop.hint.HintForm;
import dev.liveticker.desktop.indicator.IndicatorsForm;
import dev.liveticker.desktop.portfolio.Portfolio;
import dev.liveticker.desktop.portfolio.PortfolioForm;
import dev.liveticker.desktop.settings.SettingsFile;
import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.update.LastInquiryForm;
import dev.liveticker.desktop.watchlist.WatchlistsForm;
import dev.liveticker.model.Symbol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The files that the desktop keeps: whatever one says, there is a value, and once that was saved it is read again as it
 * was and with nothing to complain of. The first byte of an input says which file the rest is.
 */
final class UserFilesTarget implements Target {

    /** What the desktop's own tests take for files of its first version. */
    private static final Path EXAMPLES =
            Path.of("../ticker-desktop/src/test/resources/dev/liveticker/desktop/app/version-1");

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final Scratch scratch = new Scratch();
    private final Map<String, Supplier<KeptFile<?>>> files = new LinkedHashMap<>();

    UserFilesTarget() {
        files.put("settings.json", () -> new SettingsFile(scratch.path("."), CLOCK));
        form("watchlists.json", new WatchlistsForm(List.of(Symbol.of("AAPL"))));
        form("portfolio.json", new PortfolioForm());
        form("alerts.json", new AlertHistoryForm());
        form("chart.json", new ChartPreferencesForm());
        form("indicators.json", new IndicatorsForm());
        form("recent.json", new RecentForm());
        form("hints.json", new HintForm());
        form("update.json", new LastInquiryForm());
        form("window.json", WindowFile.form());
    }

    private void form(String name, JsonForm<?> form) {
        files.put(name, () -> new KeptFile<>(scratch.path(name), form, CLOCK));
    }

    @Override
    public void take(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        List<String> names = List.copyOf(files.keySet());
        String name = names.get(Byte.toUnsignedInt(input[0]) % names.size());
        Supplier<KeptFile<?>> open = files.get(name);
        if (open != null) {
            Path file = scratch.only(name, Arrays.copyOfRange(input, 1, input.length));
            check(file, open);
        }
    }

    private static void check(Path file, Supplier<KeptFile<?>> open) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Object value = resaved(open.get());
        if (Files.exists(file) && Arrays.equals(before, Files.readAllBytes(file))) {
            // One of a newer version is left alone; and whatever else was there was right to the letter.
            Claim.same(value, open.get().load().value());
            return;
        }
        KeptFile.Loaded<?> again = open.get().load();
        Claim.same(comparable(value), comparable(again.value()));
        Claim.same(List.of(), again.problems());
    }

    private static <T> Object resaved(KeptFile<T> file) throws IOException {
        KeptFile.Loaded<T> loaded = file.load();
        loaded.problems().forEach(problem -> Claim.that(!problem.isBlank(), () -> "nothing is said"));
        file.save(loaded.value());
        return loaded.value();
    }

    /** Transactions are numbered as they stand in a file, so they are numbered anew. */
    private static Object comparable(Object value) {
        return value instanceof Portfolio portfolio
                ? portfolio.transactions().stream()
                        .map(done -> List.of(
                                done.date(), done.symbol(), done.side(), done.quantity(), done.price(), done.fee()))
                        .toList()
                : value;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        int which = 0;
        for (String name : files.keySet()) {
            try {
                ByteArrayOutputStream seed = new ByteArrayOutputStream();
                seed.write(which++);
                seed.writeBytes(Files.readAllBytes(EXAMPLES.resolve(name)));
                seeds.add(seed.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException("an example of " + name + " is missing", e);
            }
        }
        return seeds;
    }
}
