package dev.liveticker.server.transport.alpaca;

import dev.liveticker.model.Symbol;
import java.util.Set;

/** Whose changes of status a client wants; the hub tells of every symbol that it is subscribed to at all. */
sealed interface StatusWish {

    StatusWish ALL = new All();
    StatusWish NONE = new None();

    record All() implements StatusWish {}

    record None() implements StatusWish {}

    record Some(Set<Symbol> symbols) implements StatusWish {}
}
