package dev.liveticker.server.node;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.alert.AlertDesk;
import dev.liveticker.server.alert.AlertRequest;
import dev.liveticker.server.alert.AlertSettings;
import dev.liveticker.server.cluster.UnfitStateException;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubNode;
import dev.liveticker.server.hub.HubSettings;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The state that a node gets of another one: taken up as it is, so that it is written again the same, or refused in a
 * sentence. The input is tried as it is, and as the content behind a head that is right: no chance finds its check sum.
 */
public final class NodeStateTarget implements Target {

    /** Version and fingerprint, then the length and the check sum. */
    private static final int MARK_BYTES = 33;

    private static final int HEAD_BYTES = MARK_BYTES + 2 * Integer.BYTES;

    private static final Symbol SYMBOL = Symbol.of("AAA");
    private static final List<Instrument> INSTRUMENTS =
            List.of(new Instrument(SYMBOL, "A", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null));
    private static final long TIME = 1_774_000_000_000_000L;

    private final StateCodec codec = new StateCodec(INSTRUMENTS);
    private final byte[] whole = codec.encode(sample());

    @Override
    public void take(byte[] input) {
        decode(input);
        decode(framed(input));
    }

    private void decode(byte[] body) {
        try {
            byte[] written = codec.encode(codec.decode(body));
            Claim.same(ByteBuffer.wrap(written), ByteBuffer.wrap(codec.encode(codec.decode(written))));
        } catch (UnfitStateException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
    }

    private byte[] framed(byte[] content) {
        CRC32C check = new CRC32C();
        check.update(content);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] deflated = new byte[content.length + content.length / 100 + 64];
            int length = deflater.deflate(deflated);
            return ByteBuffer.allocate(HEAD_BYTES + length)
                    .put(whole, 0, MARK_BYTES)
                    .putInt(content.length)
                    .putInt((int) check.getValue())
                    .put(deflated, 0, length)
                    .array();
        } finally {
            deflater.end();
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(whole, content());
    }

    private byte[] content() {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Arrays.copyOfRange(whole, HEAD_BYTES, whole.length));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] chunk = new byte[1_024];
            while (!inflater.finished()) {
                content.write(chunk, 0, inflater.inflate(chunk));
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("it was deflated here", e);
        } finally {
            inflater.end();
        }
    }

    private static NodeState sample() {
        BigDecimal price = new BigDecimal("10.25");
        Quote quote = new Quote(
                SYMBOL,
                0,
                TIME,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                price,
                TradingStatus.OPEN);
        List<MarketEvent> happened =
                List.of(new Trade(SYMBOL, 0, 1, new BigDecimal("11"), BigDecimal.ONE, Side.BUY, TIME));
        try (Hub hub = new Hub(
                        HubSettings.defaults("fuzz", true),
                        INSTRUMENTS,
                        List.of(quote),
                        new MarketHistory(INSTRUMENTS),
                        InstantSource.system(),
                        HubNode.of("00000000"));
                AlertDesk alerts = AlertDesk.share(
                        hub,
                        AlertSettings.defaults(),
                        INSTRUMENTS,
                        List.of(quote),
                        "epoch",
                        _ -> new CompletableFuture<>())) {
            alerts.apply(new AlertRequest(
                    "session",
                    "ana",
                    true,
                    new ClientMessage.SetAlert("x", SYMBOL, "crossesAbove", new BigDecimal("10.5"), null, true, "n")));
            hub.publish(happened);
            alerts.publish(happened);
            return new NodeState(
                    hub.capture().get(60, TimeUnit.SECONDS), alerts.capture().get(60, TimeUnit.SECONDS), List.of(1L));
        } catch (Exception e) {
            throw new IllegalStateException("a hub that nobody disturbs tells its state", e);
        }
    }
}
