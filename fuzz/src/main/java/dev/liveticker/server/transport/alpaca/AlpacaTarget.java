package dev.liveticker.server.transport.alpaca;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import java.util.ArrayList;
import java.util.List;

/** The requests of Alpaca's clients, in JSON and in MessagePack: each is understood, or refused in a sentence. */
public final class AlpacaTarget implements Target {

    private static final long LEAST_MEMORY = 1 << 20;
    private static final long MEMORY_A_BYTE = 2_000;

    private final List<Tongue> tongues = List.of(new JsonTongue(), new MessagePackTongue());

    @Override
    public void take(byte[] input) throws Exception {
        for (Tongue tongue : tongues) {
            try {
                AlpacaRequest request =
                        Claim.within(LEAST_MEMORY + MEMORY_A_BYTE * input.length, () -> tongue.read(input));
                if (request instanceof AlpacaRequest.Change change) {
                    Claim.that(
                            change.symbols().values().stream().noneMatch(named -> named.contains(null)),
                            () -> "a symbol is null in " + change);
                }
            } catch (MalformedRequestException e) {
                Claim.sentence(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add("{\"action\":\"auth\",\"key\":\"k\",\"secret\":\"s\"}".getBytes(UTF_8));
        seeds.add("{\"action\":\"subscribe\",\"trades\":[\"AAPL\"],\"bars\":[\"*\"],\"news\":[]}".getBytes(UTF_8));
        Tongue packed = new MessagePackTongue();
        seeds.add(packed.message(fields -> {
            fields.text("action", "auth");
            fields.text("key", "k");
            fields.text("secret", "s");
        }));
        seeds.add(packed.message(fields -> {
            fields.text("action", "unsubscribe");
            fields.list("quotes", List.of("AAPL", "*"));
            fields.whole("id", 7);
            fields.time("at", 1_772_789_400_000_000L);
        }));
        return seeds;
    }
}
