package dev.liveticker.fuzz;

import java.util.List;

/** Something that reads bytes which others wrote, and what must hold of it whatever they are. For one thread. */
public interface Target {

    /**
     * Has the bytes read. What the reader documents to throw for bad input is expected and caught here; anything else
     * that is thrown is a fault of the reader.
     *
     * @throws AssertionError if something does not hold that must
     */
    void take(byte[] input) throws Exception;

    /** Where the search begins: inputs that are right, each with something of its own in it. */
    List<byte[]> seeds();
}
