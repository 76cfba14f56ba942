package dev.liveticker.server.transport.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.fault.Fault;
import dev.liveticker.server.transport.RefusedException;
import java.util.List;
import java.util.Set;

/** The bodies that ask for faults: each is one within its bounds, or refused as a bad request in a sentence. */
public final class FaultBodyTarget implements Target {

    private static final Set<Symbol> TRADED = Set.of(Symbol.of("AAPL"), Symbol.of("^GSPC"));

    @Override
    public void take(byte[] input) {
        try {
            Fault fault = FaultReader.read(input, TRADED);
            Claim.that(
                    fault.length().isPositive() && fault.length().compareTo(Fault.LONGEST) <= 0,
                    () -> "out of its bounds: " + fault);
        } catch (RefusedException e) {
            Claim.same(400, e.problem().status());
            Claim.sentence(e.problem().detail());
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "{\"kind\":\"drop\",\"seconds\":5,\"how\":\"close\"}",
                        "{\"kind\":\"stall\",\"seconds\":10}",
                        "{\"kind\":\"delay\",\"millis\":500}",
                        "{\"kind\":\"skip\",\"symbols\":[\"AAPL\"],\"times\":3}",
                        "{\"kind\":\"halt\",\"symbols\":[\"*\"],\"seconds\":60}")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
