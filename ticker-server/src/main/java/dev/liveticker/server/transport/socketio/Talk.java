package dev.liveticker.server.transport.socketio;

/** What is spoken in a session. On the session's home, but where said. */
interface Talk {

    /** Its first transport is open. */
    void opened();

    /** The client said something. */
    void heard(String message);

    /** The client sent what is no packet, or none that is taken. */
    void malformed(String why);

    /** It is over: the last that is told. */
    void over();

    /** Whether to hear something that costs so much. Any thread. */
    boolean hears(long cost);

    /** Whether anything is heard any more. Any thread. */
    boolean listens();

    /** Gives a session what is spoken in it. */
    interface Speaker {

        Talk in(EngineSession session);
    }
}
