package dev.liveticker.server.hub;

/** What was sent one way. Written by the hub's thread, read by any. */
public final class Traffic {

    private final Tally frames = new Tally();
    private final Tally messages = new Tally();
    private final Tally bytes = new Tally();

    void add(Frame frame) {
        frames.add(1);
        messages.add(frame.messages());
        bytes.add(frame.size());
    }

    public long frames() {
        return frames.count();
    }

    public long messages() {
        return messages.count();
    }

    /** Of the frames, before a transport wraps or compresses them. */
    public long bytes() {
        return bytes.count();
    }
}
