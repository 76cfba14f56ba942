package dev.liveticker.feed.http;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.SimulatedFault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Faults by the server's REST part. Safe in any thread. */
public final class RestFaults implements FaultControl {

    private static final String PATH = "v1/faults";
    private static final MediaType JSON = MediaType.get(Encoding.JSON.mediaType());

    private record Running(List<SimulatedFault> faults) {}

    private final RestCalls calls;

    public RestFaults(RestCalls calls) {
        this.calls = calls;
    }

    @Override
    public CompletableFuture<List<SimulatedFault>> running() {
        return calls.call("GET", PATH, null, Running.class, Running::faults);
    }

    @Override
    public CompletableFuture<List<SimulatedFault>> begin(FaultRequest fault) {
        byte[] body = FrameCodec.jsonMapper().writeValueAsBytes(fault);
        return calls.call("POST", PATH, RequestBody.create(body, JSON), Running.class, Running::faults);
    }

    @Override
    public CompletableFuture<List<SimulatedFault>> endAll() {
        return calls.call("DELETE", PATH, null, Running.class, Running::faults);
    }
}
