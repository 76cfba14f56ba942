package dev.liveticker.server.transport;

import dev.liveticker.model.Symbol;
import java.io.Serial;

/** A request that cannot be granted, and the answer to it. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static RefusedException badParameter(String name, String why) {
        return new RefusedException(Problem.ofField(name, why));
    }

    static RefusedException badQuery(String why) {
        return new RefusedException(Problem.of(400, "bad_query", why));
    }

    public static RefusedException unknownSymbol(Symbol symbol) {
        return new RefusedException(Problem.of(404, "unknown_symbol", "there is no symbol " + symbol));
    }

    public Problem problem() {
        return problem;
    }
}
