package dev.liveticker.server.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import dev.liveticker.server.access.TrustedProxies;
import java.util.List;
import java.util.Optional;

/** What proxies say of a request, in lines: whatever they say, it is an address, and never looked up. */
public final class ForwardedTarget implements Target {

    private static final TrustedProxies OURS =
            TrustedProxies.parse(List.of("10.0.0.0/8", "2001:db8::/32"), TrustedProxies.Form.X_FORWARDED);

    @Override
    public void take(byte[] input) {
        List<String> lines = List.of(new String(input, ISO_8859_1).split("\n", -1));
        check(lines, ForwardedClient.ofForwarded(lines, OURS));
        for (int cut = 0; cut <= lines.size(); cut++) {
            List<String> addresses = lines.subList(0, cut);
            check(addresses, ForwardedClient.ofXForwarded(addresses, lines.subList(cut, lines.size()), OURS));
        }
    }

    private static void check(List<String> said, Optional<ForwardedClient> client) {
        client.ifPresent(found -> {
            String scheme = found.scheme();
            Claim.that(
                    scheme == null || scheme.equals("http") || scheme.equals("https"), () -> "a scheme of " + scheme);
            Claim.that(!said.isEmpty(), () -> "nothing was said, and yet it is " + found);
        });
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "for=192.0.2.60;proto=http;by=203.0.113.43, for=10.0.0.1\nfor=\"[2001:db8:cafe::17]:4711\"",
                        "for=unknown, for=_hidden;proto=https,,for=\"a\\\"b\"",
                        "203.0.113.7, 10.1.2.3\nhttps, http",
                        "[2001:db8::1]:80,198.51.100.4:9000\nwss")
                .stream()
                .map(text -> text.getBytes(ISO_8859_1))
                .toList();
    }
}
