package dev.liveticker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.desktop.opening.Opening;
import dev.liveticker.desktop.opening.WatchLink;
import java.util.List;
import java.util.Optional;

/** Links that web pages make, and what else the system passes to be opened: a few symbols, or refused in a sentence. */
final class WatchLinkTarget implements Target {

    @Override
    public void take(byte[] input) {
        String text = new String(input, UTF_8);
        switch (WatchLink.read(text)) {
            case WatchLink.Symbols(var list) ->
                Claim.that(!list.isEmpty() && list.size() <= WatchLink.MOST_SYMBOLS, () -> list.size() + " symbols");
            // It quotes a part of the link, whatever words that holds.
            case WatchLink.Refused(String why) -> Claim.line(why);
        }
        Optional<Opening> opening = Opening.parse(text);
        opening.ifPresent(found -> Claim.same(opening, Opening.parse(found.argument())));
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "liveticker://watch/AAPL,MSFT",
                        "LIVETICKER://watch/%5EGSPC,EURUSD%3DX,BRK.B",
                        "liveticker://watch/BTC%2FUSD",
                        "liveticker:watch/AAPL",
                        "file:///tmp/none.ticker")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
