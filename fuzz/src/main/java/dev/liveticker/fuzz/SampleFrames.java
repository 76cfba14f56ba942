package dev.liveticker.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** Every message of the protocol once, with every field it can have. */
public final class SampleFrames {

    private static final List<String> SERVER =
            List.of("""
            {"type":"welcome","protocol":1,"server":"s","epoch":"k3f","seq":7,"session":"x1","heartbeatMillis":5000,
             "time":1772789400000000,"simulated":true,"source":"simulation","user":"ana"}""", """
            {"type":"authenticated","id":"1","user":"ana","expires":1772789400000000}""", """
            {"type":"subscribed","id":"1","channel":"bars","interval":"1m","symbols":["AAPL","^GSPC"],
             "rejected":[{"symbol":"zz!","code":"invalid_symbol"}],"resumed":false}""", """
            {"type":"snapshot","symbol":"BRK.B","seq":8,"time":1772789400000000,"bid":411.01,"bidSize":100,"ask":411.03,
             "askSize":200,"last":411.02,"lastSize":5,"volume":123456,"open":410.0,"high":412,"low":409.5,
             "previousClose":410.69,"status":"open"}""", """
            {"type":"quote","symbol":"BTC-USD","seq":9,"time":1772789400000001,"bid":68000.5,"bidSize":0.25,
             "ask":68001,"askSize":1.5,"last":68000.75,"lastSize":0.001,"volume":12.5,"status":"halted"}""", """
            {"type":"trade","symbol":"EURUSD=X","seq":10,"tradeId":3,"price":1.08431,"size":100000,"side":"buy",
             "time":1772789400000002}""", """
            {"type":"bar","symbol":"AAPL","seq":11,"interval":"1h","start":1772787600000000,"open":187.2,"high":187.9,
             "low":187.1,"close":187.25,"volume":1000,"trades":12,"closed":true}""", """
            {"type":"status","symbol":"AAPL","seq":12,"status":"closed","reason":"end of the session"}""", """
            {"type":"notification","id":"n1","user":"ana","kind":"alert","alert":"a1","symbol":"AAPL",
             "text":"AAPL is above 190 €","price":190.01,"time":1772789400000003}""", """
            {"type":"acknowledged","id":"n1"}""", """
            {"type":"alerts","id":"2","alerts":[{"id":"a1","symbol":"AAPL","condition":"crossesAbove","price":190,
             "repeat":false,"note":"sell","active":true,"firedTime":1772789400000003}],"durable":true,"dropped":1}""", """
            {"type":"alertSet","alert":{"id":"a2","symbol":"MSFT","condition":"changePercentAbove","percent":-2.5,
             "repeat":true,"active":true}}""", """
            {"type":"alertRemoved","id":"a2"}""", """
            {"type":"heartbeat","seq":13,"time":1772789400000004}""", """
            {"type":"pong","id":"p","time":1772789400000005,"clientTime":1772789400000000}""", """
            {"type":"gap","channel":"trades","symbol":"AAPL","fromSeq":1,"toSeq":6,"reason":"not retained"}""", """
            {"type":"error","code":"rate_limited","message":"too much","id":"3","retryAfterMillis":1500}""");

    private static final List<String> CLIENT = List.of("""
            {"type":"subscribe","id":"1","channel":"quotes","symbols":["AAPL","*"],"maxRate":2.5,"since":"k3f:7"}""", """
            {"type":"subscribe","channel":"bars","symbols":["^GSPC"],"interval":"5m"}""", """
            {"type":"unsubscribe","id":"2","channel":"trades","symbols":["AAPL"]}""", """
            {"type":"ping","id":"p","clientTime":1772789400000000}""", """
            {"type":"authenticate","id":"4","token":"eyJhbGciOiJIUzI1NiJ9.e30.sig"}""", """
            {"type":"setAlert","id":"a1","symbol":"AAPL","condition":"crossesAbove","price":190.5,"repeat":true,
             "note":"é\\u20ac\\ud834\\udd1e"}""", """
            {"type":"setAlert","id":"a2","symbol":"AAPL","condition":"changePercentBelow","percent":-3}""", """
            {"type":"listAlerts","id":"5"}""", """
            {"type":"removeAlert","id":"a1"}""", """
            {"type":"acknowledge","id":"n1"}""");

    private SampleFrames() {}

    /** Frames of one message, and one frame of all, from either side. */
    static List<byte[]> in(FrameCodec codec) {
        List<byte[]> frames = new ArrayList<>();
        List<ServerMessage> said = server();
        List<ClientMessage> asked = client();
        said.forEach(message -> frames.add(codec.encodeServerFrame(List.of(message))));
        asked.forEach(message -> frames.add(codec.encodeClientFrame(List.of(message))));
        frames.add(codec.encodeServerFrame(said));
        frames.add(codec.encodeClientFrame(asked));
        return frames;
    }

    /** What a server can say. */
    public static List<ServerMessage> server() {
        try {
            return FrameCodec.of(Encoding.JSON).decodeServerFrame(frame(SERVER));
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a sample is wrong", e);
        }
    }

    /** What a client can say. */
    public static List<ClientMessage> client() {
        try {
            return FrameCodec.of(Encoding.JSON).decodeClientFrame(frame(CLIENT));
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a sample is wrong", e);
        }
    }

    private static byte[] frame(List<String> messages) {
        return ('[' + String.join(",", messages) + ']').getBytes(UTF_8);
    }
}
