package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a request to open a WebSocket (RFC 6455 section 4.2). */
sealed interface Handshake {

    int VERSION = 13;

    /**
     * @param accept value of {@code Sec-WebSocket-Accept}
     * @param encoding of the chosen subprotocol
     * @param named whether the client asked for that subprotocol, so that the answer names it
     * @param deflate whether messages may be compressed
     */
    record Accepted(String accept, Encoding encoding, boolean named, boolean deflate) implements Handshake {}

    /** @param status 400, or 426 where another version or an upgrade is needed */
    record Refused(int status, String why) implements Handshake {}

    /** Judges a request by its headers. */
    static Handshake of(HeaderMap headers) {
        if (tokens(headers.get(Headers.UPGRADE)).noneMatch("websocket"::equalsIgnoreCase)) {
            return new Refused(426, "this address speaks WebSocket: Upgrade: websocket expected");
        }
        if (tokens(headers.get(Headers.CONNECTION)).noneMatch("upgrade"::equalsIgnoreCase)) {
            return new Refused(400, "Connection: Upgrade expected");
        }
        if (!String.valueOf(VERSION).equals(headers.getFirst(Headers.SEC_WEB_SOCKET_VERSION))) {
            return new Refused(426, "Sec-WebSocket-Version: " + VERSION + " expected");
        }
        HeaderValues keys = headers.get(Headers.SEC_WEB_SOCKET_KEY);
        if (keys == null || keys.size() != 1 || !isKey(keys.getFirst())) {
            return new Refused(400, "Sec-WebSocket-Key: 16 bytes in base64 expected");
        }
        Optional<Encoding> asked = tokens(headers.get(Headers.SEC_WEB_SOCKET_PROTOCOL))
                .flatMap(name -> Arrays.stream(Encoding.values())
                        .filter(encoding -> encoding.subprotocol().equals(name)))
                .findFirst();
        HeaderValues extensions = headers.get(Headers.SEC_WEB_SOCKET_EXTENSIONS);
        return new Accepted(
                accept(keys.getFirst().strip()),
                asked.orElse(Encoding.JSON),
                asked.isPresent(),
                extensions != null && DeflateOffer.acceptable(extensions));
    }

    private static Stream<String> tokens(@Nullable HeaderValues values) {
        List<String> list = values == null ? List.of() : values;
        return list.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip);
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length == 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** RFC 6455 section 4.2.2, step 5, part 4. */
    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
