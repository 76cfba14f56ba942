package dev.liveticker.codec;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

/**
 * Reads and writes frames in one {@link Encoding}. A frame is an array of messages; a lone message is read as a frame
 * of one, for people who type by hand. Immutable, safe in any thread.
 */
public final class FrameCodec {

    /** Deep enough for every message and shallow enough that hostile nesting costs nothing. */
    private static final int MAX_NESTING = 16;

    private static final int MAX_STRING = 64 * 1024;
    private static final int MAX_NUMBER = 64;

    private static final FrameCodec JSON = new FrameCodec(Encoding.JSON);

    /** Made with the first who speaks it. */
    private static final class Binary {
        private static final FrameCodec CBOR = new FrameCodec(Encoding.CBOR);

        private Binary() {}
    }

    private final Encoding encoding;
    private final byte[] separator;
    private final ObjectReader clientFrames;
    private final ObjectReader serverFrames;
    private final ObjectWriter serverMessages;
    private final ObjectWriter clientFrameWriter;
    private final ObjectMapper mapper;

    private FrameCodec(Encoding encoding) {
        this.encoding = encoding;
        this.separator = encoding.separator();
        this.mapper = mapper(encoding);
        JavaType clientFrame = mapper.getTypeFactory().constructCollectionType(List.class, ClientMessage.class);
        JavaType serverFrame = mapper.getTypeFactory().constructCollectionType(List.class, ServerMessage.class);
        this.clientFrames = mapper.readerFor(clientFrame);
        this.serverFrames = mapper.readerFor(serverFrame);
        this.serverMessages = mapper.writerFor(ServerMessage.class);
        this.clientFrameWriter = mapper.writerFor(clientFrame);
    }

    public static FrameCodec of(Encoding encoding) {
        return encoding == Encoding.JSON ? JSON : Binary.CBOR;
    }

    /** The JSON mapper of the protocol, for REST bodies made of the same values. */
    public static ObjectMapper jsonMapper() {
        return JSON.mapper;
    }

    /** The mapper of the protocol in this encoding, for bodies made of the same values. */
    public ObjectMapper mapper() {
        return mapper;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** One message, to be put in a frame by {@link #join}. */
    public byte[] encode(ServerMessage message) {
        return serverMessages.writeValueAsBytes(message);
    }

    /** A frame of messages that were encoded one by one. */
    public byte[] join(List<byte[]> messages) {
        ByteBuffer frame = ByteBuffer.allocate(joinedLength(messages));
        join(messages, frame);
        return frame.array();
    }

    /** How many bytes a frame of these messages takes. */
    public int joinedLength(List<byte[]> messages) {
        int size = 2;
        for (byte[] message : messages) {
            size += message.length;
        }
        return size + Math.max(0, messages.size() - 1) * separator.length;
    }

    /**
     * Writes a frame of messages that were encoded one by one.
     *
     * @throws java.nio.BufferOverflowException if there is less room than {@link #joinedLength}
     */
    public void join(List<byte[]> messages, ByteBuffer target) {
        target.put(encoding.open());
        boolean first = true;
        for (byte[] message : messages) {
            if (!first) {
                target.put(separator);
            }
            first = false;
            target.put(message);
        }
        target.put(encoding.close());
    }

    /** A server's frame. */
    public byte[] encodeServerFrame(List<? extends ServerMessage> messages) {
        return join(messages.stream().map(this::encode).toList());
    }

    /** A client's frame. */
    public byte[] encodeClientFrame(List<? extends ClientMessage> messages) {
        return clientFrameWriter.writeValueAsBytes(messages);
    }

    /** @throws MalformedFrameException if the bytes are no frame of server messages */
    public List<ServerMessage> decodeServerFrame(byte[] frame) throws MalformedFrameException {
        return decode(serverFrames, frame);
    }

    /** @throws MalformedFrameException if the bytes are no frame of client messages */
    public List<ClientMessage> decodeClientFrame(byte[] frame) throws MalformedFrameException {
        return decode(clientFrames, frame);
    }

    private static <T> List<T> decode(ObjectReader reader, byte[] frame) throws MalformedFrameException {
        List<T> messages;
        try {
            messages = reader.readValue(frame);
        } catch (JacksonException e) {
            throw new MalformedFrameException(describe(e), e);
        }
        if (messages == null || messages.contains(null)) {
            throw new MalformedFrameException("a message is null", new NullPointerException());
        }
        return messages;
    }

    /** Says what is wrong and where in words of the protocol: no class names, nothing of the input itself. */
    private static String describe(JacksonException e) {
        String where = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining());
        String at = where.isEmpty() ? "" : " at " + where;
        return switch (e) {
            case ValueInstantiationException bad
            when bad.getCause() instanceof IllegalArgumentException cause -> cause.getMessage() + at;
            case InvalidFormatException bad -> "a value has the wrong form" + at;
            case StreamReadException bad -> "not well-formed" + at;
            default -> "not a frame of messages: a value is missing or of the wrong type" + at;
        };
    }

    private static ObjectMapper mapper(Encoding encoding) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxStringLength(MAX_STRING)
                .maxNumberLength(MAX_NUMBER)
                .build();
        return switch (encoding) {
            case JSON ->
                configured(JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build()));
            case CBOR ->
                configured(CBORMapper.builder(CBORFactory.builder()
                                .streamReadConstraints(limits)
                                .build())
                        // Half of a pair of surrogates is no text in CBOR, but JSON can carry it in: such as an id.
                        .enable(CBORWriteFeature.LENIENT_UTF_ENCODING));
        };
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configured(B builder) {
        return builder.addModule(new SimpleModule()
                        .setValueInstantiators(new RecordMakers())
                        .addDeserializer(BigDecimal.class, new DecimalReader())
                        .addSerializer(new DecimalWriter())
                        .addSerializer(new QuoteWriter()))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
