package dev.liveticker.server.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal that asks a service to read its files again (SIGHUP). Java's class for signals is in every JDK but in no
 * standard, so it is used where it is found, and the compiler is not told of it.
 */
final class HangUp {

    private static final Logger log = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /** From now on the signal does this, on a thread of its own, instead of ending the process. */
    static void whenReceived(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run = MethodHandles.lookup().bind(action, "run", MethodType.methodType(void.class));
            Object handling =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(run, 0, signal));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), handling);
        } catch (InvocationTargetException e) {
            // Windows has no such signal, and a JVM started with -Xrs leaves them alone.
            log.info("SIGHUP cannot be listened to; the files are looked at anyway", e.getCause());
        } catch (ReflectiveOperationException e) {
            log.info("This Java has no signals; the files are looked at anyway", e);
        }
    }
}
