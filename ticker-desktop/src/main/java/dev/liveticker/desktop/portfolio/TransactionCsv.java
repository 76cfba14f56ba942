package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.CsvText;
import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Transactions in CSV. The first line names the columns, in any order; what a spreadsheet or a broker adds is passed
 * over. A file is taken whole or not at all.
 */
final class TransactionCsv {

    /** Many times more than {@value Portfolio#MOST} lines need. */
    private static final int LARGEST = 10_000_000;

    private static final Set<String> BUY = Set.of("buy", "b", "bought", "purchase", "kauf", "k", "gekauft");
    private static final Set<String> SELL = Set.of("sell", "s", "sold", "sale", "verkauf", "v", "verkauft");
    private static final DateTimeFormatter GERMAN_DATE =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final LocalDate today;
    private final Map<CsvColumn, Integer> columns;
    private final CsvNumbers numbers;
    private final List<CsvReading.Problem> problems = new ArrayList<>();

    private TransactionCsv(LocalDate today, Map<CsvColumn, Integer> columns, CsvNumbers numbers) {
        this.today = today;
        this.columns = columns;
        this.numbers = numbers;
    }

    /** Written so that it is read again as it is: dates by ISO 8601, decimals after a point. */
    static String write(Portfolio portfolio) {
        StringBuilder text = new StringBuilder();
        text.append(CsvText.line(
                Arrays.stream(CsvColumn.values()).map(CsvColumn::header).toList()));
        for (Transaction transaction : portfolio.transactions()) {
            text.append(CsvText.line(List.of(
                    transaction.date().toString(),
                    CsvText.harmless(transaction.symbol().text()),
                    transaction.side().code(),
                    transaction.quantity().toPlainString(),
                    transaction.price().toPlainString(),
                    transaction.fee().toPlainString())));
        }
        return text.toString();
    }

    /**
     * Reads a file, of whatever alphabet.
     *
     * @param today no transaction is of a later day
     * @throws IOException if it cannot be read or is larger than {@value #LARGEST} bytes
     */
    static CsvReading read(Path file, LocalDate today) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(Texts.of("portfolio.csv.large"));
            }
            return read(ForeignText.decode(bytes), today);
        }
    }

    /** @param today no transaction is of a later day */
    static CsvReading read(String text, LocalDate today) {
        CsvText.Table table = CsvText.read(
                text, Portfolio.MOST + 2, field -> CsvColumn.of(field).isPresent());
        List<CsvText.Row> rows = table.rows();
        Optional<CsvText.Row> broken = rows.stream().filter(CsvText.Row::broken).findFirst();
        if (broken.isPresent()) {
            return CsvReading.failed(broken.get().line(), Texts.of("portfolio.csv.quote"));
        }
        if (rows.size() < 2) {
            return CsvReading.failed(0, Texts.of("portfolio.csv.empty"));
        }
        if (rows.size() > Portfolio.MOST + 1) {
            return CsvReading.failed(0, Texts.of("portfolio.wrong.many", String.valueOf(Portfolio.MOST)));
        }
        return read(rows.getFirst(), rows.subList(1, rows.size()), table.separator(), today);
    }

    private static CsvReading read(CsvText.Row header, List<CsvText.Row> lines, char delimiter, LocalDate today) {
        Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
        for (int i = 0; i < header.fields().size(); i++) {
            Optional<CsvColumn> column = CsvColumn.of(header.field(i));
            if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
                return CsvReading.failed(
                        header.line(),
                        Texts.of("portfolio.csv.twice", column.get().words()));
            }
        }
        for (CsvColumn column : CsvColumn.values()) {
            if (column.isNeeded() && !columns.containsKey(column)) {
                return CsvReading.failed(header.line(), Texts.of("portfolio.csv.column", column.words()));
            }
        }
        List<String> figures = lines.stream()
                .flatMap(line -> Stream.of(CsvColumn.QUANTITY, CsvColumn.PRICE, CsvColumn.FEE)
                        .map(column -> cell(line, columns, column))
                        .filter(cell -> !cell.isEmpty()))
                .toList();
        CsvNumbers numbers = CsvNumbers.of(delimiter, figures);
        if (numbers.ambiguous().isPresent()) {
            return CsvReading.failed(
                    0, Texts.of("portfolio.csv.ambiguous", numbers.ambiguous().get()));
        }
        return new TransactionCsv(today, columns, numbers).transactions(lines);
    }

    private CsvReading transactions(List<CsvText.Row> lines) {
        List<Transaction> transactions = new ArrayList<>();
        for (CsvText.Row line : lines) {
            transaction(line).ifPresent(transactions::add);
            if (problems.size() >= CsvReading.MOST_PROBLEMS) {
                break;
            }
        }
        return new CsvReading(problems.isEmpty() ? transactions : List.of(), problems);
    }

    private Optional<Transaction> transaction(CsvText.Row line) {
        Optional<LocalDate> date = date(line);
        Optional<Symbol> symbol = Symbol.parse(CsvText.original(cell(line, columns, CsvColumn.SYMBOL)));
        if (symbol.isEmpty()) {
            complain(
                    line, Texts.of("portfolio.csv.symbol", ForeignText.excerpt(cell(line, columns, CsvColumn.SYMBOL))));
        }
        Optional<Side> side = side(line);
        Optional<BigDecimal> quantity = figure(line, CsvColumn.QUANTITY);
        Optional<BigDecimal> price = figure(line, CsvColumn.PRICE);
        Optional<BigDecimal> fee = cell(line, columns, CsvColumn.FEE).isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : figure(line, CsvColumn.FEE);
        if (date.isEmpty() || symbol.isEmpty() || side.isEmpty() || quantity.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        return fee.map(
                paid -> new Transaction(0, symbol.get(), side.get(), quantity.get(), price.get(), paid, date.get()));
    }

    private Optional<LocalDate> date(CsvText.Row line) {
        String cell = cell(line, columns, CsvColumn.DATE);
        // A time of day after it says nothing here.
        String day = cell.split("[T ]", 2)[0];
        Optional<LocalDate> date = date(day, DateTimeFormatter.ISO_LOCAL_DATE).or(() -> date(day, GERMAN_DATE));
        if (date.isEmpty()) {
            complain(line, Texts.of("portfolio.csv.date", ForeignText.excerpt(cell)));
            return date;
        }
        return right(line, date.get(), TransactionRules.wrongDate(date.get(), today));
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Side> side(CsvText.Row line) {
        String cell = cell(line, columns, CsvColumn.SIDE);
        String word = cell.toLowerCase(Locale.ROOT);
        if (BUY.contains(word)) {
            return Optional.of(Side.BUY);
        }
        if (SELL.contains(word)) {
            return Optional.of(Side.SELL);
        }
        complain(line, Texts.of("portfolio.csv.side", ForeignText.excerpt(cell)));
        return Optional.empty();
    }

    private Optional<BigDecimal> figure(CsvText.Row line, CsvColumn column) {
        String cell = cell(line, columns, column);
        Optional<BigDecimal> figure = numbers.parse(CsvText.original(cell));
        if (figure.isEmpty()) {
            complain(line, Texts.of("portfolio.csv.number", column.words(), ForeignText.excerpt(cell)));
            return figure;
        }
        Optional<String> wrong = column == CsvColumn.QUANTITY
                ? TransactionRules.wrongQuantity(figure.get())
                : TransactionRules.wrongAmount(figure.get());
        return right(line, figure.get(), wrong.map(words -> column.words() + ": " + words));
    }

    private <T> Optional<T> right(CsvText.Row line, T value, Optional<String> wrong) {
        wrong.ifPresent(words -> complain(line, words));
        return wrong.isPresent() ? Optional.empty() : Optional.of(value);
    }

    private void complain(CsvText.Row line, String words) {
        problems.add(new CsvReading.Problem(line.line(), words));
    }

    private static String cell(CsvText.Row line, Map<CsvColumn, Integer> columns, CsvColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.field(index);
    }
}
