package dev.liveticker.feed.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Nulls;
import dev.liveticker.fuzz.SampleFrames;
import dev.liveticker.fuzz.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a client reads of answers over HTTP, whoever gave them: bodies of polls, problems, and when to come again. */
public final class HttpAnswerTarget implements Target {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-06T12:00:00Z"));

    @Override
    public void take(byte[] input) throws Exception {
        for (Encoding encoding : Encoding.values()) {
            try {
                PollAnswer answer = PollAnswer.read(input, encoding);
                Nulls.none(answer.messages());
                answer.position().ifPresent(place -> Claim.that(place.seq() >= 0, () -> "no place: " + place));
            } catch (MalformedStreamException e) {
                Claim.sentence(e.getMessage());
            }
        }
        for (int status : new int[] {400, 404, 503}) {
            String said = Problem.explain(status, input, null);
            Claim.that(said.endsWith("."), () -> "no sentence: " + said);
        }
        Duration wait = Answers.retryAfter(new String(input, ISO_8859_1), NOON);
        Claim.that(!wait.isNegative(), () -> "a wait of " + wait);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (Encoding encoding : Encoding.values()) {
            seeds.add(FrameCodec.of(encoding)
                    .mapper()
                    .writeValueAsBytes(new PollAnswer(SampleFrames.server().subList(0, 5), "k3f:9", "x1")));
        }
        seeds.add(FrameCodec.jsonMapper()
                .writeValueAsBytes(
                        Map.of("title", "Bad Request", "detail", "limit: too many", "code", "bad_parameter")));
        seeds.add("{\"messages\":[],\"next\":\"k3f:9\",\"session\":\"x1\"}".getBytes(UTF_8));
        seeds.add("120".getBytes(UTF_8));
        seeds.add("Fri, 06 Mar 2026 12:00:30 GMT".getBytes(UTF_8));
        return seeds;
    }
}
