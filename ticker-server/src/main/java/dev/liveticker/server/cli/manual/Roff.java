package dev.liveticker.server.cli.manual;

import java.util.Locale;

/** Text for {@code man}: the requests of man(7), and escapes of groff(7) for what would be taken for one. */
final class Roff {

    private final StringBuilder out = new StringBuilder();

    /** A request, whose arguments are put in quotes. */
    void request(String name, String... arguments) {
        out.append('.').append(name);
        for (String argument : arguments) {
            out.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        out.append('\n');
    }

    /** A line of text, escaped already. */
    void line(String escaped) {
        out.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
    }

    /** A line of plain text. */
    void text(String plain) {
        line(escaped(plain));
    }

    static String bold(String plain) {
        return "\\fB" + escaped(plain) + "\\fR";
    }

    static String italic(String plain) {
        return "\\fI" + escaped(plain) + "\\fR";
    }

    /** A hyphen that can be copied as the minus it is, and no character that a terminal might lack. */
    static String escaped(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(each -> {
            switch (each) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (each < ' ' || each > '~') {
                        escaped.append(String.format(Locale.ROOT, "\\[u%04X]", each));
                    } else {
                        escaped.appendCodePoint(each);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
