package dev.liveticker.benchmarks.facts;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.Listing;
import dev.liveticker.server.market.SimulatedDays;
import dev.liveticker.server.market.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the measured part of docs/market.md and the picture in it. Runs in the benchmarks folder. */
@Command(
        name = "market-facts",
        mixinStandardHelpOptions = true,
        description = "Measures the simulated market and writes docs/market.md and docs/images/market-day.svg.")
public final class MarketFacts implements Callable<Integer> {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    private static final int MINUTES = 1_440;
    private static final List<Symbol> DRAWN = List.of(
            Symbol.of("AAPL"), Symbol.of("VXRT"), Symbol.of("SAP.DE"), Symbol.of("BTC-USD"), Symbol.of("EURUSD=X"));

    @Option(names = "--docs", defaultValue = "../docs", description = "the folder; default ${DEFAULT-VALUE}")
    private Path docs = Path.of("../docs");

    @Option(names = "--days", defaultValue = "30", description = "how many are measured; default ${DEFAULT-VALUE}")
    private int days;

    public static void main(String[] args) {
        System.exit(new CommandLine(new MarketFacts()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path page = docs.resolve("market.md");
        Path picture = docs.resolve("images").resolve("market-day.svg");
        String written = Files.readString(page);
        // Before the minutes of work, so that a page without marks is found out at once.
        GeneratedPart.replaced(written, "");
        Files.createDirectories(picture.getParent());
        Files.writeString(picture, chart());
        String part = """
                ![One simulated day of five instruments: price and volume over the hours of New York](images/market-day.svg)

                ## Stylised facts, measured

                """ + StylisedFacts.measured(days);
        Files.writeString(page, GeneratedPart.replaced(written, part));
        System.out.println("written: " + page + " and " + picture);
        return 0;
    }

    private static String chart() {
        List<Listing> listings = Catalogue.builtIn().select(DRAWN);
        SimulatedDays day = SimulatedDays.run(
                StylisedFacts.SEED,
                listings,
                DAY.atStartOfDay(ZoneId.of("America/New_York")).toInstant(),
                SimulationSettings.SESSIONS,
                MINUTES);
        return DayChart.of(
                "One simulated day: Wednesday, 4 March 2026, seed " + StylisedFacts.SEED,
                DRAWN.stream().map(symbol -> day.line(symbol.text())).toList());
    }
}
