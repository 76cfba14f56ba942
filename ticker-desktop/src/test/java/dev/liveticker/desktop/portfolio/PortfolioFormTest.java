package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static dev.liveticker.desktop.portfolio.Trades.buy;
import static dev.liveticker.desktop.portfolio.Trades.portfolio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PortfolioFormTest {

    @TempDir
    Path directory;

    @Test
    void without_a_file_there_is_nothing() {
        assertThat(file().load().value()).isEqualTo(Portfolio.EMPTY);
    }

    @Test
    void decimals_are_kept_to_the_last_one() throws IOException {
        Portfolio precise = portfolio(buy(Some.BTC, "0.1234567890123456789", "60123.45000001", "0.1", TODAY));

        file().save(precise);

        assertThat(file().load().value()).isEqualTo(precise);
        assertThat(Files.readString(directory.resolve("portfolio.json"))).contains("\"0.1234567890123456789\"");
    }

    @Test
    void what_cannot_be_read_is_said_and_never_lost() throws IOException {
        Files.writeString(directory.resolve("portfolio.json"), """
                {"transactions": [
                  {"date": "2026-11-25", "symbol": "AAPL", "side": "buy", "quantity": "1", "price": "2", "fee": "0"},
                  {"date": "2026-11-25", "symbol": "AAPL", "side": "borrow", "quantity": "7", "price": "2", "fee": "0"},
                  {"date": "2026-11-25", "symbol": "AAPL", "side": "buy", "quantity": 3, "price": "2", "fee": "0"},
                  {"date": "2026-02-30", "symbol": "AAPL", "side": "buy", "quantity": "1", "price": "2", "fee": "0"},
                  {"date": "2026-11-25", "symbol": "AAPL", "side": "buy", "quantity": "1E+999999999", "price": "2", "fee": "0"},
                  "nonsense", null
                ]}""");
        KeptFile<Portfolio> file = file();

        KeptFile.Loaded<Portfolio> loaded = file.load();

        assertThat(loaded.value().transactions()).hasSize(1);
        assertThat(loaded.problems()).singleElement().asString().contains("transaction 2, 3, 4, 5, 6\u2026");
        file.save(loaded.value());
        assertThat(Files.readString(directory.resolve("portfolio.json")))
                .contains("unreadable", "borrow", "2026-02-30", "nonsense");
        assertThat(file().load().problems()).as("said once").isEmpty();
    }

    @Property(tries = 200)
    void what_is_written_is_read_again(@ForAll("portfolios") Portfolio portfolio) {
        PortfolioForm form = new PortfolioForm();
        ObjectNode root = JsonMapper.shared().createObjectNode();

        form.write(portfolio, root);

        assertThat(form.read(root).value()).isEqualTo(portfolio);
        assertThat(form.read(root).replaced()).isEmpty();
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return Trades.portfolios();
    }

    private KeptFile<Portfolio> file() {
        return new KeptFile<>(directory.resolve("portfolio.json"), new PortfolioForm(), InstantSource.system());
    }
}
