package dev.liveticker.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import picocli.CommandLine;

class MarketFactsTest {

    @TempDir
    private static Path docs;

    private static int exit;

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(
                docs.resolve("market.md"), "# A market\n" + GeneratedPart.BEGIN + "\n" + GeneratedPart.END + "\n");
        exit = new CommandLine(new MarketFacts()).execute("--docs", docs.toString(), "--days", "3");
    }

    @Test
    void the_page_has_the_table_and_shows_the_picture() throws IOException {
        String page = Files.readString(docs.resolve("market.md"));

        assertThat(exit).isZero();
        assertThat(page)
                .startsWith("# A market\n")
                .contains("](images/market-day.svg)")
                .contains("| Tails are fat, and less so the longer the return |")
                .contains("| A sector moves together more than the market |")
                .doesNotContain("NaN");
    }

    @Test
    void the_picture_is_well_formed_and_has_a_panel_for_each_instrument() throws Exception {
        Document svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(docs.resolve("images/market-day.svg").toFile());

        assertThat(svg.getElementsByTagName("tspan").getLength()).isEqualTo(5);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(10);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("AAPL", "EURUSD=X", "time of day in New York", "closed", "prefers-color-scheme: dark")
                .doesNotContain("NaN");
    }

    @Test
    void amounts_are_short() {
        assertThat(DayChart.amount(1_234_000)).isEqualTo("1.2M");
        assertThat(DayChart.amount(2_500_000_000.0)).isEqualTo("2.5B");
        assertThat(DayChart.amount(12_345)).isEqualTo("12k");
        assertThat(DayChart.amount(123)).isEqualTo("123");
        assertThat(DayChart.amount(1.26)).isEqualTo("1.3");
    }

    @Test
    void a_page_without_marks_is_not_touched(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("market.md"), "by hand");

        assertThat(new CommandLine(new MarketFacts()).execute("--docs", other.toString()))
                .isNotZero();
        assertThat(Files.readString(other.resolve("market.md"))).isEqualTo("by hand");
    }
}
