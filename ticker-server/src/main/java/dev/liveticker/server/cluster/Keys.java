package dev.liveticker.server.cluster;

import java.nio.charset.StandardCharsets;

/**
 * What a cluster's things are called in Redis. All keys have the cluster's name as their hash tag, so that they are in
 * one slot and a script may touch all of them.
 */
final class Keys {

    private final String prefix;

    /** {@code node:token} of who runs the market, for as long as it may. */
    private final byte[] lease;

    /** How many leases there have been. */
    private final byte[] token;

    /** How many entries were added under the lease that is in force. */
    private final byte[] term;

    private final byte[] epoch;
    private final byte[] index;
    private final byte[] log;
    private final byte[] state;
    private final byte[] older;
    private final byte[] entries;
    private final byte[] free;

    Keys(String cluster) {
        this.prefix = "{" + cluster + "}:";
        this.lease = name("lease");
        this.token = name("token");
        this.term = name("term");
        this.epoch = name("epoch");
        this.index = name("index");
        this.log = name("log");
        this.state = name("state");
        this.older = name("older-state");
        this.entries = name("entries");
        this.free = name("free");
    }

    /** The stream with the newest entries; an entry's id is its index. */
    byte[] log() {
        return log;
    }

    byte[] state() {
        return state;
    }

    byte[] olderState() {
        return older;
    }

    /** The channel of entries. */
    byte[] entries() {
        return entries;
    }

    /** The channel that says that nobody runs the market any more. */
    byte[] free() {
        return free;
    }

    /** The channel of what is for one node. */
    byte[] node(String name) {
        return name("node:" + name);
    }

    /** What a script touches, in its order. */
    byte[][] of(Script script) {
        return switch (script) {
            case TICK -> new byte[][] {lease, token, term, epoch, index};
            case APPEND -> new byte[][] {lease, term, epoch, index, log};
            case STORE -> new byte[][] {lease, epoch, state, older};
            case FOUND -> new byte[][] {lease, epoch, index, log, state, older};
            case SURVEY -> new byte[][] {epoch, index, log, state, older};
            case RELEASE -> new byte[][] {lease};
        };
    }

    private byte[] name(String what) {
        return (prefix + what).getBytes(StandardCharsets.UTF_8);
    }
}
