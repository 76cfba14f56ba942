package dev.liveticker.desktop.indicator;

import dev.liveticker.desktop.text.Numbers;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The indicators there are, in the order in which they are offered. */
public enum Indicator {
    SMA(false, Parameter.period("period", 2, 500, 20)),
    EMA(false, Parameter.period("period", 2, 500, 20)),
    BOLLINGER(false, Parameter.period("period", 2, 500, 20), new Parameter("width", 0.5, 5, 2, 0.5)),
    VWAP(false),
    RSI(true, Parameter.period("period", 2, 200, 14)),
    MACD(
            true,
            Parameter.period("fast", 2, 200, 12),
            Parameter.period("slow", 3, 400, 26),
            Parameter.period("signal", 2, 200, 9));

    private final boolean apart;
    /** Made by {@link List#of}, which nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Parameter> parameters;

    Indicator(boolean apart, Parameter... parameters) {
        this.apart = apart;
        this.parameters = List.of(parameters);
    }

    /** Whether it has a pane of its own, its values being no prices. */
    public boolean isApart() {
        return apart;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** What its parameters are at first. */
    public List<Double> usual() {
        return parameters.stream().map(Parameter::usual).toList();
    }

    /** How it is spelled in a file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it, in short. */
    public String label() {
        return switch (this) {
            case SMA -> Texts.of("indicator.sma");
            case EMA -> Texts.of("indicator.ema");
            case BOLLINGER -> Texts.of("indicator.bollinger");
            case VWAP -> Texts.of("indicator.vwap");
            case RSI -> Texts.of("indicator.rsi");
            case MACD -> Texts.of("indicator.macd");
        };
    }

    /** Its name in full. */
    public String explanation() {
        return switch (this) {
            case SMA -> Texts.of("indicator.sma.full");
            case EMA -> Texts.of("indicator.ema.full");
            case BOLLINGER -> Texts.of("indicator.bollinger.full");
            case VWAP -> Texts.of("indicator.vwap.full");
            case RSI -> Texts.of("indicator.rsi.full");
            case MACD -> Texts.of("indicator.macd.full");
        };
    }

    /** What a parameter is called. */
    public String labelOf(int parameter) {
        return switch (parameters.get(parameter).code()) {
            case "width" -> Texts.of("indicator.width");
            case "fast" -> Texts.of("indicator.fast");
            case "slow" -> Texts.of("indicator.slow");
            case "signal" -> Texts.of("indicator.signal");
            default -> Texts.of("indicator.period");
        };
    }

    /** Name and parameters, such as {@code SMA 20}. */
    public String title(List<Double> values) {
        String numbers = values.stream().map(Numbers::editable).collect(Collectors.joining(" "));
        return numbers.isEmpty() ? label() : label() + ' ' + numbers;
    }

    /** What its lines are called in a table for programs, such as {@code macd_12_26_9_signal}. */
    public List<String> columns(List<Double> values) {
        String stem = values.stream()
                .map(value ->
                        '_' + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("", code(), ""));
        return switch (this) {
            case SMA, EMA, VWAP, RSI -> List.of(stem);
            case BOLLINGER -> List.of(stem + "_middle", stem + "_upper", stem + "_lower");
            case MACD -> List.of(stem, stem + "_signal", stem + "_histogram");
        };
    }

    /** Why these parameters cannot be, for people; empty if they can. */
    public Optional<String> problem(List<Double> values) {
        if (values.size() != parameters.size()) {
            return Optional.of(Texts.of("indicator.wrong", label()));
        }
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.admits(values.get(i))) {
                return Optional.of(Texts.of(
                        "indicator.range",
                        labelOf(i),
                        Numbers.editable(parameter.least()),
                        Numbers.editable(parameter.most())));
            }
        }
        return this == MACD && values.get(0) >= values.get(1)
                ? Optional.of(Texts.of("indicator.order"))
                : Optional.empty();
    }

    /**
     * A study of it.
     *
     * @param values of its parameters, without a {@link #problem}
     * @param day what a sum over a day goes by
     * @throws IllegalArgumentException if the values have a problem
     */
    public Study study(List<Double> values, TradingDay day) {
        problem(values).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return switch (this) {
            case SMA -> new MovingAverage(whole(values, 0));
            case EMA -> new ExponentialAverage(whole(values, 0));
            case BOLLINGER -> new BollingerBands(whole(values, 0), values.get(1));
            case VWAP -> new SessionAverage(day);
            case RSI -> new RelativeStrength(whole(values, 0));
            case MACD -> new Convergence(whole(values, 0), whole(values, 1), whole(values, 2));
        };
    }

    private static int whole(List<Double> values, int index) {
        return (int) Math.round(values.get(index));
    }
}
