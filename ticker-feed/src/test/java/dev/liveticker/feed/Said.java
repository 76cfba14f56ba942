package dev.liveticker.feed;

/** What servers say in tests, as text. */
public final class Said {

    private Said() {}

    public static String welcome(String epoch, int heartbeatMillis) {
        return welcome(epoch, heartbeatMillis, 0);
    }

    public static String welcome(String epoch, int heartbeatMillis, long seq) {
        return "{\"type\":\"welcome\",\"protocol\":1,\"server\":\"scripted\",\"epoch\":\"" + epoch
                + "\",\"seq\":" + seq + ",\"session\":\"s1\",\"heartbeatMillis\":" + heartbeatMillis
                + ",\"time\":1,\"simulated\":true}";
    }

    public static String quote(String symbol, long seq, String last) {
        return "{\"type\":\"quote\",\"symbol\":\"" + symbol + "\",\"seq\":" + seq + ",\"time\":1,\"last\":" + last
                + "}";
    }

    public static String snapshot(String symbol, long seq, String last) {
        return quote(symbol, seq, last).replace("\"quote\"", "\"snapshot\"");
    }

    public static String trade(String symbol, long seq, long id) {
        return "{\"type\":\"trade\",\"symbol\":\"" + symbol + "\",\"seq\":" + seq + ",\"tradeId\":" + id
                + ",\"price\":1.5,\"size\":10,\"side\":\"buy\",\"time\":1}";
    }

    public static String subscribed(String id, String channel, String symbol, boolean resumed) {
        return "{\"type\":\"subscribed\",\"id\":\"" + id + "\",\"channel\":\"" + channel + "\",\"symbols\":[\"" + symbol
                + "\"],\"rejected\":[],\"resumed\":" + resumed + "}";
    }

    public static String rateLimited(long retryAfterMillis) {
        return "{\"type\":\"error\",\"code\":\"rate_limited\",\"message\":\"not heard\",\"retryAfterMillis\":"
                + retryAfterMillis + "}";
    }

    public static String heartbeat(long seq) {
        return "{\"type\":\"heartbeat\",\"seq\":" + seq + ",\"time\":1}";
    }

    public static String frame(String... messages) {
        return "[" + String.join(",", messages) + "]";
    }
}
