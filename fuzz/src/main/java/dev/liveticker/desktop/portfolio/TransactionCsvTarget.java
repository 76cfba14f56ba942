package dev.liveticker.desktop.portfolio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import java.time.LocalDate;
import java.util.List;

/** Transactions as brokers write them: a file is taken whole, and read again as it was once written; or refused. */
public final class TransactionCsvTarget implements Target {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);

    @Override
    public void take(byte[] input) {
        CsvReading reading = TransactionCsv.read(ForeignText.decode(input), TODAY);
        if (reading.problems().isEmpty()) {
            Claim.that(!reading.transactions().isEmpty(), () -> "nothing is read, and nothing is wrong");
            String written = TransactionCsv.write(new Portfolio(reading.transactions()));
            Claim.same(reading, TransactionCsv.read(written, TODAY));
        }
        reading.problems().forEach(problem -> Claim.that(!problem.text().isBlank(), () -> "nothing is said"));
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        """
                        date,symbol,side,quantity,price,fee
                        2026-03-05,AAPL,buy,10,187.25,1
                        2026-03-06T15:30:00,'=X,sell,0.5,"1,068.25",
                        """,
                        """
                        Datum;K\u00fcrzel;Art;St\u00fcck;Kurs;Geb\u00fchr
                        5.3.2026;BRK.B;Kauf;1.000;411,02;9,90
                        06.03.2026;BRK.B;Verkauf;1;412,5;
                        """,
                        "Ticker\tTrade Date\tAction\tShares\tPrice\nMSFT\t2026-01-02\tB\t3\t400\n",
                        "symbol,date,type,qty,price\n\"AAPL,1\n")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
